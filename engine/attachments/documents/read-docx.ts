// The text of a Word document: paragraphs, headings, lists and tables in their order. What its author deleted or hid is not
// part of it.
import { type Reading, readingOf, UnreadableFile } from "../attachment.ts";
import { inflate, listZip } from "./open-zip.ts";

const body = "word/document.xml";
const largestBody = 30 * 1024 * 1024;

export function readDocx(bytes: Uint8Array): Reading {
  const entry = listZip(bytes).find(({ path }) => path === body);
  if (!entry || entry.size > largestBody) throw new UnreadableFile("The document has no text that could be read.");
  const xml = new TextDecoder().decode(inflate(bytes, new Set([body])).get(body));
  const text = textOfXml(xml);
  if (text === "") throw new UnreadableFile("The document has no text in it.");
  return readingOf(text);
}

/** One pass over the tags, without a tree: a body of hundreds of pages takes some milliseconds. */
export function textOfXml(xml: string): string {
  const lines: string[] = [];
  let line = "";
  let prefix = "";
  let cells: string[] | null = null;
  let hidden = false;
  const endParagraph = (): void => {
    const text = line.trim();
    if (text !== "" && cells === null) lines.push(prefix + text);
    if (cells !== null) cells.push(`${cells.pop() ?? ""} ${text}`.trim());
    line = "";
    prefix = "";
  };
  for (const [, close, name = "", attributes = "", text = ""] of xml.matchAll(/<(\/?)w:(\w+)([^>]*)>([^<]*)/g)) {
    if (close === "/") {
      if (name === "p") endParagraph();
      else if (name === "r") hidden = false;
      else if (name === "tr" && cells !== null) {
        lines.push(cells.join(" | "));
        cells = [];
      } else if (name === "tbl") cells = null;
      continue;
    }
    if (name === "t" && !hidden) line += decodeEntities(text);
    else if (name === "tab") line += "\t";
    else if (name === "br" || name === "cr") line += "\n";
    else if (name === "vanish" && !/w:val="(0|false)"/.test(attributes)) hidden = true;
    else if (name === "pStyle") prefix = headingPrefix(attributes) ?? prefix;
    else if (name === "numPr") prefix ||= "- ";
    else if (name === "tbl") cells = [];
    else if (name === "tc") cells?.push("");
  }
  endParagraph();
  return lines.join("\n");
}

function headingPrefix(attributes: string): string | null {
  const level = /w:val="(?:Heading|heading )(\d)"/.exec(attributes)?.[1];
  if (level !== undefined) return `${"#".repeat(Number(level))} `;
  return /w:val="Title"/.test(attributes) ? "# " : null;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name] ?? whole;
    const code = name[1]?.toLowerCase() === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
