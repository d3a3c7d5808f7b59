// "open from 9 to 18", "9 am – 6:30 pm", "opening hours 10:00-17:00": when something is open, in minutes after midnight.

export interface OpeningHours {
  readonly opens: number;
  readonly closes: number;
}

const time = String.raw`(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|h|o'clock)?`;
const range = new RegExp(
  String.raw`(\b(?:open\w*|hours?|business|available|bookable|bookings?|appointments?|slots?|times?)\b[^.;\n]{0,40}?)?(?<![\d$€£])${time}\s*(?:to|until|till|and|-|–|—)\s*${time}(?!\d)`,
  "gi",
);

const quarter = 15;

function minutesOf(hour: string, minute: string | undefined, half: string | undefined): number {
  const isAfternoon = half?.toLowerCase().startsWith("p") === true;
  const isMorning = half?.toLowerCase().startsWith("a") === true;
  const number = Number(hour);
  const hours = isAfternoon && number < 12 ? number + 12 : isMorning && number === 12 ? 0 : number;
  return hours * 60 + Math.round(Number(minute ?? 0) / quarter) * quarter;
}

/** Undefined where the text names no hours, or none that make a day. */
export function readOpeningHours(text: string): OpeningHours | undefined {
  for (const [, context, from = "", fromMinute, fromHalf, to = "", toMinute, toHalf] of text.matchAll(range)) {
    const isTime = [fromMinute, fromHalf, toMinute, toHalf].some((part) => part !== undefined);
    // "Rooms for 4 to 12 people" and "ages 6 to 10" are no hours.
    if (!isTime && !/\b(?:open|opening|hours?)\b/i.test(context ?? "")) continue;
    const opens = minutesOf(from, fromMinute, fromHalf);
    const closes = minutesOf(to, toMinute, toHalf);
    // "9 to 6" of a shop that nobody opens at night.
    const evening = closes <= opens && toHalf === undefined ? closes + 12 * 60 : closes;
    if (opens < evening && evening <= 24 * 60 && evening - opens >= 60) return { opens, closes: evening };
  }
  return undefined;
}
