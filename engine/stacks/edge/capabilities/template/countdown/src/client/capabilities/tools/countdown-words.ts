import { part } from "../../../shared/say.ts";

export const words = part("countdown", {
  newYear: "New Year",
  remove: (title: string) => `Remove ${title}`,
  isHere: "It is here!",
  enterAll: "Enter a name, a day and a time.",
  countdown: "Countdown",
  lead: "The time that is left until the days that matter.",
  newCountdown: "New countdown",
  name: "Name",
  dayAndTime: "Day and time",
  startCountdown: "Start countdown",
});
