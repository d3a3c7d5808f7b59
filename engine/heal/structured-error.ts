// One fault as a tool reported it. Every parser answers these, whatever the tool printed; the rest of healing reads
// nothing else. Paths are relative to the project, lines and columns count from 1.

export const tools = [
  "npm",
  "tsc",
  "vite",
  "next",
  "oxlint",
  "eslint",
  "vitest",
  "drizzle-kit",
  "workerd",
  "node",
  "browser",
  "health",
] as const;
export type Tool = (typeof tools)[number];

export interface StructuredError {
  readonly tool: Tool;
  /** The tool's own name for it: `TS2322`, `ERESOLVE`, `eslint(no-unused-vars)`, `UNRESOLVED_IMPORT`. */
  readonly code: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** One line. */
  readonly message: string;
  /** What the tool printed about it, at most `longestExcerpt` characters. */
  readonly excerpt: string;
  /** What this fault brought about: it goes when this one goes. */
  readonly related: readonly StructuredError[];
}

export const longestExcerpt = 2_000;

/** Fills in what a parser does not know. */
export function structuredError(
  known: Pick<StructuredError, "tool" | "message"> & Partial<StructuredError>,
): StructuredError {
  const { message, excerpt = message, file = null } = known;
  return {
    code: null,
    line: null,
    column: null,
    related: [],
    ...known,
    file: file === null ? null : projectPath(file),
    message: message.replaceAll(/\s+/g, " ").trim(),
    excerpt: excerpt.trim().slice(0, longestExcerpt),
  };
}

/** `./src/a.ts`, `/src/a.ts` and `file:///src/a.ts?v=1` are one file of the project. */
function projectPath(path: string): string {
  return path
    .replace(/^file:\/\//, "")
    .replace(/^(?:\.?\/)+/, "")
    .replace(/[?#].*$/, "");
}
