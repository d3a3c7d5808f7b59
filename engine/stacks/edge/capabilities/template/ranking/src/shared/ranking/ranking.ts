// Who stands where: the highest first, and who has the same shares a place. Pure.
import type { ApiRecord } from "../model.ts";

/** Keys of the model, of the numbers to rank by, and of what divides the records into tables of their own. */
export interface RankingSettings {
  readonly model: string;
  readonly by: readonly string[];
  readonly group?: string;
}

export interface Place {
  readonly record: ApiRecord;
  readonly place: number;
  readonly value: number;
  readonly isTied: boolean;
}

const mostPlaces = 100;

/** Records without a number are not placed. */
export function rankBy(records: readonly ApiRecord[], key: string): Place[] {
  const placed = records
    .flatMap((record) => {
      const value = record[key];
      return typeof value === "number" ? [{ record, value }] : [];
    })
    .sort((a, b) => b.value - a.value || a.record._label.localeCompare(b.record._label));
  return placed.slice(0, mostPlaces).map(({ record, value }) => ({
    record,
    value,
    place: placed.findIndex((other) => other.value === value) + 1,
    isTied: placed.filter((other) => other.value === value).length > 1,
  }));
}
