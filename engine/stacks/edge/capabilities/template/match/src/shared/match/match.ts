// How well records fit what somebody wishes for. Every wish weighs the same; a wish that was not made does not count. Pure.
import type { ApiRecord, FieldMeta } from "../model.ts";

/** As typed or chosen, by the key of the field; empty is no wish. Numbers have two ends. */
export type Wishes = Readonly<Record<string, string>>;

export interface Fit {
  readonly record: ApiRecord;
  /** 0 to 1. */
  readonly share: number;
  readonly fits: readonly FieldMeta[];
  readonly differs: readonly FieldMeta[];
}

const numbers = new Set(["integer", "decimal", "money"]);
export const isNumber = (field: FieldMeta): boolean => numbers.has(field.type);
export const lowEnd = (field: FieldMeta): string => `${field.key} from`;
export const highEnd = (field: FieldMeta): string => `${field.key} to`;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? [];

/** Null when nothing was wished of this field. */
function shareOf(field: FieldMeta, record: ApiRecord, wishes: Wishes): number | null {
  const value = record[field.key];
  if (isNumber(field)) {
    const [low = "", high = ""] = [wishes[lowEnd(field)], wishes[highEnd(field)]];
    if (low === "" && high === "") return null;
    const isWithin =
      typeof value === "number" && (low === "" || value >= Number(low)) && (high === "" || value <= Number(high));
    return isWithin ? 1 : 0;
  }
  const wish = wishes[field.key]?.trim() ?? "";
  if (wish === "") return null;
  if (field.type === "boolean") return String(value === true) === wish ? 1 : 0;
  if (field.type === "enum" || field.reference) return value === wish ? 1 : 0;
  const [wanted, had] = [wordsOf(wish), wordsOf(typeof value === "string" ? value : "")];
  if (wanted.length === 0) return null;
  return wanted.filter((word) => had.some((other) => other.startsWith(word))).length / wanted.length;
}

/** The best first; without any wish nothing is ranked. */
export function rankFits(records: readonly ApiRecord[], fields: readonly FieldMeta[], wishes: Wishes): Fit[] {
  return records
    .flatMap((record): Fit[] => {
      const shares = fields.flatMap((field) => {
        const share = shareOf(field, record, wishes);
        return share === null ? [] : [{ field, share }];
      });
      if (shares.length === 0) return [];
      return [
        {
          record,
          share: shares.reduce((sum, { share }) => sum + share, 0) / shares.length,
          fits: shares.filter(({ share }) => share > 0).map(({ field }) => field),
          differs: shares.filter(({ share }) => share === 0).map(({ field }) => field),
        },
      ];
    })
    .sort((a, b) => b.share - a.share);
}
