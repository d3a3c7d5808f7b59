// What differs from app to app goes out of a message: paths, the app's own identifiers, versions, numbers, the kind of
// quotes. Identifiers become letters in the order of their appearance, so that "A is not B" stays different from "A is not A".
import { kept } from "./words.ts";

const pathLike =
  /(?:file:\/\/)?(?:\.{1,2}\/|\/)?(?:[\w@()[\].$-]+\/)+[\w@()[\].$-]*|\.{0,2}\/[\w.-]+|\b[\w-]+\.(?:[cm]?[jt]sx?|css|json|sql|html|toml)\b/g;
const version = /\b[~^]?v?\d+\.\d+(?:\.\d+)?(?:-[\w.]+)?\b/g;
const hash = /\b(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b/g;
const number = /\b\d[\d_]*(?:\.\d+)?(?:ms|s|px|%)?\b/g;
const quotedText = /(["'`])((?:(?!\1)[^\n]){1,200})\1/g;
const identifier = /[A-Za-z_$][\w$]*/g;

export interface NormalMessage {
  readonly text: string;
  /** The app's own names in the order of their letters. */
  readonly names: readonly string[];
}

export function normaliseMessage(message: string): NormalMessage {
  const letters = new Map<string, string>();
  const letterOf = (name: string): string => {
    if (kept.has(name)) return name;
    const known = letters.get(name);
    if (known !== undefined) return known;
    // Beyond 26 they are all Z: such a message is a listing.
    const letter = String.fromCharCode(65 + Math.min(letters.size, 25));
    letters.set(name, letter);
    return letter;
  };
  const text = message
    // Node writes Windows' and POSIX' ways of quoting differently; a word's own apostrophe is no quote.
    .replaceAll(/(?<=\w)'(?=\w)/g, "’")
    .replaceAll(quotedText, (_, _quote: string, inner: string) => `'${normaliseQuoted(inner, letterOf)}'`)
    .replaceAll(pathLike, "<path>")
    .replaceAll(version, "<v>")
    .replaceAll(hash, "<hash>")
    .replaceAll(number, "<n>")
    // Names that only code has: inner capitals and underscores.
    .replaceAll(/\b(?:[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|\w+_\w+)\b/g, (name) => letterOf(name))
    .replaceAll(/\s+/g, " ")
    .trim();
  return { text, names: [...letters.keys()] };
}

/** Code or a path in quotes. A long type is cut to its outline. */
function normaliseQuoted(inner: string, letterOf: (name: string) => string): string {
  if (/^(?:file:|\.{0,2}\/|@[\w-]+\/|[\w-]+\/)/.test(inner) || /^[\w-]+\.(?:[cm]?[jt]sx?|css|json)$/.test(inner))
    return "<path>";
  return inner
    .replaceAll(/import\([^)]*\)\./g, "")
    .replaceAll(/(["'])(?:(?!\1).)*\1/g, "<text>")
    .replaceAll(/\b\d[\d_.]*\b/g, "<n>")
    .replaceAll(identifier, (name) => letterOf(name))
    .replaceAll(/\{[^{}]*\}/g, "{…}")
    .slice(0, 120);
}
