// Words and figures as people read them. Pure; `now` is always given. Without Intl, whose first use holds up a page that is
// being drawn for 25 ms, on a phone for 100.

/** 840 ms → "0.8 s", 75_000 → "1 m 15 s". */
export function formatDuration(ms: number): string {
  const safe = Math.max(0, ms);
  if (safe < 10_000) return `${(Math.floor(safe / 100) / 10).toFixed(1)} s`;
  const seconds = Math.floor(safe / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} m ${String(seconds % 60).padStart(2, "0")} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} m`;
}

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ["kB", "MB", "GB"];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** Small sums keep the digits that make them worth showing. */
export function formatUsd(amount: number): string {
  if (amount === 0) return "$0.00";
  return amount < 0.01 ? `$${amount.toFixed(4)}` : `$${amount.toFixed(2)}`;
}

/** A whole number: 1204 → "1,204". */
export const formatNumber = (whole: number): string => String(whole).replace(/\B(?=(?:\d{3})+$)/g, ",");

export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The local day: "21 Nov 2026". */
export function formatDay(iso: string): string {
  const date = new Date(iso);
  return `${date.getDate()} ${months[date.getMonth()] ?? ""} ${date.getFullYear()}`;
}

/** The local day and time: "21 Nov 2026, 14:03". */
export const formatMoment = (iso: string): string => `${formatDay(iso)}, ${formatClock(iso).slice(0, 5)}`;

export function formatAgo(iso: string, now: number): string {
  const seconds = Math.round((now - Date.parse(iso)) / 1000);
  if (!Number.isFinite(seconds)) return "";
  if (seconds < 45) return "just now";
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.round(minutes / 60);
  if (hours < 24) return `${hours} h ago`;
  const days = Math.round(hours / 24);
  if (days < 7) return days === 1 ? "yesterday" : `${days} days ago`;
  return formatDay(iso);
}

/** Local time of day with milliseconds, for the console. */
export function formatClock(iso: string): string {
  const date = new Date(iso);
  const pad = (value: number, width = 2): string => String(value).padStart(width, "0");
  return `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}.${pad(date.getMilliseconds(), 3)}`;
}

/** A project's first name: what the prompt calls it, else its words before the first break. */
export function nameFromPrompt(prompt: string): string {
  const called =
    /\b(?:called|named)\s+["“']?(\p{Lu}[\p{L}\p{N}&’'-]*(?:\s+(?:(?:of|the|and|&)\s+)?\p{Lu}[\p{L}\p{N}&’'-]*){0,4})/u.exec(
      prompt,
    );
  if (called?.[1] !== undefined) return called[1].slice(0, 60);
  const opening = prompt.trim().split(/[.,:;!?\n(]| with | where | that | which | for (?=each|every)/i)[0] ?? "";
  const words = opening
    .replace(
      /^(please\s+)?((can|could) you\s+)?(build|make|create|write|design|develop|generate|i (want|need)|we need)\s+(me|us)?\s*/i,
      "",
    )
    .replace(/^(an?|the|my|our)\s+/i, "")
    // What is pointed at is attached, and no name.
    .replace(/\s+(from|out of|of|like|based on)\s+(this|that|these|those|it|them|the attached)\b.*$/i, "")
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, 6);
  const name = words.join(" ").slice(0, 60).trim();
  return name === "" ? "Untitled project" : name.charAt(0).toUpperCase() + name.slice(1);
}
