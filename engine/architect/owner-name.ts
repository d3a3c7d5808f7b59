// Whose app it is, as the name of an app that says nothing better: "Yoga Studio", "Sports Club".
import { introduced } from "./opening-organisation.ts";
import type { Token } from "./read-text.ts";
import { organisations } from "./role-nouns.ts";
import { sanitiseName } from "./sanitise.ts";
import { appNouns, stopWords } from "./vocabulary.ts";
import { isPlural, singular, titleCase } from "./words.ts";

/** What stands before a name and is no part of it. */
export const leadingWords = new Set(
  "one please build create make develop implement design write generate me us want need like would i i'd we a an the simple basic modern small new full-stack fullstack one-page single-page multi-page landing cross-platform complete comprehensive advanced beautiful responsive web-based online my our for to application".split(
    " ",
  ),
);

const running = new Set("run own manage organise organize operate lead have".split(" "));

/** "We run a small community garden with forty plots": what people have is what the app is for. */
export function ownPhrase(tokens: readonly Token[]): string | null {
  if (!["i", "we"].includes(tokens[0]?.lower ?? "") || !running.has(tokens[1]?.lower ?? "")) return null;
  if (!["a", "an", "the", "our", "my"].includes(tokens[2]?.lower ?? "")) return null;
  const words: string[] = [];
  for (let at = 3; at < tokens.length && words.length <= 4; at += 1) {
    const token = tokens[at];
    if (token === undefined || !token.word || stopWords.has(token.lower)) break;
    if (words.length > 0 || !leadingWords.has(token.lower)) words.push(token.lower);
  }
  const isNamed = words.length > 0 && words.length <= 4 && !words.some((word) => appNouns.has(word));
  return isNamed ? sanitiseName(titleCase(words.join(" ")), 60, "") || null : null;
}

/** "Our sports club needs an app for members". */
export function needyOwner(tokens: readonly Token[]): string | null {
  if (!["our", "my"].includes(tokens[0]?.lower ?? "")) return null;
  const words = phraseFrom(tokens, 1);
  const isOwn = words.some((word) => organisations.has(word)) && needing.has(tokens[words.length + 1]?.lower ?? "");
  return isOwn ? nameOf(words) : null;
}

/** "We're a small yoga studio", "our sports club needs …", "organise our school fair". */
export function organisationOf(tokens: readonly Token[]): string | null {
  const own = introduced(tokens);
  if (organisations.has(own.at(-1) ?? "")) return nameOf(own);
  const at = tokens.findIndex(({ lower }) => ["i", "we"].includes(lower));
  const run = at > 0 ? ownPhrase(tokens.slice(at)) : null;
  if (run !== null) return run;
  for (const [from, { lower }] of tokens.entries()) {
    if (lower !== "our" && lower !== "my") continue;
    const words = phraseFrom(tokens, from + 1);
    const isTeam = words.length === 1 && ["team", "department"].includes(words[0] ?? "");
    if (!isTeam && words.length <= 3 && words.some((word) => organisations.has(word) && !appNouns.has(word)))
      return nameOf(words);
  }
  return null;
}

/** Up to the next word that cannot belong to a name: "our church's volunteers" are the church's. */
function phraseFrom(tokens: readonly Token[], from: number): string[] {
  const words: string[] = [];
  for (const token of tokens.slice(from)) {
    if (!token.word || token.deed || stopWords.has(token.lower) || needing.has(token.lower)) break;
    words.push(token.lower);
    if (organisations.has(token.lower) && singular(token.lower) === token.lower && isOwner(tokens, token)) break;
  }
  return words;
}

const needing = new Set("needs wants has is would".split(" "));
const isOwner = (tokens: readonly Token[], token: Token): boolean =>
  isPlural(tokens[tokens.indexOf(token) + 1]?.lower ?? "");

const nameOf = (words: readonly string[]): string | null =>
  sanitiseName(titleCase(words.filter((word) => !leadingWords.has(word)).join(" ")), 60, "") || null;
