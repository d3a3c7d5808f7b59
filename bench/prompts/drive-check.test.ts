// The driver has to be able to fail: each check passes on the sound fixture, and fails on the one with its fault planted.
import { describe, expect, test } from "vitest";
import { chromiumPath } from "../../tests/platform/browser.ts";
import { driveApp } from "./drive-app.ts";
import { type Fault, startFixtureSite } from "./fixture-site.ts";
import { type UiCheck, uiCheckSchema } from "./ui-check.ts";

const check = (task: string, expected = ""): UiCheck => uiCheckSchema.parse({ task, expected_result: expected });

const cases: readonly { fault: Fault; check: UiCheck }[] = [
  { fault: "dead-link", check: check("Click each link of the navigation menu and come back home.") },
  { fault: "search-ignores-words", check: check("Search the plants for one of them.") },
  { fault: "filter-does-nothing", check: check("Filter the plants by light.") },
  {
    fault: "accepts-nothing",
    check: check("Send the plant form with empty fields.", "An error message says what is missing."),
  },
  { fault: "forgets-what-is-made", check: check("Add a new plant through its form.") },
  { fault: "forgets-changes", check: check("Edit a plant and save it.") },
  { fault: "keeps-deleted", check: check("Delete a plant.") },
  {
    fault: "wrong-background",
    check: check("Verify 'honeydew' as the background color and 'dark olive green' as the component color."),
  },
  {
    fault: "wrong-components",
    check: check("Verify 'honeydew' as the background color and 'dark olive green' as the component color."),
  },
  { fault: "like-does-nothing", check: check("Like a plant.") },
  { fault: "comment-is-lost", check: check("Leave a comment on a plant.") },
  { fault: "cart-cannot-order", check: check("Put something into the cart and go through the checkout.") },
  { fault: "too-wide", check: check("Check the responsiveness of the pages.") },
  { fault: "empty-about", check: check("Read about the nursery.", "It speaks of glass houses and gardeners.") },
];

describe.skipIf(chromiumPath === null)("the driver of UI checks", () => {
  test("passes every check on a site without faults, and sees no errors", { timeout: 180_000 }, async () => {
    const site = await startFixtureSite();
    try {
      const report = await driveApp(site.url, [
        ...new Map(cases.map((each) => [each.check.task, each.check])).values(),
        check("Send the contact form."),
      ]);
      expect(report.checks.filter(({ verdict }) => verdict !== "passed")).toEqual([]);
      expect([...report.consoleErrors, ...report.failedRequests]).toEqual([]);
    } finally {
      await site.stop();
    }
  });

  test.each(cases)("fails when $fault is planted", { timeout: 120_000 }, async ({ fault, check: planted }) => {
    const site = await startFixtureSite([fault]);
    try {
      const report = await driveApp(site.url, [planted]);
      expect(report.checks).toMatchObject([{ verdict: "failed" }]);
    } finally {
      await site.stop();
    }
  });

  test("counts what the console complains about", { timeout: 120_000 }, async () => {
    const site = await startFixtureSite(["console-error"]);
    try {
      expect((await driveApp(site.url, [])).consoleErrors).toContain("planted");
    } finally {
      await site.stop();
    }
  });

  test("says openly what it cannot drive", { timeout: 120_000 }, async () => {
    const site = await startFixtureSite();
    try {
      const report = await driveApp(site.url, [check("Assess the cartoon-style visual design.")]);
      expect(report.checks).toMatchObject([{ intent: "subjective", verdict: "not-drivable" }]);
    } finally {
      await site.stop();
    }
  });
});
