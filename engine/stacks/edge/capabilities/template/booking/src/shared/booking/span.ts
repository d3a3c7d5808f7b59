// From when until when a booking takes its place. Milliseconds; the end is not part of it.
import type { BookingSettings } from "./booking-settings.ts";

export interface Span {
  readonly start: number;
  readonly end: number;
}

const day = 86_400_000;
const usualMinutes = 60;

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** `minutes`: how long it takes when it has no end of its own. Null when it has no start. */
export function spanOf(
  settings: Pick<BookingSettings, "start" | "end" | "wholeDays" | "nights">,
  values: Readonly<Record<string, unknown>>,
  minutes: number | null,
): Span | null {
  const start = Date.parse(String(values[settings.start] ?? ""));
  if (Number.isNaN(start)) return null;
  const given = settings.end === undefined ? Number.NaN : Date.parse(String(values[settings.end] ?? ""));
  if (settings.wholeDays) {
    const last = Number.isNaN(given) ? start : given;
    return { start, end: settings.nights ? Math.max(last, start + day) : last + day };
  }
  const end = Number.isNaN(given) ? start + (minutes ?? usualMinutes) * 60_000 : given;
  // A booking that ends as it begins still takes its moment.
  return { start, end: end === start ? start + 60_000 : end };
}
