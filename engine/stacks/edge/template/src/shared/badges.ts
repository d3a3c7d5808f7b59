import type { BadgeMeta, ModelMeta } from "./model.ts";
import { today } from "./day.ts";

type Comparable = string | number | boolean;

const isComparable = (value: unknown): value is Comparable => ["string", "number", "boolean"].includes(typeof value);

function isExcepted({ unless }: BadgeMeta, record: Readonly<Record<string, unknown>>): boolean {
  if (!unless) return false;
  const value = record[unless.field];
  if (value === null || value === undefined || value === "") return false;
  return unless.values === undefined || unless.values.some((each) => each === value);
}

/** Whether the badge applies; a missing value on either side means no. */
export function badgeHolds(
  badge: BadgeMeta,
  record: Readonly<Record<string, unknown>>,
  day: string = today(),
): boolean {
  const left = record[badge.field];
  if (!isComparable(left) || isExcepted(badge, record)) return false;
  // Times are ISO 8601, so their first ten characters are the day.
  if (badge.operator === "before-today") return String(left).slice(0, 10) < day;
  if (badge.operator === "after-today") return String(left).slice(0, 10) > day;
  const right = badge.otherField === undefined ? badge.value : record[badge.otherField];
  if (!isComparable(right) || typeof right !== typeof left) return false;
  switch (badge.operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case "=":
      return left === right;
    case ">=":
      return left >= right;
    case ">":
      return left > right;
  }
}

export function badgesOf(model: ModelMeta, record: Readonly<Record<string, unknown>>): BadgeMeta[] {
  return model.badges.filter((badge) => badgeHolds(badge, record));
}
