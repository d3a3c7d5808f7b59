// A stranger's bytes → what kind of file it is and what can be read of it. Everything that parses what people attach is
// below here, and nothing of it runs anywhere but at the upload.
import { type AttachmentKind, type Reading, readingOf } from "./attachment.ts";
import { inferRecords, inferTable } from "./csv/infer-table.ts";
import { detectKind, type DetectedFile } from "./detect-kind.ts";
import { listZip } from "./documents/open-zip.ts";
import { readDocx } from "./documents/read-docx.ts";
import { readPdf } from "./documents/read-pdf.ts";
import { readZip } from "./documents/read-zip.ts";
import { readImageSize } from "./image-size.ts";

export interface ReadFile {
  readonly kind: AttachmentKind;
  readonly mediaType: string;
  readonly reading: Reading;
}

/** Throws an UnreadableFile for what cannot be taken. `allow` throws for a kind before it is parsed: too large a file. */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  allow: (kind: AttachmentKind) => void,
): Promise<ReadFile> {
  const detected = detectKind(name, bytes, (zip) => listZip(zip).map(({ path }) => path));
  const { kind, mediaType } = detected;
  allow(kind);
  return { kind, mediaType, reading: await readingFor(name, bytes, detected) };
}

async function readingFor(name: string, bytes: Uint8Array, { kind, mediaType, text }: DetectedFile): Promise<Reading> {
  switch (kind) {
    case "image":
      return readingOf("", { image: readImageSize(bytes, mediaType as Parameters<typeof readImageSize>[1]) });
    case "pdf":
      return readPdf(bytes);
    case "docx":
      return readDocx(bytes);
    case "zip":
      return readZip(bytes);
    case "csv": {
      const { table, notes } = inferTable(name, text ?? "");
      return readingOf(text ?? "", { tables: [table], notes });
    }
    case "json": {
      const records = inferRecords(name, text ?? "");
      return readingOf(text ?? "", records ? { tables: [records.table], notes: records.notes } : {});
    }
    case "markdown":
    case "text":
      return readingOf(text ?? "");
    default:
      return kind satisfies never;
  }
}
