// Files and selections as an agent gets them: pictures and documents in the provider's own form where a model takes them,
// text between marks otherwise. How much text depends on who reads: the architect plans from it, the coder looks things up.
import type { CellValue, InferredTable, Reading, AttachmentKind, ImageType } from "#engine/attachments/attachment.ts";
import type { ContentPart } from "#engine/llm/provider.ts";
import { fence } from "./fence.ts";

export interface GivenAttachment {
  readonly name: string;
  readonly kind: AttachmentKind;
  /** Null where the file was deleted since. */
  readonly reading: Reading | null;
  /** The bytes that a model may get: of a picture, and of a PDF that providers take. */
  readonly native: { readonly mediaType: ImageType | "application/pdf"; readonly base64: string } | null;
}

export interface GivenSelection {
  readonly selector: string;
  readonly text?: string | undefined;
  readonly component?: string | undefined;
  readonly page?: string | undefined;
}

interface Share {
  /** Characters of all texts together. */
  readonly text: number;
  readonly rows: number;
  /** Whether PDFs are given as documents. */
  readonly documents: boolean;
}
const shares = {
  architect: { text: 80_000, rows: 8, documents: true },
  coder: { text: 12_000, rows: 3, documents: false },
} as const satisfies Record<string, Share>;

/** Parts of a user's message, after the request itself; none without attachments. */
export function attachmentParts(files: readonly GivenAttachment[], reader: keyof typeof shares): ContentPart[] {
  const share: Share = shares[reader];
  let left = share.text;
  return files.flatMap((file): ContentPart[] => {
    const { name, kind, reading, native } = file;
    if (reading === null) return [textPart(`The file ${JSON.stringify(name)} was deleted and is not here.`)];
    const described = describe(file, reading, share, left);
    left = Math.max(0, left - described.length);
    if (native === null || (native.mediaType === "application/pdf" && !share.documents)) return [textPart(described)];
    const { mediaType, base64 } = native;
    if (mediaType === "application/pdf")
      return [textPart(headOf(name, kind)), { type: "pdf", name, base64, instead: described }];
    const instead = `You cannot see pictures, so ${JSON.stringify(name)} was not looked at. Say so where you state what you assumed.`;
    return [textPart(headOf(name, kind)), { type: "image", mediaType, base64, instead }];
  });
}

/** Empty when nothing was selected. */
export function describeSelection(selection: GivenSelection | null): string {
  if (selection === null) return "";
  const lines = [
    ...(selection.page === undefined ? [] : [`page: ${selection.page}`]),
    `selector: ${selection.selector}`,
    ...(selection.component === undefined ? [] : [`component: ${selection.component}`]),
    ...(selection.text === undefined ? [] : [`text: ${selection.text}`]),
  ];
  return `# What the user points at\n"This" and "here" in the request mean this element of the running app.\n${fence("selected element", lines.join("\n"))}`;
}

const textPart = (text: string): ContentPart => ({ type: "text", text });
const headOf = (name: string, kind: AttachmentKind): string => `Attached ${kind}: ${JSON.stringify(name)}.`;

function describe({ name, kind, native }: GivenAttachment, reading: Reading, share: Share, left: number): string {
  const notes = [...reading.notes];
  if (kind === "image" && native === null) notes.push("The picture is too large for a model and was not looked at.");
  // Of a table the columns and some rows say what there is to know.
  const hidesText = reading.tables.length > 0 && kind !== "zip";
  const text = hidesText ? "" : reading.text.slice(0, left).toWellFormed();
  if (!hidesText && text.length < reading.text.length)
    notes.push(
      `Cut after ${text.length.toLocaleString("en-US")} of ${reading.text.length.toLocaleString("en-US")} characters.`,
    );
  const body = [...reading.tables.map((table) => describeTable(table, share.rows)), text].filter((part) => part !== "");
  const said = notes.length > 0 ? ` (${notes.join(" ")})` : "";
  return body.length === 0
    ? `${headOf(name, kind)}${said}`
    : `${headOf(name, kind)}${said}\n${fence(`attachment ${name}`, body.join("\n\n"))}`;
}

function describeTable({ source, name, fields, rows, rowCount }: InferredTable, most: number): string {
  const columns = fields.map(({ name, type, required, unique, values }) => {
    const marks = [...(required ? ["required"] : []), ...(unique ? ["unique"] : [])];
    const choices = values === undefined ? "" : ` of ${JSON.stringify(values)}`;
    return `- ${name}: ${[`${type}${choices}`, ...marks].join(", ")}`;
  });
  const examples = rows.slice(0, most).map((row) => JSON.stringify(Object.values(row).map(shorten)));
  return [
    `Table ${source}: ${rowCount.toLocaleString("en-US")} rows, as a model "${name}" with the fields`,
    ...columns,
    "First rows:",
    ...examples,
  ].join("\n");
}

const shorten = (value: CellValue): CellValue =>
  typeof value === "string" && value.length > 80 ? `${value.slice(0, 80).toWellFormed()}…` : value;
