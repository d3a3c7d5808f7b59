// The PRD's capabilities as files: the template folders they need, their settings, and the registries that pages, API and
// rules are looked up in. A capability that its models cannot carry is left out with a note; none breaks a build.
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { literal, quote } from "../../shared/source-text.ts";
import { contributeBooking } from "./booking.ts";
import type { Contribution, EmittedPage, Refusal } from "./capability.ts";
import { contributeCharts } from "./charts.ts";
import { contributeChat } from "./chat.ts";
import { contributeDiscussion } from "./discussion.ts";
import { contributeDraw } from "./draw.ts";
import { contributeEstimate } from "./estimate.ts";
import { contributeGame } from "./games.ts";
import { contributeLookup } from "./lookup.ts";
import { contributeMatch } from "./match.ts";
import { contributePoll } from "./poll.ts";
import { contributeQuiz } from "./quiz.ts";
import { contributeRanking } from "./ranking.ts";
import { contributeReactions } from "./reactions.ts";
import { contributeReport } from "./report.ts";
import { contributeShop } from "./shop.ts";
import { contributeSignup } from "./signup.ts";
import { contributeStudy } from "./study.ts";
import { contributeTool } from "./tools.ts";
import { template } from "./template.generated.ts";

function contribute(app: ResolvedApp, capability: PrdCapability): Contribution | Refusal {
  switch (capability.kind) {
    case "tool":
      return contributeTool(app, capability);
    case "game":
      return contributeGame(app, capability);
    case "shop":
      return contributeShop(app, capability);
    case "booking":
      return contributeBooking(app, capability);
    case "reactions":
      return contributeReactions(
        app,
        (app.prd.capabilities ?? []).filter((other) => other.kind === "reactions"),
      );
    case "quiz":
      return contributeQuiz(app, capability);
    case "report":
      return contributeReport(app);
    case "live":
      // Hung over every page by the shell's parts.
      return { folders: ["live"] };
    case "signup":
      return contributeSignup(
        app,
        (app.prd.capabilities ?? []).filter((other) => other.kind === "signup"),
      );
    case "poll":
      return contributePoll(app, capability);
    case "charts":
      return contributeCharts(app, capability);
    case "chat":
      return contributeChat(app, capability);
    case "discussion":
      return contributeDiscussion(app, capability);
    case "lookup":
      return contributeLookup(app, capability);
    case "study":
      return contributeStudy(app, capability);
    case "draw":
      return contributeDraw(app, capability);
    case "ranking":
      return contributeRanking(app, capability);
    case "estimate":
      return contributeEstimate(app, capability);
    case "match":
      return contributeMatch(app, capability);
  }
}

/** The same capability twice is one. */
const identity = (capability: PrdCapability): string => {
  if (capability.kind === "tool") return `tool ${capability.tool}`;
  if (capability.kind === "game") return `game ${capability.game}`;
  if (capability.kind === "chat") return `chat ${String(capability.assistant === true)}`;
  return capability.kind;
};

/** `seed` stands behind the example rows of the models, `routes` are mounted below /api. */
export function emitCapabilities(app: ResolvedApp): {
  files: Map<string, string>;
  seed: string;
  pages: EmittedPage[];
  routes: string[];
} {
  const contributions: Contribution[] = [];
  const seen = new Set<string>();
  for (const capability of app.prd.capabilities ?? []) {
    if (seen.has(identity(capability))) continue;
    seen.add(identity(capability));
    const contribution = contribute(app, capability);
    if ("note" in contribution) app.notes.push(contribution.note);
    else contributions.push(contribution);
  }
  if (app.access)
    contributions.push({
      folders: [],
      panels: [{ id: "history", models: app.models.map(({ key }) => key), module: "history/panel.tsx" }],
    });
  const files = new Map<string, string>();
  const folders = new Set(["base", ...contributions.flatMap((contribution) => contribution.folders)]);
  for (const [path, text] of Object.entries(template)) {
    const [folder = "", ...rest] = path.split("/");
    if (folders.has(folder)) files.set(rest.join("/"), text);
  }
  for (const contribution of contributions) for (const [path, text] of contribution.files ?? []) files.set(path, text);
  const shownPages = contributions.flatMap((contribution) => contribution.pages ?? []);
  if (shownPages.length > 0) files.set("src/client/capabilities/titles.ts", emitTitles(shownPages));
  files.set("src/client/capabilities/registry.ts", emitClientRegistry(contributions));
  files.set("src/server/capabilities/registry.ts", emitServerRegistry(contributions));
  files.set("src/server/capabilities/rules.ts", emitRules(contributions));
  const seed = contributions
    .flatMap((contribution) => contribution.seed ?? [])
    .map((statement) => `--> statement-breakpoint\n${statement}\n`)
    .join("");
  const routes = contributions.flatMap((contribution) => (contribution.routes ?? []).map(({ path }) => path));
  return { files, seed, pages: shownPages, routes };
}

