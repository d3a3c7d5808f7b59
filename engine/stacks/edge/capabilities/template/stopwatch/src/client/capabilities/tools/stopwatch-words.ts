import { part } from "../../../shared/say.ts";

export const words = part("stopwatch", {
  stopwatch: "Stopwatch",
  lead: "Runs on when the page is left.",
  stop: "Stop",
  goOn: "Continue",
  start: "Start",
  lap: "Lap",
  reset: "Reset",
  laps: "Laps",
  lapOf: (at: number) => `Lap ${at}`,
});
