import { expect, it } from "vitest";
import { readCell, readRecords } from "./cells.ts";

const column = (name: string, type: string, required = false, key = false) => ({ name, type, required, key });
const columns = [column("id", "INTEGER", false, true), column("name", "TEXT", true), column("weight", "REAL")];

it.each([
  ["weight", "REAL", false, "1.5", { value: 1.5 }],
  ["weight", "REAL", false, "", { value: null }],
  ["weight", "REAL", false, "heavy", { problem: "weight takes a number, not “heavy”." }],
  ["weight", "REAL", true, "", { problem: "weight needs a number." }],
  ["name", "TEXT", true, "", { value: "" }],
  ["name", "TEXT", false, "", { value: null }],
  ["name", "TEXT", false, "0012", { value: "0012" }],
] as const)("reads %s (%s, required: %s) from “%s”", (name, type, required, text, expected) => {
  expect(readCell(column(name, type, required), text)).toEqual(expected);
});

it("reads the records of a file, leaves empty keys to the database, and names the line that does not fit", () => {
  expect(
    readRecords(
      columns,
      ["id", "name"],
      [
        { id: "", name: "fig" },
        { id: "7", name: "plum" },
      ],
    ),
  ).toEqual({
    rows: [{ name: "fig" }, { id: 7, name: "plum" }],
  });
  expect(readRecords(columns, ["name", "colour"], [])).toEqual({ problem: "The table has no column colour." });
  expect(readRecords(columns, ["weight"], [{ weight: "1" }, { weight: "x" }])).toEqual({
    problem: "Line 3: weight takes a number, not “x”.",
  });
});
