// Records through forms: made, refused, changed, deleted. A record counts as made when the app says so and it can be
// found again.
import type { Locator } from "playwright-core";
import type { DrivenApp } from "./driven-app.ts";
import type { DriveContext, Driver } from "./drive-context.ts";
import { fillForm, freshWord, mendRefused } from "./fill-form.ts";
import type { PageFacts } from "./page-facts.ts";
import { pagesAbout, rankPage, type SurveyedPage } from "./survey.ts";
import { countTopic } from "./topic-words.ts";
import { failed, type Outcome, passed } from "./ui-check.ts";

export const confirmation =
  /\b(thank(s| you)|success\w*|created|saved|added|sent|submitted|received|confirmed|booked|posted|published|subscribed|registered|placed|recorded|joined|enrolled|has arrived|updated|reserved)\b/i;
const mostCandidates = 3;

export const submitButton = (form: Locator): Locator =>
  form
    .locator("button[type=submit]:visible, input[type=submit]:visible, button:not([type]):visible")
    .or(
      form.getByRole("button", {
        name: /^(save|submit|send|create|add|post|publish|book|register|sign up|subscribe|place|confirm|apply|join)\b/i,
      }),
    )
    .last();

/** The form of a page that is most about the topic; never its search. */
export async function findForm(app: DrivenApp, topic: readonly string[]): Promise<Locator | null> {
  const forms = await app.page.locator("form:not([role=search]):visible").all();
  let best: { form: Locator; rank: number } | null = null;
  for (const form of forms) {
    const inputs = await form.locator("input:not([type=search]):visible, textarea:visible, select:visible").count();
    if (inputs === 0) continue;
    const rank = countTopic(topic, await form.innerText()) + Math.min(inputs, 12) / 20;
    if (best === null || rank > best.rank) best = { form, rank };
  }
  return best?.form ?? null;
}

const complaint = async (app: DrivenApp): Promise<string> =>
  (await app.page.locator("[role=alert]:visible, [aria-invalid=true]:visible + *, .error:visible").allInnerTexts())
    .join(" ")
    .trim();

export interface Submitted {
  word: string;
  facts: PageFacts;
  /** What stood in the way, or null. */
  problem: string | null;
  said: string;
}

/** Fills and sends a form, mends what was refused for its bounds once, and reads what the app says to it. */
export async function submitForm(app: DrivenApp, form: Locator, word = freshWord()): Promise<Submitted> {
  const before = await app.facts();
  await fillForm(app.page, form, word);
  const send = submitButton(form);
  if ((await send.count()) === 0)
    return { word, facts: before, problem: "the form has no button that sends it", said: "" };
  let facts = await app.after(() => send.click());
  if ((await complaint(app)) !== "" && facts.url === before.url) {
    await mendRefused(form);
    facts = await app.after(() => send.click().catch(() => undefined));
  }
  const said = (await app.page.locator("[role=status]:visible, [role=alert]:visible, output:visible").allInnerTexts())
    .join(" ")
    .trim();
  const wrong = facts.url === before.url ? await complaint(app) : "";
  const confirmed =
    confirmation.test(said) ||
    (facts.url !== before.url && !/\b(not found|went wrong)\b/i.test(facts.title)) ||
    (confirmation.test(facts.text) && !confirmation.test(before.text));
  return {
    word,
    facts,
    said,
    problem:
      confirmed && (wrong === "" || confirmation.test(wrong))
        ? null
        : wrong === ""
          ? "nothing confirms it"
          : `it is refused: ${wrong.slice(0, 160)}`,
  };
}

export async function findAgain(
  { app, survey, topic }: Pick<DriveContext, "app" | "survey" | "topic">,
  { word, facts }: Submitted,
): Promise<boolean> {
  if (facts.text.includes(word)) return true;
  for (const page of pagesAbout(survey, topic, ({ kind }) => kind === "section" || kind === "home").slice(0, 3)) {
    const seen = await app.goTo(page.url);
    if (seen.text.includes(word) || seen.links.some(({ text }) => text.includes(word))) return true;
  }
  return false;
}

export interface CreateOptions {
  /** Has to be in what the page is called, what its buttons say or its address. */
  readonly demand?: RegExp;
  readonly needsFile?: boolean;
  /** What was made belongs to the app's owner: a confirmation is enough. */
  readonly isPrivate?: boolean;
}

const nameOf = (page: SurveyedPage): string =>
  `${page.title} ${page.linkText} ${page.buttons.join(" ")} ${new URL(page.url).pathname.replaceAll(/[/-]/g, " ")}`;

export async function createRecord(context: DriveContext, options: CreateOptions = {}): Promise<Outcome> {
  const { app, survey, topic } = context;
  const fits = (page: SurveyedPage): boolean =>
    page.forms > 0 &&
    (options.demand === undefined || options.demand.test(nameOf(page))) &&
    (options.needsFile !== true || page.labels.some((label) => /file|photo|picture|image|upload/i.test(label)));
  const about = pagesAbout(survey, topic, fits).filter(
    (page) => countTopic(topic, `${nameOf(page)} ${page.labels.join(" ")}`) > 0 || topic.length === 0,
  );
  const candidates = about.sort(
    (a, b) => rankPage(topic, b) + (b.kind === "form" ? 3 : 0) - rankPage(topic, a) - (a.kind === "form" ? 3 : 0),
  );
  if (candidates.length === 0)
    return failed(
      `no form is about ${topic.slice(0, 4).join(", ") || "it"}${options.demand ? ` and offers ${options.demand.source.replaceAll("\\b", "")}` : ""}`,
    );
  let problem = "";
  for (const page of candidates.slice(0, mostCandidates)) {
    await app.goTo(page.url);
    const form = await findForm(app, topic);
    if (form === null) continue;
    const submitted = await submitForm(app, form);
    if (submitted.problem !== null) {
      problem ||= `${page.title}: ${submitted.problem}`;
      continue;
    }
    if (options.isPrivate === true) return passed(`${page.title}: sent and confirmed`);
    if (await findAgain(context, submitted)) return passed(`${page.title}: sent, confirmed and found again`);
    problem ||= `${page.title}: confirmed, but not found again`;
  }
  return failed(problem || "the form is not there when the page is opened");
}

