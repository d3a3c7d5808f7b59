import { part } from "../../../shared/say.ts";

export const words = part("timer", {
  timer: "Timer",
  lead: "Counts down, and rings when the time is up.",
  isUp: "Time is up.",
  again: "Again",
  goOn: "Continue",
  start: "Start",
  pause: "Pause",
  reset: "Reset",
  minutes: "Minutes",
  minutesOf: (count: number) => `${count} min`,
});
