// Comma-separated values as people's programs write them: RFC 4180 with any of the usual delimiters, lenient about
// ragged rows and quotes inside a cell.

export interface ParsedTable {
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
  /** The text was longer than what was read. */
  readonly cut: boolean;
}

const delimiters = [",", ";", "\t", "|"] as const;
const mostRows = 20_000;
const mostColumns = 200;

/** Rows without the empty ones; cells trimmed. */
export function parseCsv(text: string, delimiter = chooseDelimiter(text)): ParsedTable {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  let at = 0;
  const endCell = (): void => {
    if (row.length < mostColumns) row.push(cell.trim());
    cell = "";
  };
  const endRow = (): void => {
    endCell();
    if (row.some((value) => value !== "")) rows.push(row);
    row = [];
  };
  for (; at < text.length && rows.length < mostRows; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === "") {
      cell = "";
      quoted = true;
    } else if (char === delimiter) endCell();
    else if (char === "\n") endRow();
    else if (char !== "\r") cell += char;
  }
  if (cell !== "" || row.length > 0) endRow();
  return { delimiter, rows, cut: at < text.length };
}

/** The one that cuts the first rows into the most columns of the same number. */
export function chooseDelimiter(text: string): string {
  const head = text.slice(0, 20_000);
  let best: { delimiter: string; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of delimiters) {
    const rows = parseCsv(head, delimiter).rows.slice(0, 30);
    const columns = rows[0]?.length ?? 0;
    if (columns < 2) continue;
    const same = rows.filter((row) => row.length === columns).length / rows.length;
    const score = same * 100 + columns;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** `named`: the file's name says that it is a table; one column is enough then. */
export function looksLikeTable(text: string, named: boolean): boolean {
  const { rows } = parseCsv(text.slice(0, 20_000));
  const columns = rows[0]?.length ?? 0;
  if (named) return rows.length >= 1;
  if (rows.length < 3 || columns < 2) return false;
  const same = rows.slice(0, 30).filter((row) => row.length === columns).length / Math.min(rows.length, 30);
  // Prose has commas as well, and longer pieces between them.
  const short = (rows[0] ?? []).every((cell) => cell !== "" && cell.length <= 40);
  return same >= 0.95 && short;
}
