// Markdown in pieces: a new one at every heading; a section that is too long is split between paragraphs, with the end of
// one piece repeated in the next. A code block stays whole, unless it alone is longer than a piece may be.
import { chunkLimits, countTokens } from "./chunk.ts";

export interface Piece {
  readonly heading: string;
  readonly line: number;
  readonly text: string;
}

interface Block {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly isCode: boolean;
  readonly tokens: number;
}

export function chunkMarkdown(text: string): Piece[] {
  return splitSections(text).flatMap(({ heading, blocks }) =>
    packBlocks(blocks).map((packed) => ({ heading, ...packed })),
  );
}

interface Section {
  heading: string;
  blocks: Block[];
}

function splitSections(text: string): Section[] {
  const sections: Section[] = [{ heading: "", blocks: [] }];
  const titles: string[] = [];
  let current: string[] = [];
  let start = 1;
  let fence: string | null = null;
  const flush = () => {
    const body = current.join("\n");
    if (body.trim() !== "") sections.at(-1)?.blocks.push(block(body, start, /^\s*(```|~~~)/.test(current[0] ?? "")));
    current = [];
  };
  for (const [index, line] of text.split("\n").entries()) {
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1] ?? null;
    if (fence !== null) {
      current.push(line);
      if (mark?.startsWith(fence)) {
        fence = null;
        flush();
      }
      continue;
    }
    if (mark !== null) {
      flush();
      [fence, start, current] = [mark, index + 1, [line]];
      continue;
    }
    const title = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line);
    if (title) {
      flush();
      const level = title[1]?.length ?? 1;
      titles.length = Math.min(titles.length, level - 1);
      titles[level - 1] = (title[2] ?? "").replace(/[`*_]/g, "");
      sections.push({ heading: titles.filter(Boolean).join(" > "), blocks: [] });
      continue;
    }
    if (line.trim() === "") flush();
    else {
      if (current.length === 0) start = index + 1;
      current.push(line);
    }
  }
  flush();
  return sections;
}

function packBlocks(blocks: readonly Block[]): Omit<Piece, "heading">[] {
  const pieces: Block[][] = [];
  let size = 0;
  for (const part of blocks.flatMap(splitBlock)) {
    const last = pieces.at(-1);
    // What introduces a code block stays with it as long as both fit.
    const limit = part.isCode ? chunkLimits.most : chunkLimits.target;
    if (last && size + part.tokens <= limit) {
      last.push(part);
      size += part.tokens;
      continue;
    }
    const repeated = last ? overlapOf(last.at(-1)) : null;
    const opening = repeated && repeated.tokens + part.tokens <= chunkLimits.most ? [repeated] : [];
    pieces.push([...opening, part]);
    size = part.tokens + (opening[0]?.tokens ?? 0);
  }
  return pieces.map((parts) => ({ line: parts[0]?.line ?? 1, text: parts.map(({ text }) => text).join("\n\n") }));
}

/** A block that is longer than a piece may be, in parts: at lines, a line at words. */
function splitBlock(whole: Block): Block[] {
  if (whole.tokens <= (whole.isCode ? chunkLimits.most : chunkLimits.target)) return [whole];
  const parts: Block[] = [];
  let lines: string[] = [];
  let start = whole.line;
  let size = 0;
  const flush = () => {
    if (lines.length > 0) parts.push(block(lines.join("\n"), start, whole.isCode));
    [lines, size] = [[], 0];
  };
  for (const [index, line] of whole.text.split("\n").entries()) {
    for (const piece of splitLine(line)) {
      const tokens = countTokens(`${piece}\n`);
      if (size + tokens > chunkLimits.target) flush();
      if (lines.length === 0) start = whole.line + index;
      lines.push(piece);
      size += tokens;
    }
  }
  flush();
  return parts;
}

function splitLine(line: string): string[] {
  if (countTokens(line) <= chunkLimits.target) return [line];
  const pieces: string[] = [];
  let current = "";
  // A word longer than 400 characters is cut as well: minified text has no spaces.
  for (const word of line.match(/\S{1,400}\s*|\s+/g) ?? []) {
    if (current !== "" && countTokens(current + word) > chunkLimits.target) {
      pieces.push(current.trimEnd());
      current = "";
    }
    current += word;
  }
  return current === "" ? pieces : [...pieces, current.trimEnd()];
}

/** The last sentences of prose, up to the overlap; nothing of code, half of which would mislead. */
function overlapOf(last: Block | undefined): Block | null {
  if (!last || last.isCode) return null;
  const sentences = last.text.split(/(?<=[.!?:])\s+|\n/);
  let kept = "";
  for (const sentence of sentences.toReversed()) {
    const longer = kept === "" ? sentence : `${sentence} ${kept}`;
    if (countTokens(longer) > chunkLimits.overlap) break;
    kept = longer;
  }
  return kept.trim() === "" || kept === last.text ? null : block(kept, last.line, false);
}

function block(text: string, line: number, isCode: boolean): Block {
  return { text, line, isCode, tokens: countTokens(text) };
}
