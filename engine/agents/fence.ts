// Text that comes from users, files or pages stands between marks in a prompt: it is material, never an instruction to
// the agent. The marks cannot be closed from inside, neither by themselves nor by what only looks like them.

/** `source`: a word or two of ours, such as "request" or "attachment logo.pdf". */
export function fence(source: string, text: string): string {
  const name = withoutInvisible(source).replace(/["<>\n]/g, "'");
  return `<material source="${name}">\n${withoutMarks(withoutInvisible(text))}\n</material>`;
}

const breaks = /\r\n?|[\u2028\u2029]/g;
/** Controls, soft hyphens, zero-width marks, directions, tags: code points of no shape. Joiners stay, scripts and emoji need them. */
const shapeless =
  // oxlint-disable-next-line eslint/no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e0fff}]/gu;

/** What people cannot see, a model would read all the same. */
function withoutInvisible(text: string): string {
  return text.replace(breaks, "\n").replace(shapeless, "");
}

/** Brackets of any script that look like "<", and ways to write one. */
const opening =
  /[<\uff1c\ufe64\u2039\u3008\u27e8\u2329\u276e\u2770\u1438\u02c2\u00ab\u300a]|&lt;?|&#0*60;?|&#x0*3c;?|\\u003c|%3c/gi;

/** Letters of other alphabets that look like those of the mark. */
const lookalikes: Readonly<Record<string, string>> = {
  "\u043c": "m",
  "\u0430": "a",
  "\u03b1": "a",
  "\u0251": "a",
  "\u0442": "t",
  "\u03c4": "t",
  "\u0435": "e",
  "\u0454": "e",
  "\u03b5": "e",
  "\u0433": "r",
  "\u0456": "i",
  "\u03b9": "i",
  "\u0131": "i",
  "1": "l",
  "|": "l",
  "\u04cf": "l",
  "\u0142": "l",
};
const longestMark = 40;

/** The bracket before anything that reads as "material" becomes "[", which opens nothing. */
function withoutMarks(text: string): string {
  return text.replace(opening, (bracket, at: number) => {
    const after = text.slice(at + bracket.length, at + bracket.length + longestMark);
    const letters = [...after.normalize("NFKD").toLowerCase()]
      .map((char) => lookalikes[char] ?? char)
      .join("")
      .replace(/[^a-z]/g, "");
    return letters.startsWith("material") ? "[" : bracket;
  });
}
