// What an app gives out: reports, files, charts, figures that move by themselves.
import type { DriveContext, Driver } from "./drive-context.ts";
import { createRecord } from "./drive-records.ts";
import { pagesAbout, type SurveyedPage } from "./survey.ts";
import { countTopic } from "./topic-words.ts";
import { failed, passed } from "./ui-check.ts";

const papers = /\b(report|quote|voucher|invoice|statement|settlement|expense sheet|summary|document|estimate)s?\b/i;
const liveWaitMs = 20_000;
const chartWaitMs = 10_000;

export const driveReport: Driver = async (context) => {
  const { app, survey, topic } = context;
  const makes = (page: SurveyedPage): boolean =>
    page.kind !== "form" &&
    papers.test(`${page.title} ${page.linkText}`) &&
    page.buttons.some((name) => /\b(print|download|generate|create report|export)\b/i.test(name));
  const pages = pagesAbout(survey, [...topic, "report"], makes);
  for (const page of pages.slice(0, 2)) {
    const before = await app.goTo(page.url);
    let chosen = 0;
    for (const select of (await app.page.locator("main select:visible, header select:visible").all()).slice(0, 3)) {
      const options = await select.evaluate((element) =>
        Array.from(
          (element as unknown as { options: { value: string; text: string }[] }).options,
          ({ value, text }) => ({ value, text }),
        ),
      );
      const best = options
        .map((option) => ({ ...option, rank: countTopic(topic, option.text) }))
        .sort((a, b) => b.rank - a.rank)[0];
      if (best !== undefined) await select.selectOption(best.value).catch(() => undefined);
      chosen += 1;
      await app.settle();
    }
    const generate = app.page
      .locator("main")
      .getByRole("button", { name: /^(generate|create|run|show|preview)/i })
      .first();
    if ((await generate.count()) > 0) await app.after(() => generate.click());
    const boxes = app.page.locator("main input[type=checkbox]:visible");
    if ((await boxes.count()) > 0) {
      await app.after(() =>
        boxes
          .last()
          .click()
          .catch(() => undefined),
      );
      chosen += 1;
    }
    const after = await app.facts();
    if (chosen === 0 && after.text === before.text) return failed(`${page.title}: nothing can be chosen`);
    if (after.rows === 0 && !after.hasChart) return failed(`${page.title}: the report is empty`);
    return passed(`${page.title}: a report of ${after.rows} rows after ${chosen} choices`);
  }
  if (!papers.test(survey.pages.map(({ title }) => title).join(" "))) return failed("no page makes a report");
  return createRecord(context, { demand: papers });
};

export const driveExport: Driver = async ({ app, survey, topic }) => {
  const wanted = /\b(download|export|print)\b/i;
  for (const page of [...pagesAbout(survey, topic, ({ kind }) => kind !== "form"), ...survey.pages].slice(0, 5)) {
    await app.goTo(page.url);
    const find = () =>
      app.page
        .locator("main")
        .getByRole("button", { name: wanted })
        .or(app.page.locator("main").getByRole("link", { name: wanted }))
        .or(app.page.getByRole("menuitem", { name: wanted }))
        .first();
    if ((await find().count()) === 0) {
      const more = app.page
        .locator("main")
        .getByRole("button", { name: /^(more|actions|options)/i })
        .first();
      if ((await more.count()) > 0) await app.after(() => more.click());
    }
    if ((await find().count()) === 0) continue;
    await app.page.evaluate("window.__printed = false; window.print = () => { window.__printed = true; }");
    const arrival = app.page.waitForEvent("download", { timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    await find()
      .click()
      .catch(() => undefined);
    if (await arrival) return passed(`${page.title}: a file arrives`);
    if (await app.page.evaluate<boolean>("window.__printed === true"))
      return passed(`${page.title}: the printer is asked`);
    return failed(`${page.title}: the button gives no file`);
  }
  return failed("nothing can be downloaded");
};

export const driveChart: Driver = async (context: DriveContext) => {
  const { app, survey, topic, check } = context;
  const withChart =
    pagesAbout(survey, topic, (page) => page.hasChart)[0] ??
    survey.pages.find((page) => page.hasChart && page.kind !== "record");
  if (withChart !== undefined) {
    let facts = await app.goTo(withChart.url);
    // Charts are drawn once their records have come, on a busy machine seconds later.
    for (const until = Date.now() + chartWaitMs; !facts.hasChart && Date.now() < until; facts = await app.facts())
      await app.page.waitForTimeout(200);
    return facts.hasChart
      ? passed(`${withChart.title} shows a chart`)
      : failed(`${withChart.title}: the chart is gone`);
  }
  const figures = (await app.goTo("/")).text.match(/\b\d[\d.,]*\b/g)?.length ?? 0;
  const onlyFigures = /\b(statistic|metric)/i.test(check.task) && !/\b(chart|graph|visuali)/i.test(check.task);
  return onlyFigures && figures >= 4
    ? passed(`the first page shows ${figures} figures`)
    : failed("no page has a chart");
};

/** Waits for the page to ask again by itself, or to say something else, without being touched. */
export const driveLive: Driver = async ({ app, survey, topic }) => {
  const page = pagesAbout(survey, topic, ({ kind }) => kind !== "form")[0];
  if (page === undefined) return failed("no page is about it");
  const facts = await app.goTo(page.url);
  if (countTopic(topic, `${facts.title} ${facts.text}`) * 2 < topic.length)
    return failed(`${page.title} does not show it`);
  const asked = app.dataRequests.length;
  const until = Date.now() + liveWaitMs;
  while (Date.now() < until) {
    await app.page.waitForTimeout(250);
    if (app.dataRequests.length > asked || (await app.facts()).text !== facts.text)
      return passed(`${page.title} renews itself`);
  }
  return failed(`${page.title} stays as it was for ${liveWaitMs / 1_000} s`);
};
