// Our own guide to generated apps, indexed beside the packages' documentation: a Markdown file for each stack, embedded by
// scripts/embed-templates.mjs. A test carries out what its examples say.
import type { StackId } from "#engine/stacks/stack.ts";
import type { SourceDocument } from "./chunk.ts";
import { guides } from "./guides.generated.ts";
import { guideLibrary } from "./libraries.ts";

export interface GuideSource {
  readonly source: string;
  /** What it says: another text is another version. */
  readonly version: string;
  readonly documents: readonly SourceDocument[];
}

export function guideDocuments(stack: StackId): GuideSource {
  const text = guides[`${stack}.md`] ?? "";
  return {
    source: `${guideLibrary}@${stack}`,
    version: fingerprint(text),
    documents: [{ library: guideLibrary, version: stack, path: `${stack}.md`, kind: "guide", text }],
  };
}

/** FNV-1a over UTF-16 units and the length: tells one text of ours from its next version, nothing more. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}
