// Times as people read them from a clock.

const two = (value: number): string => String(value).padStart(2, "0");

/** 3_725_000 → "1:02:05"; below an hour "02:05". A started second counts as one that is left when `up`. */
export function formatClock(milliseconds: number, up = false): string {
  const seconds = Math.max(0, up ? Math.ceil(milliseconds / 1_000) : Math.floor(milliseconds / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}

/** With hundredths: "02:05.37". */
export const formatStopwatch = (milliseconds: number): string =>
  `${formatClock(milliseconds)}.${two(Math.floor(Math.max(0, milliseconds) / 10) % 100)}`;

export interface TimeLeft {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

export function timeLeft(milliseconds: number): TimeLeft {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3_600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}
