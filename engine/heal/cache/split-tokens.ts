// Text as tokens, for comparing two states of a file and for finding the same shape in another one. One lexer for all
// that a fix may touch: it reads files that no parser can (a fix of syntax begins with one), and CSS and JSON as well. It
// need not know what a token means, only cut the same text in the same way; whether a result is code, a parser says.
//
// Comments and white space are no tokens: they are the gaps between them.

export const tokenKinds = ["word", "number", "string", "sign"] as const;
export type TokenKind = (typeof tokenKinds)[number];

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const begins = /[\p{L}$_]/u;
const goesOn = /[\p{L}\p{N}$_]/u;
const digit = /\d/;
const inNumber = /[\w.]/;
const blank = /\s/;

export function splitTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = text[at] ?? "";
    const gap = blank.test(sign) ? at + 1 : endOfComment(text, at);
    if (gap !== null) {
      at = gap;
      continue;
    }
    const [kind, to] = readToken(text, at, sign);
    tokens.push({ kind, text: text.slice(at, to), from: at, to });
    at = to;
  }
  return tokens;
}

function readToken(text: string, from: number, sign: string): [TokenKind, number] {
  if (begins.test(sign)) return ["word", endWhile(text, from, goesOn)];
  if (digit.test(sign)) return ["number", endWhile(text, from, inNumber)];
  const closed = sign === '"' || sign === "'" ? endOfString(text, from, sign) : null;
  return closed === null ? ["sign", from + 1] : ["string", closed];
}

function endWhile(text: string, from: number, allowed: RegExp): number {
  let to = from + 1;
  while (to < text.length && allowed.test(text[to] ?? "")) to += 1;
  return to;
}

function endOfComment(text: string, at: number): number | null {
  if (text.startsWith("/*", at)) {
    const end = text.indexOf("*/", at + 2);
    return end < 0 ? text.length : end + 2;
  }
  if (!text.startsWith("//", at)) return null;
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** null where the line ends first: then it is an apostrophe, or a fault. */
function endOfString(text: string, from: number, quote: string): number | null {
  for (let at = from + 1; at < text.length && text[at] !== "\n"; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === quote) return at + 1;
  }
  return null;
}