/** What a page is called in the catalogue of texts. */
export const titleKey = ({ path }: EmittedPage): string =>
  `page-${path}`.replaceAll(/[^a-z0-9]+([a-z0-9]?)/gi, (_all, next: string) => next.toUpperCase());

const deferred = (module: string, name: string): string =>
  `lazy(async () => ({ default: (await import(${quote(`./${module}`)})).${name} }))`;

function emitTitles(pages: readonly EmittedPage[]): string {
  const titles = Object.fromEntries(pages.map((entry) => [titleKey(entry), entry.title]));
  return `import { part } from "../../shared/say.ts";

/** Of the pages beyond the models' own. */
export const titles = part("pages", ${literal(titles, "", 36)});
`;
}

function emitClientRegistry(contributions: readonly Contribution[]): string {
  const pages = contributions.flatMap((contribution) => contribution.pages ?? []);
  const panels = contributions.flatMap((contribution) => contribution.panels ?? []);
  const actions = contributions.flatMap((contribution) => contribution.actions ?? []);
  const home = pages.find((page) => page.isHome);
  const page = (entry: (typeof pages)[number]): string => `  {
    path: ${quote(entry.path)},
    get title() {
      return titles.${titleKey(entry)};
    },
    icon: ${quote(entry.icon)},
    isHome: ${String(entry === home)},
    isHidden: ${String(entry.isHidden === true)},
    lazy: () => import(${quote(`./${entry.module}`)}),
${entry.mark === undefined ? "" : `    Mark: ${deferred(entry.mark, "Mark")},\n`}  },\n`;
  const attached = (name: string, entry: (typeof panels)[number]): string => `  {
    id: ${quote(entry.id)},
    models: ${literal(entry.models)},
    ${name}: ${deferred(entry.module, name)},
  },\n`;
  const list = (entries: readonly string[]): string => (entries.length === 0 ? "[]" : `[\n${entries.join("")}]`);
  const isLazy = panels.length + actions.length > 0 || pages.some(({ mark }) => mark !== undefined);
  return `// The pages and panels beyond the models' own. Each is loaded when it is first opened.
${isLazy ? 'import { lazy } from "react";\n' : ""}import type { CapabilityPage, RecordAction, RecordPanel } from "./capability.ts";
${pages.length === 0 ? "" : 'import { titles } from "./titles.ts";\n'}
export const capabilityPages: readonly CapabilityPage[] = ${list(pages.map(page))};

export const recordPanels: readonly RecordPanel[] = ${list(panels.map((entry) => attached("Panel", entry)))};

export const recordActions: readonly RecordAction[] = ${list(actions.map((entry) => attached("Action", entry)))};
`;
}

const importLine = (entry: { module: string; name: string }): string =>
  `import { ${entry.name} } from ${quote(`./${entry.module}`)};\n`;

const unique = (lines: readonly string[]): string => [...new Set(lines)].join("");

function emitServerRegistry(contributions: readonly Contribution[]): string {
  const routes = contributions.flatMap((contribution) => contribution.routes ?? []);
  const summaries = routes.flatMap(({ path: mount, summaries: own }) =>
    Object.entries(own).map(([route, summary]): [string, string] => {
      const [method = "", path = "/"] = route.split(" ");
      return [`${method} ${mount}${path === "/" ? "" : path}`, summary];
    }),
  );
  return `// The API beyond the models' own.
import { Hono } from "hono";
import type { AppEnv } from "../env.ts";
${unique(routes.map(importLine))}
export const capabilityRoutes = new Hono<AppEnv>()${routes.map((route) => `.route(${quote(route.path)}, ${route.name})`).join("")};

/** What these routes do, by method and path below /api. */
export const capabilitySummaries: Readonly<Record<string, string>> = ${literal(Object.fromEntries(summaries), "", 69)};
`;
}

function emitRules(contributions: readonly Contribution[]): string {
  const rules = contributions.flatMap((contribution) => contribution.rules ?? []);
  const names = Map.groupBy(rules, ({ model }) => model);
  const entries = [...names].map(([model, own]) => {
    const list = own.map(({ name }) => name).join(", ");
    return `  ${quote(model)}: ${own.length === 1 ? list : `inTurn(${list})`},\n`;
  });
  const isShared = names.size < rules.length;
  return `// What is checked before a record is stored, by the key of its model.
${unique(rules.map(importLine))}import { ${isShared ? "inTurn, " : ""}type RecordRule } from "./rule.ts";

export const recordRules: Readonly<Record<string, RecordRule>> = {${entries.length === 0 ? "" : `\n${entries.join("")}`}};
`;
}
