// Every link of the menus, clicked: it leads somewhere that has a heading, without an error, and home is reached again.
import { type DriveContext, type Driver, quotedIn } from "./drive-context.ts";
import type { PageFacts } from "./page-facts.ts";
import { countTopic, topicWords } from "./topic-words.ts";
import { failed, type Outcome, passed } from "./ui-check.ts";

const missing = /\b(not found|404|does not exist|went wrong|unexpected error)\b/i;
const mostLinks = 16;
const homely = /^(home|dashboard|homepage|main dashboard|website)$/i;

/** Names of the sections that the task lists: in quotes, in brackets, or after "between". */
export function sectionsNamed(task: string): string[] {
  const listed = /\(([^)]{4,160})\)/.exec(task)?.[1] ?? /\bbetween (?:the )?([^.]{6,160})/.exec(task)?.[1] ?? "";
  const names = quotedIn(task).length > 0 ? quotedIn(task) : listed.split(/,|\band\b/);
  return names
    .map((name) =>
      name
        .replace(/^\s*(e\.g\.,?|the|such as|i\.e\.)\s*/i, "")
        .replaceAll(/\b(pages?|sections?|panels?)\b/gi, "")
        .replace(/[^\p{L}\p{N}) ]+$/u, "")
        .trim(),
    )
    .filter(
      (name) =>
        name !== "" &&
        name.split(" ").length <= 5 &&
        /\p{L}/u.test(name) &&
        !/^(etc|e\.g)/i.test(name) &&
        !homely.test(name),
    );
}

const problemOf = (facts: PageFacts): string | null =>
  missing.test(facts.title) || (facts.text.length < 400 && missing.test(facts.text))
    ? `"${facts.title}"`
    : facts.title === ""
      ? "no heading"
      : null;

async function clickThrough({ app }: DriveContext): Promise<{ problem: string | null; visited: number }> {
  const home = await app.goTo("/");
  const links = home.links.filter((link) => link.inMenu && link.isShown && link.href.startsWith(app.home));
  const unique = [...new Map(links.map((link) => [link.href, link])).values()].slice(0, mostLinks);
  if (unique.length < 2) return { problem: `the home page has ${unique.length} menu links`, visited: 0 };
  for (const link of unique) {
    const [errors, failures] = [app.consoleErrors.length, app.failedRequests.length];
    const path = link.href.slice(app.home.length - 1);
    const anchor = app.page
      .locator(
        `nav a[href="${path}"]:visible, [role=navigation] a[href="${path}"]:visible, a[href="${link.href}"]:visible`,
      )
      .first();
    if ((await anchor.count()) === 0)
      return { problem: `"${link.text}" is gone from the menu of ${app.page.url()}`, visited: 0 };
    const facts = await app.after(() => anchor.click());
    const problem = problemOf(facts);
    if (problem !== null) return { problem: `"${link.text}" leads to ${problem}`, visited: 0 };
    if (app.consoleErrors.length > errors)
      return { problem: `"${link.text}": ${app.consoleErrors.at(-1)}`, visited: 0 };
    if (app.failedRequests.length > failures)
      return { problem: `"${link.text}": ${app.failedRequests.at(-1)}`, visited: 0 };
  }
  const back = app.page.locator(`a[href="/"]:visible, a[href="${app.home}"]:visible`).first();
  if ((await back.count()) === 0) return { problem: "no link leads back home", visited: unique.length };
  const facts = await app.after(() => back.click());
  return {
    problem: new URL(facts.url).pathname === "/" ? null : `the link home leads to ${facts.url}`,
    visited: unique.length,
  };
}

/** Which of the named sections no page is called after. */
export function missingSections(
  names: readonly string[],
  pages: readonly { title: string; linkText: string; url: string }[],
): string[] {
  return names.filter((name) => {
    const topic = topicWords(name);
    // "Search", "About us": all of its words only say how to get there.
    const wanted = topic.length > 0 ? topic : [name.toLowerCase().split(" ")[0] ?? ""];
    return !pages.some((page) => {
      const words = `${page.title} ${page.linkText} ${new URL(page.url).pathname.replaceAll(/[/-]/g, " ")}`;
      return topic.length > 0
        ? countTopic(wanted, words) * 2 >= wanted.length
        : words.toLowerCase().includes(wanted[0] ?? "");
    });
  });
}

export const driveNavigation: Driver = async (context): Promise<Outcome> => {
  const named = sectionsNamed(context.check.task);
  const gone = missingSections(named, context.survey.pages);
  if (gone.length > 0) return failed(`no page is called ${gone.map((name) => `"${name}"`).join(", ")}`);
  const { problem, visited } = await clickThrough(context);
  return problem === null
    ? passed(
        `${visited} menu links lead somewhere, and home again${named.length > 0 ? `, ${named.join(", ")} among the pages` : ""}`,
      )
    : failed(problem);
};

export const driveResponsive: Driver = async ({ app, survey }) => {
  const size = app.page.viewportSize() ?? { width: 1280, height: 800 };
  try {
    for (const width of [375, 768]) {
      await app.page.setViewportSize({ width, height: 800 });
      for (const { url } of survey.pages.filter(({ kind }) => kind !== "form").slice(0, 5)) {
        const facts = await app.goTo(url);
        if (facts.width > width + 1) return failed(`${url} is ${facts.width} px wide at ${width}`);
      }
    }
    await app.page.setViewportSize({ width: 375, height: 800 });
    const narrow = await app.goTo("/");
    if (narrow.links.filter((link) => link.inMenu && link.isShown).length >= 2)
      return passed("no overflow, and the menu stays visible");
    const toggle = app.page.getByRole("button", { name: /menu|navigation/i }).first();
    if ((await toggle.count()) === 0) return failed("at 375 px neither menu links nor a menu button are there");
    const opened = await app.after(() => toggle.click());
    return opened.links.filter((link) => link.isShown && link.inMenu).length >= 2
      ? passed("no overflow, and the menu opens at 375 px")
      : failed("the menu button shows no links");
  } finally {
    await app.page.setViewportSize(size);
  }
};
