// What visitors do with a record: vote, like, rate, keep, follow, share, write below it.
import type { DriveContext, Driver } from "./drive-context.ts";
import { createRecord, findForm, openFirstRecord, submitForm } from "./drive-records.ts";
import { pagesAbout } from "./survey.ts";
import { failed, type Outcome, passed } from "./ui-check.ts";

interface Act {
  readonly task: RegExp;
  /** The button that does it. */
  readonly button?: RegExp;
  /** The form below a record, or of its own, that does it. */
  readonly form?: RegExp;
}

const acts: readonly Act[] = [
  { task: /\bbids?\b/i, form: /\bbid/i },
  {
    task: /\b(comment|repl(y|ies)|condolence|review|answer|message)/i,
    form: /\b(comment|repl(y|ies)|condolence|review|answer|message|post)/i,
  },
  { task: /\bvot(e|ing)|upvot/i, button: /^(up)?vote\b|^cast\b|^like\b/i },
  { task: /\blik(e|ing)\b/i, button: /^like\b/i },
  { task: /\b(favou?rit|bookmark|wish|collect)/i, button: /\b(favou?rites?|bookmark|save|collect|wish ?list)\b/i },
  { task: /\bfollow/i, button: /\b(un)?follow/i },
  { task: /\bshar(e|ing)/i, button: /\b(share|copy link)/i },
  { task: /\brat(e|ing)/i, button: /\bstars?\b|\brate\b/i },
];

const look = ({ app }: DriveContext): Promise<string> =>
  app.page.evaluate<string>(
    `(() => { const main = document.querySelector("main") || document.body; return main.innerText + [...main.querySelectorAll("[aria-pressed], [aria-checked], dialog, [role=menu]")].map((e) => (e.getAttribute("aria-pressed") || "") + (e.getAttribute("aria-checked") || "") + e.outerHTML.length).join("|"); })()`,
  );

/** A place to look: a page itself, or the first record below it (the one that the walk saw may be deleted by now). */
interface Place {
  readonly name: string;
  open(): Promise<boolean>;
}

function placesAbout({ app, survey, topic }: DriveContext): Place[] {
  const pages = pagesAbout(survey, topic, ({ kind }) => kind === "section" || kind === "home").slice(0, 5);
  const records = pages.map((page) => ({
    name: `a record of ${page.title}`,
    open: async () => (await openFirstRecord(app, page)) !== null,
  }));
  const own = pages.map((page) => ({
    name: page.title,
    open: async () => {
      await app.goTo(page.url);
      return true;
    },
  }));
  return [...records, ...own];
}

async function press(context: DriveContext, place: Place, name: RegExp): Promise<Outcome | null> {
  const { app } = context;
  if (!(await place.open())) return null;
  // What stands below a record may be loaded once the record is there.
  await app.settle();
  const button = app.page.locator("main").getByRole("button", { name }).first();
  if ((await button.count()) === 0) return null;
  const before = await look(context);
  // A poll asks for a choice before its vote.
  const choice = button.locator("xpath=ancestor::form[1]").locator("input[type=radio]:enabled:visible").first();
  if ((await choice.count()) > 0) await choice.check();
  if (await button.isDisabled()) return null;
  await app.after(() => button.click());
  const changed = (await look(context)) !== before;
  return changed ? passed(`${place.name}: pressed, and shown`) : failed(`${place.name}: pressing it changes nothing`);
}

async function write(context: DriveContext, place: Place, demand: RegExp): Promise<Outcome | null> {
  const { app, topic, check } = context;
  if (!(await place.open())) return null;
  await app.settle();
  const form = await findForm(app, ["comment", "reply", "review", "message", ...topic]);
  if (form === null || !demand.test(await form.innerText())) return null;
  const main = app.page.locator("main");
  const stars = main
    .getByRole("button", { name: /\b[45] stars?\b/i })
    .or(main.getByRole("radio", { name: /\b[45]\b/ }));
  if (/\brat(e|ing)/i.test(check.task) && (await stars.count()) > 0) await app.after(() => stars.first().click());
  const { word, facts } = await submitForm(app, form);
  return facts.text.includes(word) ? passed(`${place.name}: written below it, and shown`) : null;
}

export const driveReaction: Driver = async (context) => {
  const act = acts.find(({ task }) => task.test(context.check.task));
  if (act === undefined) return failed("the task names no reaction");
  const places = placesAbout(context);
  for (const place of places) {
    const outcome =
      act.button === undefined
        ? await write(context, place, act.form ?? act.task)
        : await press(context, place, act.button);
    if (outcome !== null) return outcome;
  }
  if (act.button !== undefined)
    return failed(`no page has a button for it (${act.button.source.replaceAll("\\b", "")})`);
  return createRecord(context, { demand: act.form ?? act.task });
};
