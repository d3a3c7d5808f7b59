// Why a password of legal length is refused: an attacker tries these first, within the rate limit.

const common = new Set(
  `12345678 123456789 1234567890 87654321 11111111 00000000 88888888 12341234 password password1 password12 password123
  password1234 passw0rd p@ssw0rd p@ssword qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 1q2w3e4r 1q2w3e4r5t 1qaz2wsx
  qazwsxedc zaq12wsx asdfghjk asdfghjkl zxcvbnm1 abcd1234 abc12345 abcdefgh abcdefg1 a1b2c3d4 iloveyou iloveyou1 sunshine
  princess football baseball basketball superman batman123 starwars whatever trustno1 welcome1 welcome123 letmein1
  letmein123 admin123 admin1234 administrator changeme changeme1 changeme123 secret123 master123 dragon123 monkey123
  shadow123 michael1 jennifer jordan23 liverpool chelsea1 arsenal1 internet computer samsung1 google123 facebook
  nexusgen nexusgen1 nexusgen123 test1234 testtest testing123 default1 temp1234 guest123 user1234 login123 hello123
  q1w2e3r4 q1w2e3r4t5 asdf1234 asdfasdf qweasdzxc 1234qwer qwer1234 987654321 147258369 123123123 11223344 121212121
  55555555 66666666 77777777 99999999 22222222 33333333 44444444 12121212 69696969 10203040 11111111111 1111111111`.split(
    /\s+/,
  ),
);

/** Undefined when the password will do. */
export function weaknessOf(password: string, email: string): string | undefined {
  const folded = password.toLowerCase();
  if (common.has(folded)) return "This is one of the most common passwords. Choose another.";
  if (new Set(folded).size < 3) return "Use more than two different characters.";
  const [local = ""] = email.split("@");
  if (folded === email || folded === local) return "Do not use your e-mail address as the password.";
  return undefined;
}
