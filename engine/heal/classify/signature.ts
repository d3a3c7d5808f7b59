// Two failures that the same repair mends should share a signature: what varies from app to app is taken out first.

export function signatureOf(category: string, kind: string, where: string, message: string): string {
  return hash([category, kind, where, normalise(message)].join("|"));
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

/** FNV-1a, 64 bits, in hexadecimal: stable across runtimes, and no secret is kept by it. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, "0");
}
