// Comma-separated values after RFC 4180, as spreadsheets write and read them.
import { say } from "./say.ts";

/** What is wrong with a file, in words for whoever chose it. */
export class CsvError extends Error {
  override readonly name = "CsvError";
}

const separators = [",", ";", "\t"] as const;

/** Spreadsheets write what their language uses: the first line tells, outside of its quotes. */
function separatorOf(text: string): string {
  const counts = new Map<string, number>(separators.map((separator) => [separator, 0]));
  let isQuoted = false;
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === "\n" || letter === "\r")) break;
    else if (!isQuoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return separators.reduce((best, separator) =>
    (counts.get(separator) ?? 0) > (counts.get(best) ?? 0) ? separator : best,
  );
}

/** The cells of every row. Empty lines are left out; a cell may hold quotes, separators and line breaks in quotes. */
export function parseCsv(given: string): string[][] {
  const text = given.replace(/^\uFEFF/, "");
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let line = 1;
  let wasQuoted = false;

  const endCell = (): void => {
    row.push(cell);
    cell = "";
    wasQuoted = false;
  };
  const endRow = (): void => {
    const isEmpty = row.length === 0 && cell === "" && !wasQuoted;
    endCell();
    if (!isEmpty) rows.push(row);
    row = [];
    line += 1;
  };

  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '"' && cell === "" && !wasQuoted) {
      const opened = line;
      wasQuoted = true;
      for (at += 1; ; at += 1) {
        if (at >= text.length) throw new CsvError(say.openQuote(opened));
        const inside = text.charAt(at);
        if (inside === '"' && text.charAt(at + 1) !== '"') break;
        if (inside === '"') at += 1;
        if (inside === "\n") line += 1;
        cell += inside;
      }
    } else if (letter === separator) endCell();
    else if (letter === "\n") endRow();
    else if (letter === "\r") {
      if (text.charAt(at + 1) !== "\n") endRow();
    } else cell += letter;
  }
  if (cell !== "" || wasQuoted || row.length > 0) endRow();
  return rows;
}

const printCell = (cell: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

// A lone empty cell gets quotes, or its row would be an empty line, which readers leave out.
const printRow = (row: readonly string[]): string =>
  row.length === 1 && row[0] === "" ? '""' : row.map(printCell).join(",");

/** With a byte order mark, without which spreadsheets misread letters beyond ASCII. */
export const printCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${printRow(row)}\r\n`).join("")}`;
