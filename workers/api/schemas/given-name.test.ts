import { expect, it } from "vitest";
import { givenName } from "./given-name.ts";

it.each([
  ["  Bike workshop ", "Bike workshop"],
  ["safe\u202Efdp.exe", "safefdp.exe"],
  ["two\nlines\u0000", "two lines"],
  ["مشروع 👩‍🔧", "مشروع 👩‍🔧"],
])("reads %j as %j", (given, read) => {
  expect(givenName().parse(given)).toBe(read);
});

it("is not made of unseen characters alone", () => {
  expect(givenName("Enter a title.").safeParse("\u200E\u202E ").error?.issues[0]?.message).toBe("Enter a title.");
});
