// Searching and filtering: with what the data holds there are results, and only those; with nonsense there is a plain
// empty state.
import type { Locator } from "playwright-core";
import type { DrivenApp } from "./driven-app.ts";
import type { DriveContext, Driver } from "./drive-context.ts";
import type { PageFacts } from "./page-facts.ts";
import { pagesAbout, type SurveyedPage } from "./survey.ts";
import { wordsOf } from "./topic-words.ts";
import { failed, passed } from "./ui-check.ts";

const nonsense = "zzqqxv";
const emptiness = /\b(no|nothing|not found|0|none)\b/i;

const searchBox = (app: DrivenApp): Locator =>
  app.page
    .locator(
      "main input[type=search]:visible, input[type=search]:visible, [role=searchbox]:visible, input[placeholder*=earch]:visible",
    )
    .first();

/** Names of records as they stand in the page: links below the page's own address, or the first column. */
async function recordNames(app: DrivenApp, facts: PageFacts): Promise<string[]> {
  const base = facts.url.split(/[?#]/)[0] ?? "";
  const linked = facts.links
    .filter(
      (link) =>
        link.isShown &&
        !link.inNavigation &&
        link.href.startsWith(`${base.replace(/\/$/, "")}/`) &&
        !/\/(new|import|create)$/.test(link.href),
    )
    .map((link) => link.text);
  if (linked.length > 0) return linked;
  return app.page
    .locator("main tbody tr td:first-child, main article h2, main article h3, main li h2, main li h3")
    .allInnerTexts();
}

async function type(app: DrivenApp, words: string): Promise<PageFacts> {
  const box = searchBox(app);
  await box.fill(words);
  // Search as you type waits for a pause of the typist first.
  await app.page.waitForTimeout(350);
  return app.after(() => box.press("Enter"));
}

async function searchOn(app: DrivenApp, target: SurveyedPage): Promise<string | null> {
  const before = await app.goTo(target.url);
  const names = await recordNames(app, before);
  const word = names.flatMap(wordsOf).sort((a, b) => b.length - a.length)[0];
  if (word === undefined) return `${target.title} shows no record whose name could be searched for`;
  const found = await type(app, word);
  if (!found.text.toLowerCase().includes(word.toLowerCase()))
    return `${target.title}: searching for "${word}" does not show it`;
  if (before.rows > 0 && found.rows > before.rows) return `${target.title}: searching shows more than before`;
  const none = await type(app, nonsense);
  if (none.text.includes(names[0] ?? word) || !emptiness.test(none.text))
    return `${target.title}: searching for "${nonsense}" gives no empty state`;
  return null;
}

export const driveSearch: Driver = async ({ app, survey, topic }) => {
  const searchable = (page: SurveyedPage): boolean => page.hasSearch && page.kind !== "form" && page.kind !== "record";
  const about = pagesAbout(survey, topic, searchable);
  const candidates = about.length > 0 ? about : survey.pages.filter(searchable);
  if (candidates.length === 0) return failed("no page has a search");
  let problem = "";
  for (const candidate of candidates.slice(0, 3)) {
    const found = await searchOn(app, candidate);
    if (found === null) return passed(`${candidate.title}: an existing value is found, nonsense gives an empty state`);
    problem ||= found;
  }
  return failed(problem);
};

/** Filters that are behind a button are opened first. */
async function openFilters(app: DrivenApp): Promise<void> {
  const button = app.page
    .locator("main")
    .getByRole("button", { name: /^(more )?filters?\b/i })
    .first();
  if ((await button.count()) > 0) await app.after(() => button.click());
}

async function filterByRange(app: DrivenApp, wanted: RegExp): Promise<boolean> {
  await openFilters(app);
  const inputs = app.page.locator("main input:visible, dialog input:visible, [role=dialog] input:visible");
  let filled = 0;
  for (const input of await inputs.all()) {
    const about = await input.evaluate((element) => {
      const control = element as unknown as {
        type: string;
        labels: { textContent: string }[] | null;
        getAttribute(name: string): string | null;
        placeholder: string;
        closest(selector: string): { textContent: string } | null;
      };
      const group = control.closest("fieldset")?.textContent ?? "";
      return {
        type: control.type,
        label: `${control.labels?.[0]?.textContent ?? ""} ${control.getAttribute("aria-label") ?? ""} ${control.placeholder} ${group.slice(0, 60)}`,
      };
    });
    if (about.type === "search" || !wanted.test(`${about.label} ${about.type}`)) continue;
    await input.fill(about.type === "date" ? (filled === 0 ? "2020-01-01" : "2020-01-31") : filled === 0 ? "1" : "2");
    filled += 1;
    if (filled === 2) break;
  }
  if (filled < 2) return false;
  const apply = app.page.getByRole("button", { name: /^(apply( filters?)?|show results|done)$/i }).first();
  if ((await apply.count()) > 0) await apply.click().catch(() => undefined);
  await app.page.waitForTimeout(350);
  await app.settle();
  return true;
}

async function filterByChoice(app: DrivenApp, before: PageFacts): Promise<PageFacts | null> {
  for (const select of await app.page.locator("main select:visible").all()) {
    const values = await select.evaluate((element) =>
      Array.from((element as unknown as { options: { value: string }[] }).options, ({ value }) => value),
    );
    const value = values.find((each) => each !== "" && each !== values[0]);
    if (value === undefined) continue;
    const facts = await app.after(() => select.selectOption(value));
    if (facts.url !== before.url || facts.text !== before.text) return facts;
  }
  const choice = app.page
    .locator("main")
    .getByRole("button", { name: /^(completed|active|done|open|all|pending)/i })
    .or(app.page.locator("main [role=tab]"))
    .nth(1);
  if ((await choice.count()) === 0) return null;
  const facts = await app.after(() => choice.click());
  return facts.text !== before.text ? facts : null;
}

export const driveFilter: Driver = async ({ app, survey, topic, check }: DriveContext) => {
  const range =
    /price|cost|rent/i.test(check.task) && /range|between|\$/i.test(check.task)
      ? /price|cost|rent|min|max|from|to\b/i
      : /date range|start and end|period/i.test(check.task)
        ? /date|from|to\b|start|end/i
        : null;
  const listed = (page: SurveyedPage): boolean => page.kind === "section" || page.kind === "home";
  const about = pagesAbout(survey, topic, listed).slice(0, 4);
  if (about.length === 0) return failed("no page is about what is to be filtered");
  for (const page of about) {
    const before = await app.goTo(page.url);
    if (range !== null) {
      if (!(await filterByRange(app, range))) continue;
      const after = await app.facts();
      if (after.text === before.text) return failed(`${page.title}: the range changes nothing`);
      return passed(`${page.title}: a range narrows what is shown`);
    }
    const after = await filterByChoice(app, before);
    if (after === null) continue;
    if (before.rows > 0 && after.rows > before.rows) return failed(`${page.title}: a filter shows more than before`);
    return passed(`${page.title}: a choice narrows what is shown`);
  }
  return failed(range === null ? "no filter changes what is shown" : "no page takes a range");
};

export const driveCompare: Driver = async ({ app, survey, topic }) => {
  const compares = (page: SurveyedPage): boolean =>
    /\bcompar/i.test(`${page.title} ${page.linkText} ${page.buttons.join(" ")} ${page.labels.join(" ")}`);
  const page = pagesAbout(survey, topic, compares)[0] ?? survey.pages.find(compares);
  if (page === undefined) return failed("nothing offers to compare");
  const before = await app.goTo(page.url);
  for (const [at, select] of (await app.page.locator("main select:visible").all()).slice(0, 3).entries()) {
    const values = await select.evaluate((element) =>
      Array.from((element as unknown as { options: { value: string }[] }).options, ({ value }) => value).filter(
        (value) => value !== "",
      ),
    );
    await select.selectOption(values[Math.min(at, values.length - 1)] ?? "").catch(() => undefined);
  }
  await app.settle();
  const after = await app.facts();
  return after.rows > 0 || after.hasChart || after.text !== before.text
    ? passed(`${page.title} shows records side by side`)
    : failed(`${page.title} shows nothing to compare`);
};
