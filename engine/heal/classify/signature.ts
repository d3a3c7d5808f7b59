// Two failures that the same repair mends should share a signature: what varies from app to app is taken out first.

import { stableHash } from "../stable-hash.ts";

export function signatureOf(category: string, kind: string, where: string, message: string): string {
  return stableHash([category, kind, where, normalise(message)].join("|"));
}

/** Paths, quoted names, versions, hashes and numbers become placeholders. */
export function normalise(message: string): string {
  return message
    .replaceAll(/(["'`])(?:(?!\1).){1,200}\1/g, "<name>")
    .replaceAll(/(?:\.{0,2}\/)?(?:[\w@.-]+\/)+[\w@.-]+/g, "<path>")
    .replaceAll(/\b[0-9a-f]{7,64}\b/g, "<hash>")
    .replaceAll(/\bTS(\d+)/g, "TS#$1#")
    .replaceAll(/(?<!#)\b\d+(?:\.\d+)*\b(?!#)/g, "<n>")
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
