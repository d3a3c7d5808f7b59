// The text files of a zip file, one below the other under their paths, and its tables as models.
import { type InferredTable, type Reading, readingOf, UnreadableFile } from "../attachment.ts";
import { inferTable } from "../csv/infer-table.ts";
import { looksLikeTable } from "../csv/parse-csv.ts";
import { decodeText } from "../detect-kind.ts";
import { inflate, listZip } from "./open-zip.ts";

const mostFiles = 100;
const mostTables = 5;
const largestFile = 1024 * 1024;
const largestTotal = 5 * 1024 * 1024;
const machineMade = /(^|\/)(node_modules|\.git|__MACOSX|dist|build|\.DS_Store)(\/|$)/;

export function readZip(bytes: Uint8Array): Reading {
  const entries = listZip(bytes)
    .filter(({ path }) => !path.endsWith("/") && !machineMade.test(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const wanted = new Set<string>();
  let total = 0;
  for (const { path, size } of entries) {
    if (wanted.size >= mostFiles || size > largestFile || total + size > largestTotal) continue;
    wanted.add(path);
    total += size;
  }
  const files = inflate(bytes, wanted);
  const sections: string[] = [];
  const tables: InferredTable[] = [];
  const notes: string[] = [];
  let unread = entries.length - wanted.size;
  for (const path of wanted) {
    const text = textOf(files.get(path));
    if (text === null) {
      unread += 1;
      continue;
    }
    if (tables.length < mostTables && looksLikeTable(text, /\.(csv|tsv)$/i.test(path))) {
      const { table, notes: said } = inferTable(path, text);
      tables.push(table);
      notes.push(...said.map((note) => `${path}: ${note}`));
    } else sections.push(`## ${path}\n${text.trim()}`);
  }
  if (sections.length === 0 && tables.length === 0) throw new UnreadableFile("The zip file has no text files in it.");
  if (unread > 0) notes.push(`${unread} of ${entries.length} files are no text or too large, and were not read.`);
  return readingOf(sections.join("\n\n"), { tables, notes });
}

function textOf(bytes: Uint8Array | undefined): string | null {
  if (bytes === undefined) return null;
  try {
    return decodeText(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
}
