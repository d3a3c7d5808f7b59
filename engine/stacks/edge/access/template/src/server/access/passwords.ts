// Passwords as PBKDF2-SHA256. 100,000 rounds are the most that Cloudflare's Workers compute; more throws there.
const rounds = 100_000;

const toHex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

async function derive(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Uint8Array> {
  // The same letters may be typed as different code points.
  const bytes = new TextEncoder().encode(password.normalize("NFKC"));
  const key = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveBits"]);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, key, 256),
  );
}

/** "pbkdf2-sha256$rounds$salt$hash", in hexadecimal. */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return ["pbkdf2-sha256", rounds, toHex(salt), toHex(await derive(password, salt, rounds))].join("$");
}

/** Takes as long for equal as for different ones. */
function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= (one[at] ?? 0) ^ (other[at] ?? 0);
  return difference === 0;
}

const nobodys = `pbkdf2-sha256$${rounds}$${"00".repeat(16)}$${"00".repeat(32)}`;

/** Without a stored password it computes as long and says no, so that time does not tell which accounts exist. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [kind, count, salt = "", hash = ""] = (stored ?? nobodys).split("$");
  if (kind !== "pbkdf2-sha256") return false;
  const isSame = areEqual(await derive(password, fromHex(salt), Number(count)), fromHex(hash));
  return isSame && stored !== null;
}
