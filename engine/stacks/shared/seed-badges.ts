// Makes every badge apply to some rows and to fewer than half of them.
import { largestNumber } from "#engine/prd/resolve-field.ts";
import type { ResolvedBadge, ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import { isMoment, type SeedRow, type SeedValue } from "./seed-values.ts";

function isExcepted({ unless }: ResolvedBadge, row: SeedRow): boolean {
  if (!unless) return false;
  const value = row[unless.field] ?? null;
  if (value === null || value === "") return false;
  return unless.values === undefined || unless.values.some((each) => each === value);
}

/** What the app's own `badgeHolds` says, for a row not yet written. */
export function holds(badge: ResolvedBadge, row: SeedRow): boolean {
  const left = row[badge.field] ?? null;
  if (left === null || isExcepted(badge, row)) return false;
  if (badge.operator === "before-today" || badge.operator === "after-today")
    return isMoment(left) && (badge.operator === "before-today" ? left.days < 0 : left.days > 0);
  const right = badge.otherField === undefined ? (badge.value ?? null) : (row[badge.otherField] ?? null);
  const [first, second] =
    isMoment(left) && isMoment(right)
      ? [left.days * 1_440 + left.minutes, right.days * 1_440 + right.minutes]
      : [left, right];
  if (first === null || second === null || isMoment(first) || isMoment(second) || typeof first !== typeof second)
    return false;
  switch (badge.operator) {
    case "<":
      return first < second;
    case "<=":
      return first <= second;
    case "=":
      return first === second;
    case ">=":
      return first >= second;
    case ">":
      return first > second;
  }
}

export const isFair = (badge: ResolvedBadge, rows: readonly SeedRow[]): boolean => {
  const count = rows.filter((row) => holds(badge, row)).length;
  return count > 0 && count * 2 < rows.length;
};

function candidates(field: ResolvedField, badge: ResolvedBadge, row: SeedRow, position: number): SeedValue[] {
  const right = badge.otherField === undefined ? badge.value : row[badge.otherField];
  if (field.type === "date" || field.type === "dateTime") {
    const base = isMoment(right) ? right.days : 0;
    const left = row[field.key];
    const minutes = isMoment(left) ? left.minutes : 540;
    return [-3 - position, 5 + position * 2, -1, 1, 0].map((days) => ({ days: base + days, minutes }));
  }
  if (field.type === "boolean") return [true, false];
  if (field.type === "enum")
    return (field.values ?? []).map(
      (_, step, values) => (values[(step + position) % values.length] as { value: string }).value,
    );
  if (typeof right === "number") {
    const { min = -Infinity, max = Infinity } = field;
    const near = [
      Math.floor(right * 0.4),
      right - 1,
      right,
      right + 7 + position * 5,
      right * 3 + position,
      right + 1,
      min,
      max,
    ];
    return near.filter(
      (value) =>
        Math.abs(value) <= largestNumber &&
        value >= min &&
        value <= max &&
        (field.type !== "integer" || Number.isInteger(value)),
    );
  }
  return field.type === "text" && typeof right === "string" && right !== ""
    ? [right.slice(0, 180), `${right.slice(0, 160)} ${position + 1}`]
    : [];
}

/** Changes as few values as it can; a badge that no value can satisfy stays as it is. */
export function spreadBadges(model: ResolvedModel, rows: readonly SeedRow[]): void {
  // A second round settles badges that share a field.
  for (const badge of [...model.badges, ...model.badges]) {
    const field = model.fields.find(({ key }) => key === badge.field);
    if (!field || field.reference || field.unique || isFair(badge, rows)) continue;
    const count = (): number => rows.filter((row) => holds(badge, row)).length;
    const wanted = Math.max(1, Math.floor((rows.length - 1) / 4));
    const start = 1 + model.badges.indexOf(badge);
    const shouldHold = count() === 0;
    for (let step = 0; step < rows.length && (shouldHold ? count() < wanted : count() > wanted); step += 1) {
      // Every third row first, then those between: neighbours in a list differ.
      const position = (start + step * (rows.length % 3 === 0 ? 5 : 3)) % rows.length;
      const row = rows[position] as SeedRow;
      if (holds(badge, row) === shouldHold) continue;
      const before = model.badges.filter((other) => other !== badge && isFair(other, rows));
      const kept = row[field.key] ?? null;
      const value = candidates(field, badge, row, position).find((candidate) => {
        row[field.key] = candidate;
        return holds(badge, row) === shouldHold && before.every((other) => isFair(other, rows));
      });
      row[field.key] = value ?? kept;
    }
  }
}
