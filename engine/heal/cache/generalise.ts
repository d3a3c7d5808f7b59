// Tokens of a file as tokens of a pattern: a hole wherever something is the app's own.
import type { PatternToken } from "./fix.ts";
import { contentOf } from "./match-pattern.ts";
import { isPublicNumber, isPublicText, isPublicWord } from "./public-words.ts";
import type { Token } from "./split-tokens.ts";

export class Generaliser {
  readonly #holes = new Map<string, string>();
  #count = 0;

  /** `named`: hole → what the error calls by it. */
  constructor(named: ReadonlyMap<string, string>) {
    for (const [hole, name] of named) {
      const key = `${hole.startsWith("path") ? "string" : "word"} ${name}`;
      if (!this.#holes.has(key)) this.#holes.set(key, hole);
    }
  }

  /** What a pattern finds: the same token wherever it is public, else whatever stands there. */
  find(token: Token): PatternToken {
    if (isPublicToken(token)) return verbatim(token);
    const key = keyOf(token);
    const hole = this.#holes.get(key) ?? String((this.#count += 1));
    this.#holes.set(key, hole);
    return { hole, kind: token.kind };
  }

  /** What a change writes: a hole that something has bound, else the text itself. */
  write(token: Token, namesOfFile: ReadonlySet<string>): PatternToken {
    const hole = isPublicToken(token) ? undefined : this.#holes.get(keyOf(token));
    if (hole !== undefined) return { hole, kind: token.kind };
    const text = verbatim(token);
    return token.kind === "word" && !isPublicToken(token) && namesOfFile.has(token.text)
      ? { ...text, expected: true }
      : text;
  }
}

const keyOf = (token: Token): string => `${token.kind} ${contentOf(token)}`;

export const verbatim = ({ kind, text }: Pick<Token, "kind" | "text">) => ({ kind, text });

export function isPublicToken(token: Pick<Token, "kind" | "text">): boolean {
  switch (token.kind) {
    case "sign":
      return true;
    case "word":
      return isPublicWord(token.text);
    case "number":
      return isPublicNumber(token.text);
    case "string":
      return isPublicText(contentOf(token));
    default:
      return token.kind satisfies never;
  }
}
