// A name of its own: "Build Pawtrack, a vet clinic app", "FixIt is an app …", "TrailMate: hiking routes".
import type { Token } from "./read-text.ts";
import { sanitiseName } from "./sanitise.ts";
import { appNouns, determiners, keepingVerbs, stopWords } from "./vocabulary.ts";

const asking = new Set("please build create make design develop implement write".split(" "));
const articles = new Set(["a", "an", "the", "our", "my"]);
const dashes = new Set(["-", "–", "—", ":"]);
const longestBrand = 3;
/** How far from the name the word stands that says what kind of software it is. */
const reach = 9;

export function brandOf(tokens: readonly Token[]): string | null {
  return quotedFor(tokens) ?? explained(tokens);
}

/** A name that what follows explains. */
function explained(tokens: readonly Token[]): string | null {
  let from = 0;
  while (asking.has(tokens[from]?.lower ?? "")) from += 1;
  const words: Token[] = [];
  for (const token of tokens.slice(from)) {
    if (!token.word || !/^\p{Lu}/u.test(token.raw) || words.length === longestBrand) break;
    words.push(token);
  }
  if (words.length === 0 || words.some(isPlain)) return null;
  const at = from + words.length;
  const [next, after] = [tokens[at]?.lower ?? "", tokens[at + 1]?.lower ?? ""];
  const isCoined = words.some(({ raw }) => /\p{Ll}\p{Lu}/u.test(raw));
  const isExplained = (next === "is" || next === "," || dashes.has(next)) && articles.has(after);
  const isSoftware = tokens.slice(at + 2, at + 2 + reach).some(({ lower }) => appNouns.has(lower));
  if (!(isExplained && isSoftware) && !(isCoined && dashes.has(next))) return null;
  return sanitiseName(words.map(({ raw }) => raw).join(" "), 60, "") || null;
}

/** Every sentence begins with a capital letter; a plain word there is no name. */
const isPlain = ({ lower }: Token): boolean =>
  stopWords.has(lower) || determiners.has(lower) || appNouns.has(lower) || keepingVerbs.has(lower);

/** `for the "Blue Heron" club`. */
function quotedFor(tokens: readonly Token[]): string | null {
  const open = tokens.findIndex(({ raw }) => raw === '"' || raw === "“");
  const close = tokens.findIndex(({ raw }, at) => at > open && (raw === '"' || raw === "”"));
  if (open < 1 || close === -1 || close - open > 5) return null;
  const before = tokens.slice(Math.max(0, open - 2), open).map(({ lower }) => lower);
  const inside = tokens.slice(open + 1, close);
  if (!before.includes("for") || !inside.every(({ raw, word }) => word && /^[\p{Lu}\p{N}]/u.test(raw))) return null;
  return sanitiseName(inside.map(({ raw }) => raw).join(" "), 60, "") || null;
}
