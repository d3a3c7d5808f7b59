// Pages that do something by themselves: quizzes, games, calculators.
import type { Locator } from "playwright-core";
import type { DriveContext, Driver } from "./drive-context.ts";
import { quotedIn } from "./drive-context.ts";
import { fillForm } from "./fill-form.ts";
import { pagesAbout, type SurveyedPage } from "./survey.ts";
import { failed, notDrivable, passed } from "./ui-check.ts";

const starting = /^(start|begin|play|take|new game|restart|spin|try again|deal)\b/i;
const mostSteps = 30;

async function press(context: DriveContext, button: Locator): Promise<boolean> {
  const before = await stateOf(context);
  await context.app.after(() => button.click().catch(() => undefined));
  return (await stateOf(context)) !== before;
}

/** What a person would see change: texts, names, pressed and checked states, styles of the board. */
const stateOf = ({ app }: DriveContext): Promise<string> =>
  app.page.evaluate<string>(
    `(() => { const main = document.querySelector("main") || document.body; return location.href + main.innerText + [...main.querySelectorAll("*")].map((e) => (e.getAttribute("aria-label") || "") + (e.getAttribute("aria-pressed") || "") + (e.getAttribute("style") || "") + (e.getAttribute("class") || "") + (e.checked ?? "") + (e.value ?? "")).join("|"); })()`,
  );

const main = ({ app }: DriveContext): Locator => app.page.locator("main");

export const driveQuiz: Driver = async (context) => {
  const { app, survey, topic } = context;
  const playable = (page: SurveyedPage): boolean =>
    /\b(quiz|play|assessment|trivia|contest|test|survey|practice|flash ?cards?)\b/i.test(
      `${page.title} ${page.linkText}`,
    ) &&
    (page.buttons.some((name) => starting.test(name)) || page.kind !== "form");
  const pages = pagesAbout(survey, [...topic, "quiz", "play"], playable);
  for (const page of pages.slice(0, 4)) {
    await app.goTo(page.url);
    const start = main(context).getByRole("button", { name: starting }).first();
    const options = main(context).locator("input[type=radio]:visible, [role=radio]:visible");
    if ((await start.count()) === 0 && (await options.count()) < 2) continue;
    if ((await start.count()) > 0) await app.after(() => start.click());
    let steps = 0;
    for (; steps < mostSteps; steps += 1) {
      if (
        steps > 0 &&
        /\b(you (scored|have|got)|your (score|result)|score:|result)\b/i.test(await main(context).innerText()) &&
        (await options.count()) === 0
      )
        break;
      if ((await options.count()) > 0)
        await options
          .first()
          .check()
          .catch(() => options.first().click());
      else {
        const choice = main(context)
          .locator("li button:visible, fieldset button:visible, [role=group] button:visible")
          .first();
        if ((await choice.count()) > 0) await choice.click();
        else {
          const line = main(context).locator("input[type=text]:visible").first();
          if ((await line.count()) > 0) await line.fill("answer");
        }
      }
      const next = main(context)
        .getByRole("button", { name: /^(next|submit|check|finish|answer|continue|see|show|done|i knew|got it|again)/i })
        .last();
      if ((await next.count()) > 0) await app.after(() => next.click().catch(() => undefined));
      else await app.settle();
    }
    const text = await main(context).innerText();
    if (steps > 0 && /\b(score|scored|correct|result|right|points)\b/i.test(text))
      return passed(`${page.title}: played ${steps} steps to its result`);
    return failed(`${page.title}: no result after ${steps} steps`);
  }
  return failed("nothing can be played or answered");
};

const words: readonly [RegExp, RegExp][] = [
  [/\bspin/i, /\bspin/i],
  [/\bnew (\w+ )?game|start/i, /\b(new game|start|restart|play)\b/i],
  [/\bundo/i, /\bundo\b/i],
  [/\bresign/i, /\b(resign|give up)\b/i],
  [/\breviv/i, /\b(revive|continue)\b/i],
  [/\btheme/i, /\btheme\b/i],
  [/\bdifficulty/i, /\b(difficulty|easy|hard|level)\b/i],
  [/\bjoin/i, /\bjoin\b/i],
];

