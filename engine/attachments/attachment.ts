// Files that people give with a request, as the agents get them. Pure. A file is read once, when it is stored; what could
// be read of it stands beside it, so that no agent parses a stranger's bytes.
import type { PrdField } from "#engine/prd/schema.ts";

export const attachmentKinds = ["image", "pdf", "docx", "csv", "markdown", "text", "json", "zip"] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

export const imageTypes = ["image/png", "image/jpeg", "image/webp", "image/gif"] as const;
export type ImageType = (typeof imageTypes)[number];

/** A value of a table's row, as its field's type wants it: dates as ISO 8601, money in the major unit. */
export type CellValue = string | number | boolean | null;

/** A table as a model: what its columns hold, and its first rows. */
export interface InferredTable {
  /** File that it came from; within a zip with the folders. */
  readonly source: string;
  /** Singular, as a model is called: "Customer". */
  readonly name: string;
  readonly fields: readonly PrdField[];
  /** By the names of `fields`; the first ones only. */
  readonly rows: readonly Readonly<Record<string, CellValue>>[];
  readonly rowCount: number;
  /** Of a column "id", which becomes no field: its cells, by row. */
  readonly ids?: readonly string[] | undefined;
}

export interface Reading {
  /** Plain text; empty for an image and where a document holds none. */
  readonly text: string;
  readonly tables: readonly InferredTable[];
  /** Pixels, where the file says them. */
  readonly image: { readonly width: number; readonly height: number } | null;
  /** Of a document. */
  readonly pages?: number | undefined;
  /** What was left out or could not be read, a sentence each, for people and models. */
  readonly notes: readonly string[];
}

export const longestText = 200_000;

/** A file that cannot be taken; the message is for who sent it. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}

/** A reading of text alone; what is beyond `longestText` is cut, and said so. */
export function readingOf(text: string, rest: Partial<Reading> = {}): Reading {
  const clean = text.toWellFormed();
  const cut = clean.length > longestText;
  const note = `Only the first ${longestText.toLocaleString("en-US")} of ${clean.length.toLocaleString("en-US")} characters were read.`;
  return {
    tables: [],
    image: null,
    ...rest,
    text: cut ? clean.slice(0, longestText).toWellFormed() : clean,
    notes: [...(rest.notes ?? []), ...(cut ? [note] : [])],
  };
}
