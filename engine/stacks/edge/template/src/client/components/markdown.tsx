// The part of Markdown that notes need: headings, lists, quotes, code, bold, italic, links. It builds React elements, never
// HTML, so stored text cannot run anything.
import type { ReactNode } from "react";

const inlinePattern = /(\*\*[^*]+\*\*|\*[^*\s][^*]*\*|`[^`]+`|\[[^\]]+\]\([^)\s]+\))/;

function renderInline(text: string): ReactNode[] {
  return text.split(inlinePattern).map((part, at) => {
    const link = /^\[([^\]]+)\]\(((?:https?:\/\/|mailto:|\/)[^)\s]+)\)$/.exec(part);
    if (link) {
      return (
        <a key={at} href={link[2]} className="text-accent underline underline-offset-2" rel="noreferrer">
          {link[1]}
        </a>
      );
    }
    if (/^\*\*.+\*\*$/.test(part)) return <strong key={at}>{part.slice(2, -2)}</strong>;
    if (/^\*.+\*$/.test(part)) return <em key={at}>{part.slice(1, -1)}</em>;
    if (/^`.+`$/.test(part)) {
      return (
        <code key={at} className="rounded bg-muted px-1 py-0.5 text-[0.9em]">
          {part.slice(1, -1)}
        </code>
      );
    }
    return part;
  });
}

function renderBlock(block: string, at: number): ReactNode {
  const lines = block.split("\n");
  const heading = /^#{1,6}\s+(.*)$/.exec(lines[0] ?? "");
  if (heading && lines.length === 1) {
    return (
      <p key={at} className="font-semibold">
        {renderInline(heading[1] ?? "")}
      </p>
    );
  }
  const items = (pattern: RegExp): ReactNode[] =>
    lines.map((line, row) => <li key={row}>{renderInline(line.replace(pattern, ""))}</li>);
  if (lines.every((line) => /^\s*[-*]\s+/.test(line))) {
    return (
      <ul key={at} className="list-disc space-y-1 pl-5">
        {items(/^\s*[-*]\s+/)}
      </ul>
    );
  }
  if (lines.every((line) => /^\s*\d+[.)]\s+/.test(line))) {
    return (
      <ol key={at} className="list-decimal space-y-1 pl-5">
        {items(/^\s*\d+[.)]\s+/)}
      </ol>
    );
  }
  if (lines.every((line) => line.startsWith(">"))) {
    return (
      <blockquote key={at} className="border-l-2 pl-4 text-subtle">
        {renderInline(lines.map((line) => line.replace(/^>\s?/, "")).join(" "))}
      </blockquote>
    );
  }
  return (
    <p key={at} className="whitespace-pre-line">
      {renderInline(block)}
    </p>
  );
}

/** Text right under a heading, or a list right under text, is a block of its own, as writers expect. */
const toBlocks = (text: string): string[] =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/^(#{1,6}\s.*)\n(?!\n)/gm, "$1\n\n")
    .replace(/^(?!\s*(?:[-*]|\d+[.)])\s)(.+)\n(?=\s*(?:[-*]|\d+[.)])\s)/gm, "$1\n\n")
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== "");

export function Markdown({ text }: { text: string }) {
  return <div className="space-y-3">{toBlocks(text).map(renderBlock)}</div>;
}
