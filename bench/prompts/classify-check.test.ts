import { describe, expect, test } from "vitest";
import { classifyCheck, type Intent } from "./classify-check.ts";

const rows: readonly [string, string, Intent][] = [
  ["Verify 'ivory' as the background color and 'navy' as the component color.", "", "colours"],
  ["Evaluate the site on a smartphone and a tablet.", "", "responsive"],
  ["Click each link of the main menu.", "", "navigation"],
  ["Submit the order form with missing fields.", "Error messages are shown.", "invalid-form"],
  ["Log out of the site.", "", "sign-out"],
  ["Log in with valid credentials.", "", "sign-in"],
  ["Sign up as a new member.", "An account is created.", "register"],
  ["Start a chat with the assistant.", "", "chat"],
  ["Fill in the contact form and send it.", "", "contact"],
  ["Compare two phones.", "", "compare"],
  ["Upload a photo of the garden.", "", "upload"],
  ["Download the price list.", "", "export"],
  ["Generate a monthly report.", "", "report"],
  ["Look at the chart of rainfall.", "", "chart"],
  ["Delete a note.", "", "delete"],
  ["Filter the rooms by size.", "", "filter"],
  ["Search for a song by its title.", "", "search"],
  ["Take the quiz and read the score after it.", "", "quiz"],
  ["Spin the wheel.", "", "game"],
  ["Convert ten miles.", "", "calculate"],
  ["Book a table for two.", "", "booking"],
  ["Put a lamp into the cart and pay.", "", "purchase"],
  ["Vote for an idea.", "", "react"],
  ["Edit the title of a note.", "", "edit"],
  ["Add a new recipe.", "", "create"],
  ["Open a recipe to read its details.", "", "open-record"],
  ["View the list of recipes.", "", "content"],
];

describe("a check's kind", () => {
  test.each(rows)("%s", (task, expected, intent) => {
    expect(classifyCheck({ task, expected_result: expected, category: "", subcategories: [] })).toBe(intent);
  });
});
