// Makes a record through a form of the app and deletes it again, with the buttons a person would press.
import type { Page } from "playwright-core";
import type { CheckReport } from "./report.ts";
import { fillForm } from "./fill-form.ts";
import { openPage, settle } from "./settle.ts";

const waitMs = 30_000;

export interface RecordTrial {
  record: CheckReport["record"];
  /** Why it did not work, for the user. */
  problem: string | null;
}

/** Tries the forms in turn until one works: a form may ask for what only its user knows. */
export async function tryRecord(page: Page, origin: string, forms: readonly string[]): Promise<RecordTrial> {
  let trial: RecordTrial = { record: { path: null, outcome: "no-form" }, problem: null };
  for (const path of forms) {
    trial = await tryForm(page, origin, path).catch((error: unknown) => ({
      record: { path, outcome: "failed" },
      problem: `No record could be made with this form: ${firstLine(error)}`,
    }));
    if (trial.record.outcome === "created-and-deleted") break;
  }
  return trial;
}

async function tryForm(page: Page, origin: string, path: string): Promise<RecordTrial> {
  await openPage(page, origin + path);
  const form = page.locator("main form").filter({ has: page.locator("button[type=submit]") });
  const chosen = (await form.count()) > 0 ? form.first() : page.locator("form").first();
  if ((await chosen.count()) === 0) {
    const said = (await page.locator("body").innerText()).slice(0, 200);
    return { record: { path, outcome: "failed" }, problem: `The page for a new record has no form: ${said}` };
  }
  await fillForm(page, chosen, Math.random().toString(36).slice(2, 8));
  const before = page.url();
  await chosen.locator("button[type=submit]").first().click({ timeout: waitMs });
  const moved = await page
    .waitForURL((url) => url.href !== before, { timeout: waitMs })
    .then(
      () => true,
      () => false,
    );
  if (!moved) {
    const alert = page.getByRole("alert").first();
    const said = (await alert.count()) > 0 ? await alert.innerText() : "the form stayed open";
    return {
      record: { path, outcome: "failed" },
      problem: `Saving a new record did not work: ${said.slice(0, 200)}`,
    };
  }
  await settle(page);
  const problem = await deleteRecord(page);
  return { record: { path, outcome: problem === null ? "created-and-deleted" : "created" }, problem };
}

async function deleteRecord(page: Page): Promise<string | null> {
  const button = page.getByRole("button", { name: /^(delete|remove)/i }).first();
  if ((await button.count()) === 0) return "The new record's page has no button that deletes it.";
  const before = page.url();
  await button.click({ timeout: waitMs });
  const dialog = page.getByRole("dialog").or(page.getByRole("alertdialog")).first();
  const asks = await dialog.waitFor({ timeout: waitMs }).then(
    () => true,
    () => false,
  );
  if (asks)
    await dialog
      .getByRole("button", { name: /delete|remove/i })
      .first()
      .click({ timeout: waitMs });
  const left = await page
    .waitForURL((url) => url.href !== before, { timeout: waitMs })
    .then(
      () => true,
      () => false,
    );
  return left ? null : "The new record could not be deleted.";
}

export function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]?.slice(0, 300) ?? "";
}
