// What a question offers and what is right, whatever way its author wrote it down.
import type { QuizSettings } from "./quiz-settings.ts";

type Parts = Pick<QuizSettings, "choices" | "lines" | "answer">;
type Row = Readonly<Record<string, unknown>>;

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, " ");
const textOf = (row: Row, key: string | undefined): string =>
  key === undefined || row[key] === null || row[key] === undefined ? "" : String(row[key]).trim();

/** "A) Paris", "1. Paris" and "- Paris" offer Paris. */
const withoutMark = (line: string): string => line.replace(/^\s*(?:[-*•]|[A-Ha-h1-9][).:])\s+/, "").trim();

function offered(parts: Parts, row: Row): string[] {
  const own = parts.choices.map((key) => textOf(row, key));
  const lines = textOf(row, parts.lines);
  const separated = lines.includes("\n") ? lines.split("\n") : lines.split(/[;|,]/);
  return [...own, ...separated.map(withoutMark)].filter((option) => option !== "");
}

/** The right answer as text: "B" and "2" mean the second option. */
export function rightAnswer(parts: Parts, row: Row): string {
  const written = textOf(row, parts.answer);
  const options = offered(parts, row);
  const same = options.find((option) => plain(option) === plain(written));
  if (same !== undefined) return same;
  const letter = /^(?:option |choice |answer )?([a-h])$/i.exec(written)?.[1]?.toLowerCase();
  const at = letter ? letter.charCodeAt(0) - 97 : /^[1-8]$/.test(written) ? Number(written) - 1 : -1;
  return options[at] ?? written;
}

/** Each once, the right one among them; empty when there is nothing to choose from. */
export function optionsOf(parts: Parts, row: Row): string[] {
  const options = new Map(offered(parts, row).map((option) => [plain(option), option]));
  if (options.size === 0) return [];
  const right = rightAnswer(parts, row);
  if (right !== "") options.set(plain(right), right);
  // In an order that gives nothing away.
  return options.size < 2 ? [] : [...options.values()].sort((a, b) => a.localeCompare(b));
}

export const isRightAnswer = (parts: Parts, row: Row, given: string): boolean =>
  plain(given) !== "" && plain(given) === plain(rightAnswer(parts, row));
