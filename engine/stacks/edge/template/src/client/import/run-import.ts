import type { ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { api } from "../api.ts";

/** The API takes no more at once. */
const batchSize = 25;

export interface ImportRow {
  /** Line of the list as people count it in a spreadsheet: the header is row 1. */
  number: number;
  cells: readonly string[];
  values: Record<string, unknown>;
  errors: Readonly<Record<string, string>>;
}

export interface ImportResult {
  created: number;
  refused: { row: ImportRow; reason: string }[];
}

/** Sends the rows in batches; `onProgress` hears how many were answered. A lost connection ends it with what is left. */
export async function runImport(
  model: ModelMeta,
  rows: readonly ImportRow[],
  onProgress: (done: number) => void,
): Promise<ImportResult> {
  const result: ImportResult = { created: 0, refused: [] };
  for (let at = 0; at < rows.length; at += batchSize) {
    const batch = rows.slice(at, at + batchSize);
    try {
      // One after the other, so that the order of the file is kept.
      // oxlint-disable-next-line no-await-in-loop
      const { results } = await api.createMany(
        model,
        batch.map(({ values }) => values),
      );
      for (const [index, row] of batch.entries()) {
        const outcome = results[index];
        if (outcome && "id" in outcome) result.created += 1;
        else result.refused.push({ row, reason: reasonOf(model, outcome?.fields ?? {}, outcome?.message ?? "") });
      }
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : say.notSent;
      result.refused.push(...rows.slice(at).map((row) => ({ row, reason })));
      break;
    }
    onProgress(Math.min(rows.length, at + batchSize));
  }
  return result;
}

/** "Price: Enter a number. SKU: …" */
export function reasonOf(model: ModelMeta, fields: Readonly<Record<string, string>>, message: string): string {
  const parts = Object.entries(fields).map(
    ([key, text]) => `${model.fields.find((field) => field.key === key)?.label ?? key}: ${text}`,
  );
  return parts.length > 0 ? parts.join(" ") : message;
}
