// The signature of an error: equal for two errors that the same repair mends, else different. `text` is what an embedding
// is made of when no equal one is known.
import { classifyError } from "../classify/classify-error.ts";
import { stableHash } from "../stable-hash.ts";
import type { StructuredError } from "../structured-error.ts";
import { canonicalFaults } from "./canonical-faults.ts";
import { normaliseMessage } from "./normalise-message.ts";

export interface Signature {
  /** 16 hexadecimal digits. */
  readonly hash: string;
  /** At most 300 characters, without anything of the app's own. */
  readonly text: string;
}

/** Codes that only say which part of a tool spoke. */
const speakers = /^builtin:|^@|^plugin|^esbuild$|^PARSE_ERROR$|^SYNTAX$|^TYPE$|^Error$|^UNRESOLVED_IMPORT$/;

export function signError(error: StructuredError): Signature {
  const { leaf } = classifyError(error);
  const canonical = canonicalText(error, leaf);
  // Tools disagree about the kind of a fault of syntax, seldom about what is missing.
  const kind = canonical !== null && leaf.startsWith("syntax/") ? "syntax" : leaf;
  const text = `${kind}: ${canonical ?? plainText(error, leaf)}`.slice(0, 300);
  return { hash: stableHash(text), text };
}

function canonicalText(error: StructuredError, leaf: string): string | null {
  for (const { leaves, pattern, text } of canonicalFaults) {
    const found = leaves.some((each) => each === leaf) ? pattern.exec(error.message) : null;
    if (found !== null) return text(found.groups ?? {}, error);
  }
  return null;
}

function plainText(error: StructuredError, leaf: string): string {
  const { code, message, excerpt } = error;
  const named = code === null || speakers.test(code) ? "" : `${code} `;
  // Two tests may fail by the same words and for different reasons; their titles come from the scaffold.
  const title = leaf === "runtime/test-failure" ? (/^FAIL\s+(.+)$/m.exec(excerpt)?.[1] ?? error.file ?? "") : "";
  return `${named}${normaliseMessage(message).text}${title === "" ? "" : ` in ${title}`}`;
}
