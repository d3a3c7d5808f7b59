// What a file is, by its bytes. The name only settles which text it is, where the bytes fit more than one.
import { type AttachmentKind, type ImageType, UnreadableFile } from "./attachment.ts";
import { looksLikeTable } from "./csv/parse-csv.ts";

export interface DetectedFile {
  readonly kind: AttachmentKind;
  readonly mediaType: string;
  /** Of the kinds that are text. */
  readonly text: string | null;
}

const mediaTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  zip: "application/zip",
  csv: "text/csv",
  markdown: "text/markdown",
  json: "application/json",
  text: "text/plain",
} as const satisfies Record<Exclude<AttachmentKind, "image">, string>;

const accepted =
  "Images (PNG, JPEG, WebP, GIF), PDF, DOCX, CSV, Markdown, JSON, plain text and zip files can be attached.";

/** Throws an UnreadableFile for anything else. `entries`: the names in a zip file. */
export function detectKind(
  name: string,
  bytes: Uint8Array,
  entries: (bytes: Uint8Array) => readonly string[],
): DetectedFile {
  if (bytes.length === 0) throw new UnreadableFile("The file is empty.");
  const image = imageType(bytes);
  if (image !== null) return { kind: "image", mediaType: image, text: null };
  if (hasPdfHead(bytes)) return binary("pdf");
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    const names = entries(bytes);
    if (names.includes("word/document.xml")) return binary("docx");
    if (names.includes("[Content_Types].xml"))
      throw new UnreadableFile(
        "Spreadsheets and slides of Office are not read. Save a sheet as CSV, or slides as PDF.",
      );
    return binary("zip");
  }
  const text = decodeText(bytes);
  const kind = textKind(name, text);
  return { kind, mediaType: mediaTypes[kind], text };
}

export function imageType(bytes: Uint8Array): ImageType | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (ascii(bytes, 0, 6) === "GIF87a" || ascii(bytes, 0, 6) === "GIF89a") return "image/gif";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "image/webp";
  return null;
}

/** Text without its byte order mark. Throws where the bytes are no text. */
export function decodeText(bytes: Uint8Array): string {
  const wide = startsWith(bytes, [0xff, 0xfe]) ? "utf-16le" : startsWith(bytes, [0xfe, 0xff]) ? "utf-16be" : null;
  let text: string;
  try {
    text = new TextDecoder(wide ?? "utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    const printable = bytes.subarray(0, 4_096).every((byte) => byte > 0x1f || byte === 9 || byte === 10 || byte === 13);
    throw new UnreadableFile(
      printable
        ? "The text is not UTF-8. Save it as UTF-8 and attach it again."
        : `This kind of file is not read. ${accepted}`,
    );
  }
  // oxlint-disable-next-line eslint/no-control-regex
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text))
    throw new UnreadableFile(`This kind of file is not read. ${accepted}`);
  if (text.trim() === "") throw new UnreadableFile("The file has no text in it.");
  return text;
}

function textKind(name: string, text: string): "csv" | "markdown" | "json" | "text" {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (/^\s*[[{]/.test(text) && isJson(text)) return "json";
  if (looksLikeTable(text, extension === "csv" || extension === "tsv")) return "csv";
  return extension === "md" || extension === "markdown" ? "markdown" : "text";
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const binary = (kind: "pdf" | "docx" | "zip"): DetectedFile => ({ kind, mediaType: mediaTypes[kind], text: null });

/** Readers accept some bytes before the head, and so do forgers: it must stand at the start, but for white space. */
function hasPdfHead(bytes: Uint8Array): boolean {
  return /^\s*%PDF-\d/.test(ascii(bytes, 0, 32));
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
