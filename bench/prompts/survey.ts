// A walk through the app before its checks: every page that the navigation names, and for each the first record and
// form below it. Checks then go to the page that is about their words.
import type { DrivenApp } from "./driven-app.ts";
import type { PageFacts } from "./page-facts.ts";
import { countTopic } from "./topic-words.ts";

export interface SurveyedPage extends PageFacts {
  readonly kind: "home" | "section" | "record" | "form";
  /** What the link to it said. */
  readonly linkText: string;
}

export interface Survey {
  readonly home: SurveyedPage;
  readonly pages: SurveyedPage[];
}

const mostSections = 26;
const mostBelow = 2;
const creating = /\b(new|add|create|write|post|submit|apply|register|subscribe|join|book|request|publish|share)\b/i;
const leaving = /\b(log ?out|sign ?out|delete|remove)\b/i;

const withoutHash = (address: string): string => address.split("#")[0] ?? address;
const isForm = (address: string): boolean => /\/(new|create|add)(\/|\?|$)/.test(address);

export async function surveyApp(app: DrivenApp): Promise<Survey> {
  const seen = new Set<string>([withoutHash(app.home)]);
  const visit = async (link: { href: string; text: string }, kind: SurveyedPage["kind"]): Promise<SurveyedPage> => {
    const facts = await app.goTo(link.href);
    if (kind !== "record") return { ...facts, kind, linkText: link.text };
    // What stands below a record may be loaded once the record is there.
    await app.settle();
    return { ...(await app.facts()), kind, linkText: link.text };
  };
  const home = await visit({ href: app.home, text: "Home" }, "home");
  const pages: SurveyedPage[] = [home];
  const sections = home.links.filter((link) => link.inNavigation);
  for (const link of sections) {
    const address = withoutHash(link.href);
    if (pages.length > mostSections || seen.has(address) || !address.startsWith(app.home) || leaving.test(link.text))
      continue;
    seen.add(address);
    const section = await visit(link, "section");
    pages.push(section);
    // A second navigation, such as that of a management area.
    for (const other of section.links)
      if (other.inNavigation && sections.every(({ href }) => withoutHash(href) !== withoutHash(other.href)))
        sections.push(other);
  }
  for (const section of pages.filter(({ kind }) => kind === "section")) {
    const below = section.links.filter(
      (link) =>
        !link.inNavigation && link.isShown && !seen.has(withoutHash(link.href)) && link.href.startsWith(app.home),
    );
    const form = below.find((link) => isForm(link.href) || creating.test(link.text));
    const record = below.find(
      (link) =>
        link !== form &&
        withoutHash(link.href).startsWith(`${withoutHash(section.url).split("?")[0]}/`) &&
        !/\/(import|edit)$/.test(link.href),
    );
    for (const [link, kind] of [
      [record, "record"],
      [form, "form"],
    ] as const) {
      if (link === undefined || seen.has(withoutHash(link.href))) continue;
      seen.add(withoutHash(link.href));
      if (pages.length < mostSections * (mostBelow + 1)) pages.push(await visit(link, kind));
    }
  }
  return { home, pages };
}

/** How much a page is about a topic: its name says most, then its inputs and buttons, then what it says. */
export function rankPage(topic: readonly string[], page: SurveyedPage): number {
  const path = decodeURIComponent(new URL(page.url).pathname).replaceAll(/[/-]/g, " ");
  return (
    countTopic(topic, `${page.title} ${page.linkText} ${page.kind === "record" ? "" : path}`) * 4 +
    countTopic(topic, page.kind === "record" ? path : "") * 4 +
    countTopic(topic, page.labels.join(" ")) * 1.5 +
    countTopic(topic, page.buttons.join(" ")) * 1.5 +
    countTopic(topic, page.text) * 0.5
  );
}

/** Pages about the topic, best first; those that have nothing to do with it are left out. */
export function pagesAbout(
  survey: Survey,
  topic: readonly string[],
  fits: (page: SurveyedPage) => boolean = () => true,
): SurveyedPage[] {
  return survey.pages
    .filter(fits)
    .map((page) => ({ page, rank: rankPage(topic, page) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ page }) => page);
}
