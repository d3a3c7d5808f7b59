import type { Chunk, SourceDocument } from "./chunk.ts";
import { chunkDeclarations } from "./chunk-declarations.ts";
import { chunkMarkdown } from "./chunk-markdown.ts";
import { cleanMarkdown } from "./clean-markdown.ts";
import { libraries } from "./libraries.ts";

/** Changes when documents would be cut otherwise: what was indexed before is then indexed anew. */
export const chunkerVersion = 2;

/** Pieces of fewer characters say nothing. */
const least = 40;

export function chunkDocument(document: SourceDocument): Chunk[] {
  const { library, version, path, kind, text } = document;
  const pieces = kind === "guide" ? chunkMarkdown(cleanMarkdown(text)) : chunkDeclarations(text);
  const skip = libraries.find((candidate) => candidate.package === library)?.skip;
  return pieces
    .filter((piece) => piece.text.trim().length >= least && skip?.test(piece.heading) !== true)
    .map(({ heading, line, text: body }, index) => ({
      id: `${library}@${version}/${path}#${index}`,
      library,
      version,
      path,
      kind,
      heading: heading.slice(0, 300) || titleOf(path),
      line,
      text: body,
    }));
}

function titleOf(path: string): string {
  return (path.split("/").at(-1) ?? path).replace(/\.(md|d\.c?ts)$/, "");
}
