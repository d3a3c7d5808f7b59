import { part } from "../../../shared/say.ts";

export const words = part("booking", {
  serverAnswered: (status: number) => `The server answered ${status}.`,
  notLoaded: "The times could not be loaded.",
  freeTimes: "Free times",
  lead: (label: string) => `See what is free, and book it. No ${label} overlaps another.`,
  from: "From",
  day: "Day",
  length: "Length",
  minutes: (count: number) => `${count} minutes`,
  areFree: (free: number, all: number, areDays: boolean) => `${free} of ${all} ${areDays ? "days" : "times"} are free.`,
  chooseFirst: (resource: string) => `Choose a ${resource} to see what is free.`,
  bookIt: ", free, book it",
});
