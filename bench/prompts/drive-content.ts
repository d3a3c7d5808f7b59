// Something has to be there: the page that is most about it, with most of the words that the check names.
import type { DriveContext, Driver } from "./drive-context.ts";
import { openFirstRecord } from "./drive-records.ts";
import { pagesAbout } from "./survey.ts";
import { countTopic } from "./topic-words.ts";
import { failed, type Outcome, passed } from "./ui-check.ts";

/**
 * Shares of the words that have to be found: of the task's, and of the expected result's, rounded down: of three words that
 * describe a result, each may be said otherwise.
 */
const taskShare = 0.5;
const expectedShare = 0.3;
const shortPage = 120;

export function judgeContent(
  { topic, expected }: Pick<DriveContext, "topic" | "expected">,
  text: string,
  where: string,
): Outcome {
  const [named, told] = [countTopic(topic, text), countTopic(expected, text)];
  const missing = [...topic, ...expected]
    .filter((word) => countTopic([word], text) === 0)
    .slice(0, 6)
    .join(", ");
  if (text.length < shortPage) return failed(`${where} is almost empty`);
  if (named < topic.length * taskShare)
    return failed(`${where} speaks of ${named} of ${topic.length} words of the task; missing ${missing}`);
  if (told < Math.floor(expected.length * expectedShare))
    return failed(`${where} shows ${told} of ${expected.length} expected words; missing ${missing}`);
  return passed(
    `${where} has ${named} of ${topic.length} words of the task and ${told} of ${expected.length} expected`,
  );
}

const everything = (facts: { title: string; text: string; labels: string[]; buttons: string[] }): string =>
  [facts.title, facts.text, ...facts.labels, ...facts.buttons].join(" ");

export const driveContent: Driver = async (context) => {
  const { app, survey, topic, expected } = context;
  const wanted = topic.length > 0 ? topic : expected;
  const pages = pagesAbout(survey, wanted, ({ kind }) => kind !== "form").slice(0, 3);
  if (pages.length === 0) return failed(`no page is about ${wanted.slice(0, 5).join(", ")}`);
  const outcomes: Outcome[] = [];
  for (const page of pages) {
    const facts = await app.goTo(page.url);
    const record = page.kind === "section" ? await openFirstRecord(app, page).catch(() => null) : null;
    const outcome = judgeContent(
      context,
      `${everything(facts)} ${page.linkText} ${record === null ? "" : everything(record)}`,
      `"${page.title}"`,
    );
    if (outcome.verdict === "passed") return outcome;
    outcomes.push(outcome);
  }
  return outcomes[0] ?? failed("no page could be opened");
};

export const driveOpenRecord: Driver = async (context) => {
  const { app, survey, topic } = context;
  const outcomes: Outcome[] = [];
  for (const page of pagesAbout(survey, topic, ({ kind }) => kind === "section" || kind === "home").slice(0, 3)) {
    const record = await openFirstRecord(app, page);
    if (record === null) {
      outcomes.push(failed(`"${page.title}" has no record that opens`));
      continue;
    }
    const outcome = judgeContent(
      context,
      `${everything(record)} ${page.title}`,
      `"${record.title}" of "${page.title}"`,
    );
    if (outcome.verdict === "passed") return outcome;
    outcomes.push(outcome);
  }
  return outcomes[0] ?? failed("no page is about it");
};