export const driveGame: Driver = async (context) => {
  const { app, survey, topic, check } = context;
  if (/\b(trigger game over|after game over)\b/i.test(check.task))
    return notDrivable("the game would have to be lost first");
  const boards = (page: SurveyedPage): boolean =>
    page.kind !== "form" &&
    page.kind !== "record" &&
    page.buttons.some((name) => starting.test(name) || /\bspin|undo|new game\b/i.test(name));
  const page = pagesAbout(survey, [...topic, "game", "play"], boards)[0];
  if (page === undefined) return failed("no page has a game to play");
  await app.goTo(page.url);
  const start = main(context).getByRole("button", { name: starting }).first();
  const asked =
    words.find(([task]) => task.test(check.task))?.[1] ??
    (quotedIn(check.task)[0] === undefined
      ? null
      : new RegExp(quotedIn(check.task)[0]?.replaceAll(/\W+/g, "\\W+") ?? "", "i"));
  if (/\b(tiles? (up|down|left|right)|move)\b/i.test(check.task)) {
    if ((await start.count()) > 0) await app.after(() => start.click());
    const key = /\b(up|down|left|right)\b/i.exec(check.task)?.[1]?.toLowerCase();
    const keys =
      key === undefined
        ? ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"]
        : [`Arrow${key[0]?.toUpperCase()}${key.slice(1)}`];
    const before = await stateOf(context);
    // A board may have no tile to move in one direction: the other way first makes room.
    const other: Record<string, string> = {
      ArrowUp: "ArrowDown",
      ArrowDown: "ArrowUp",
      ArrowLeft: "ArrowRight",
      ArrowRight: "ArrowLeft",
    };
    for (const each of keys) await app.page.keyboard.press(each);
    await app.settle();
    if ((await stateOf(context)) !== before) return passed(`${page.title}: ${keys.join(", ")} changes the board`);
    await app.page.keyboard.press(other[keys[0] ?? ""] ?? "ArrowDown");
    const turned = await stateOf(context);
    for (const each of keys) await app.page.keyboard.press(each);
    await app.settle();
    if ((await stateOf(context)) !== turned) return passed(`${page.title}: ${keys.join(", ")} changes the board`);
    for (const cell of (
      await main(context).locator("[role=gridcell]:visible, table button:visible, [role=grid] button:visible").all()
    ).slice(0, 64)) {
      await cell.click().catch(() => undefined);
    }
    return (await stateOf(context)) !== turned
      ? passed(`${page.title}: the board answers to clicks`)
      : failed(`${page.title}: neither keys nor clicks change the board`);
  }
  if (asked !== null) {
    const control = main(context)
      .getByRole("button", { name: asked })
      .or(main(context).getByRole("combobox", { name: asked }))
      .or(main(context).getByRole("radio", { name: asked }))
      .first();
    if ((await control.count()) === 0)
      return failed(`${page.title}: nothing is called ${asked.source.replaceAll("\\b", "")}`);
    if (/undo|resign/i.test(asked.source)) await app.page.keyboard.press("ArrowLeft");
    if ((await control.evaluate((element) => element.tagName)) === "SELECT") {
      const values = await control.evaluate((element) =>
        Array.from((element as unknown as { options: { value: string }[] }).options, ({ value }) => value),
      );
      await app.after(() => control.selectOption(values.at(-1) ?? ""));
      return passed(`${page.title}: another choice is taken`);
    }
    return (await press(context, control)) || starting.test(await control.innerText())
      ? passed(`${page.title}: "${await control.innerText().catch(() => "it")}" does something`)
      : failed(`${page.title}: pressing ${asked.source} changes nothing`);
  }
  if ((await start.count()) === 0) return failed(`${page.title}: nothing starts a game`);
  return (await press(context, start))
    ? passed(`${page.title}: a game starts`)
    : failed(`${page.title}: starting changes nothing`);
};

export const driveCalculate: Driver = async (context) => {
  const { app, survey, topic } = context;
  const tools = (page: SurveyedPage): boolean =>
    page.labels.length > 0 &&
    (/\b(calculat|convert|estimat)/i.test(`${page.title} ${page.linkText}`) ||
      (page.kind === "section" && page.forms === 0 && !page.hasSearch));
  for (const page of pagesAbout(survey, [...topic, "calculator"], tools).slice(0, 3)) {
    await app.goTo(page.url);
    const before = await main(context).innerText();
    await fillForm(app.page, main(context));
    const button = main(context)
      .getByRole("button", { name: /^(calculate|convert|estimate|compute|show)/i })
      .first();
    if ((await button.count()) > 0) await app.after(() => button.click());
    await app.settle();
    const after = await main(context).innerText();
    if (after !== before && /\d/.test(after)) return passed(`${page.title}: numbers give a result`);
  }
  return failed("nothing calculates");
};