/** Doing words that no ordinary form of records stands for: enrolling is not adding a course. */
const demands: readonly [RegExp, RegExp][] = [
  [/\benrol/i, /\b(enrol\w*|join|registration)/i],
  [/\bjoin/i, /\b(join|member\w*|participa\w*|player)/i],
  [/\bappl(y|ying|ication)\b/i, /\bappl(y|ication)/i],
  [/\bsubscri/i, /\b(subscri\w*|newsletter)/i],
  [/\binvit/i, /\binvit/i],
  [/\bregist\w+ for\b/i, /\b(regist\w*|entr(y|ies)|enrol\w*|sign up|participa\w*)/i],
  [/\blog (work )?hours|\blog work/i, /\b(hour|time)/i],
];

export const driveCreate: Driver = (context) => {
  const demand = demands.find(([asked]) => asked.test(context.check.task))?.[1];
  return createRecord(context, demand === undefined ? {} : { demand });
};

export const driveUpload: Driver = (context) => createRecord(context, { needsFile: true });

export const driveInvalidForm: Driver = async ({ app, survey, topic }) => {
  const pages = pagesAbout(survey, topic, ({ forms }) => forms > 0);
  for (const page of pages.slice(0, mostCandidates)) {
    const before = await app.goTo(page.url);
    const form = await findForm(app, topic);
    if (form === null) continue;
    const send = submitButton(form);
    if ((await send.count()) === 0) continue;
    const facts = await app.after(() => send.click());
    const marked = await app.page.locator("[aria-invalid=true]:visible").count();
    const own = await app.page.locator("form :invalid").count();
    if (facts.url !== before.url) return failed(`${page.title}: an empty form is accepted`);
    if (marked > 0 || own > 0 || (await complaint(app)) !== "")
      return passed(`${page.title}: an empty form is refused, and says why`);
    return failed(`${page.title}: an empty form gives no message`);
  }
  return failed("no form is about it");
};

/** Opens the first record of a list; null when there is none. */
export async function openFirstRecord(app: DrivenApp, page: SurveyedPage): Promise<PageFacts | null> {
  const facts = await app.goTo(page.url);
  const base = (facts.url.split(/[?#]/)[0] ?? "").replace(/\/$/, "");
  const link = facts.links.find(
    (each) =>
      each.isShown &&
      !each.inNavigation &&
      // A link to a place of the page itself, such as the one that skips the menu, opens nothing.
      !each.href.startsWith(`${base}/#`) &&
      each.href.startsWith(`${base}/`) &&
      !/\/(new|import|create|edit)(\?|$)/.test(each.href),
  );
  if (link === undefined) return null;
  const path = link.href.slice(app.home.length - 1);
  return app.after(() =>
    app.page.locator(`main a[href="${path}"]:visible, a[href="${link.href}"]:visible`).first().click(),
  );
}

export const driveEdit: Driver = async (context) => {
  const { app, survey, topic } = context;
  const sections = pagesAbout(survey, topic, ({ kind }) => kind === "section");
  let problem = "no record about it can be opened";
  for (const page of sections.slice(0, mostCandidates)) {
    if ((await openFirstRecord(app, page)) === null) continue;
    const edit = app.page
      .getByRole("link", { name: /^(edit|change|update)\b/i })
      .or(app.page.getByRole("button", { name: /^(edit|change|update)\b/i }))
      .first();
    if ((await edit.count()) === 0) {
      problem = `${page.title}: a record has nothing to edit it with`;
      continue;
    }
    await app.after(() => edit.click());
    const form = await findForm(app, topic);
    if (form === null) continue;
    const submitted = await submitForm(app, form);
    if (submitted.problem !== null) problem = `${page.title}: ${submitted.problem}`;
    else if (await findAgain(context, submitted)) return passed(`${page.title}: changed, confirmed and found again`);
    else problem = `${page.title}: the change is not shown`;
  }
  return failed(problem);
};

export const driveDelete: Driver = async ({ app, survey, topic }) => {
  for (const page of pagesAbout(survey, topic, ({ kind }) => kind === "section").slice(0, mostCandidates)) {
    const record = await openFirstRecord(app, page);
    if (record === null) continue;
    const button = app.page
      .locator("main")
      .getByRole("button", { name: /^(delete|remove)\b/i })
      .first();
    if ((await button.count()) === 0) continue;
    await app.after(() => button.click());
    const sure = app.page
      .locator("dialog, [role=dialog], [role=alertdialog]")
      .getByRole("button", { name: /^(delete|remove|yes|confirm)/i })
      .last();
    if ((await sure.count()) > 0) await app.after(() => sure.click());
    const gone = await app.goTo(record.url);
    if (/not found|no longer|does not exist|404|gone/i.test(`${gone.title} ${gone.text.slice(0, 300)}`))
      return passed(`${page.title}: a record is deleted, and its page says so`);
    return failed(`${page.title}: after deleting, the record is still there`);
  }
  return failed("no record about it can be deleted");
};
