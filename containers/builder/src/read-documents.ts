// What an installed package says of itself: its Markdown files and its type declarations. The package is a stranger's: only
// regular files inside its own folder are read, and only so much of them.
import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { DocumentsRequest, DocumentsResult } from "./protocol.ts";

const longestFile = 600_000;
const mostBytes = 8_000_000;
const mostFiles = 2_000;
const skipped = new Set(["node_modules", "src", ".git"]);
/** Not documentation, or not of this version. */
const unwanted = /^(changelog|license|licence|code_of_conduct|contributing|security|thirdpartynotices?)(\.[a-z]+)?$/i;

/** `modules`: a `node_modules` folder. Documents come in the order of their paths. */
export async function readDocuments(modules: string, request: DocumentsRequest): Promise<DocumentsResult> {
  const root = join(modules, request.package);
  const manifest = await readFile(join(root, "package.json"), "utf8").catch(() => null);
  if (manifest === null) return { version: null, documents: [], left: 0 };
  const version = z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
  const paths = (await listFiles(root, "")).filter((path) => isWanted(path, request));
  const documents: DocumentsResult["documents"] = [];
  let bytes = 0;
  let left = 0;
  for (const path of paths) {
    const { size } = await lstat(join(root, path));
    if (size > longestFile || bytes + size > mostBytes) {
      left += 1;
      continue;
    }
    bytes += size;
    documents.push({ path, text: await readFile(join(root, path), "utf8") });
  }
  return { version, documents, left };
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of entries) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    // Links are neither followed nor read.
    if (entry.isDirectory() && !skipped.has(entry.name)) found.push(...(await listFiles(root, path)));
    else if (entry.isFile() && /\.(md|d\.ts)$/.test(entry.name)) found.push(path);
    if (found.length >= mostFiles) return found.slice(0, mostFiles);
  }
  return found;
}

function isWanted(path: string, { under, not }: DocumentsRequest): boolean {
  const starts = (prefix: string) => path.startsWith(prefix);
  return under.some(starts) && !not.some(starts) && !unwanted.test(path);
}
