// What documentation becomes before it is found again. Limits: requirements N4.7.

/** One file of a package, or one page, as it was found. */
export interface SourceDocument {
  /** The package, or the name of what the page documents: `hono`. */
  readonly library: string;
  /** Of the package; of a page, what names its content. */
  readonly version: string;
  /** Inside the package, or the page's address. */
  readonly path: string;
  /** Markdown, or TypeScript declarations. */
  readonly kind: "guide" | "declarations";
  readonly text: string;
}

export interface Chunk {
  /** The same as long as the document's version is the same. */
  readonly id: string;
  readonly library: string;
  readonly version: string;
  readonly path: string;
  readonly kind: SourceDocument["kind"];
  /** The headings above it, or the name of what is declared: `Routing > Params`, `Context.json`. */
  readonly heading: string;
  /** Of its first line in the document, from 1. */
  readonly line: number;
  readonly text: string;
}

export const chunkLimits = {
  /** Tokens; more only where something that belongs together would be cut. */
  target: 512,
  most: 1_024,
  /** How much of the end of one piece stands at the beginning of the next. */
  overlap: 50,
} as const;

export const retrievalLimits = {
  /** Of each way of searching. */
  candidates: 20,
  kept: 10,
  /** The most that a prompt may give to documentation, of 128,000; agents take less. */
  budgetTokens: 16_000,
} as const;

/** Four bytes of English prose or of TypeScript are about a token. */
export function countTokens(text: string): number {
  return Math.ceil(encoder.encode(text).length / 4);
}
const encoder = new TextEncoder();
