import { describe, expect, it } from "vitest";
import { readOpeningHours } from "./read-opening-hours.ts";

describe("opening hours", () => {
  it.each([
    ["We are open from 9 to 18.", 540, 1_080],
    ["Appointments between 9 am and 6:30 pm", 540, 1_110],
    ["opening hours: 10:00–17:45", 600, 1_065],
    ["Open 9 to 6, closed on Sundays", 540, 1_080],
    ["bookable 7am-10pm", 420, 1_320],
  ])("are read from %j", (text, opens, closes) => {
    expect(readOpeningHours(text)).toEqual({ opens, closes });
  });

  it.each([
    "Rooms for 4 to 12 people",
    "A reading club for ages 6 to 10",
    "Prices from $20 to 40",
    "ratings from 1 to 5 stars, with bookings",
    "open from 25 to 90",
    "",
  ])("are not made up from %j", (text) => {
    expect(readOpeningHours(text)).toBeUndefined();
  });
});
