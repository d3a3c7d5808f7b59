// Every page of the web app, for its benchmark and its pictures, and what opens on them.
import type { Page } from "playwright-core";

export interface WebPage {
  name: string;
  /** `:project`, `:waiting` (its plan waits) and `:workspace` stand for the ids of the visitor's own. */
  path: string;
  /** Who sees it. */
  as: "visitor" | "member";
  /** A large part that is loaded here alone, and does not count against the limit of a first load. */
  brings?: "editor" | "diagram";
  /** Answers 404, which Lighthouse does not measure. */
  isMissing?: true;
  /** What is done on it before it is looked at: a dialog is opened, a menu. Only the page itself is weighed and measured. */
  reach?: (page: Page) => Promise<void>;
}

const tabs = [
  "preview",
  "code",
  "versions",
  "console",
  "progress",
  "plan",
  "decisions",
  "checks",
  "deploy",
  "problems",
];

export const webPages: readonly WebPage[] = [
  { name: "home", path: "/", as: "visitor" },
  { name: "features", path: "/features", as: "visitor" },
  { name: "pricing", path: "/pricing", as: "visitor" },
  { name: "docs", path: "/docs", as: "visitor" },
  { name: "status", path: "/status", as: "visitor" },
  { name: "design", path: "/design", as: "visitor" },
  { name: "not-found", path: "/nothing-here", as: "visitor", isMissing: true },
  { name: "login", path: "/login", as: "visitor" },
  { name: "register", path: "/register", as: "visitor" },
  { name: "templates", path: "/templates", as: "visitor" },
  { name: "projects", path: "/projects", as: "member" },
  { name: "new-project", path: "/projects/new", as: "member" },
  { name: "chat", path: "/projects/:project", as: "member" },
  ...tabs.map((tab): WebPage => ({
    name: tab,
    path: `/projects/:project?tab=${tab}`,
    as: "member",
    ...(tab === "code" && { brings: "editor" }),
    ...(tab === "plan" && { brings: "diagram" }),
  })),
  { name: "fixes", path: "/workspaces/:workspace/fixes", as: "member" },
  { name: "settings", path: "/settings", as: "member" },
];

const click =
  (name: string | RegExp, role: "button" | "menuitem" | "link" = "button") =>
  (page: Page) =>
    page.getByRole(role, { name }).first().click();

const inTurn =
  (...steps: ((page: Page) => Promise<void>)[]) =>
  async (page: Page) => {
    for (const step of steps) await step(page);
  };

const on = (name: string, path: string, reach?: WebPage["reach"]): WebPage => ({
  name,
  path,
  as: "member",
  ...(reach && { reach }),
});
const deployMenu = (item: string) => inTurn(click("More about production"), click(item, "menuitem"));

/** Dialogs, menus, panels and other states, which axe looks at and nothing else. */
export const webViews: readonly WebPage[] = [
  { name: "template dialog", path: "/templates?template=recipes", as: "visitor" },
  on("saved prompts", "/templates?category=saved"),
  on("no such project", "/projects/prj_nothing"),
  on("account menu", "/projects", click(/^Account menu/)),
  on("notifications", "/projects", click(/^Notifications/)),
  on("project menu", "/projects", click(/^More about/)),
  on("delete project", "/projects", inTurn(click(/^More about/), click("Delete…", "menuitem"))),
  on("palette", "/projects", (page) => page.keyboard.press("Control+k")),
  on("shortcuts", "/projects", (page) => page.keyboard.press("?")),
  on("suggestions", "/projects/new", (page) => page.getByRole("textbox").first().fill("Track boats quickly")),
  on(
    "save a prompt",
    "/projects/new",
    inTurn((page) => page.getByRole("textbox").first().fill("Track boats quickly"), click("Save as template")),
  ),
  on("plan waits", "/projects/:waiting"),
  on("plan is edited", "/projects/:waiting?tab=plan", click("Change the plan")),
  on("cancel a run", "/projects/:waiting", click(/^(Cancel|Stop)/)),
  on("export menu", "/projects/:project", click("Export")),
  on("push to GitHub", "/projects/:project", inTurn(click("Export"), click(/^GitHub/, "menuitem"))),
  on("pages menu", "/projects/:project?tab=preview", click("Pages of the app")),
  ...["pick", "accessibility", "data", "snapshots", "requests"].map((tool) =>
    on(`preview: ${tool}`, `/projects/:project?tab=preview&tool=${tool}`),
  ),
  ...["live", "static"].map((mode) => on(`preview: ${mode}`, `/projects/:project?tab=preview&mode=${mode}`)),
  on("preview on a phone", "/projects/:project?tab=preview&device=phone"),
  on("a file", "/projects/:project?tab=code&file=src/client/main.tsx"),
  on("code search", "/projects/:project?tab=code&q=status"),
  on("compare", "/projects/:project?tab=versions&compare=1..2"),
  on("compare as apps", "/projects/:project?tab=versions&compare=1..2&as=apps"),
  on("fork", "/projects/:project?tab=versions", click(/^Fork…/)),
  on("roll back", "/projects/:project?tab=versions", click(/^Roll back…/)),
  on("agents", "/projects/:project?tab=console&show=agents"),
  on("console export", "/projects/:project?tab=console", click("Copy or export lines")),
  on("variables", "/projects/:project?tab=deploy", deployMenu("Variables")),
  on("domains", "/projects/:project?tab=deploy", deployMenu("Domains")),
  on("where it runs", "/projects/:project?tab=deploy", deployMenu("Where it runs")),
  on("hand-over", "/projects/:project?tab=handover"),
  on("key of a provider", "/settings", click(/^Add a key of Anthropic/)),
  on(
    "a token",
    "/settings",
    inTurn(
      (page) =>
        page
          .getByLabel(/^(Name|What it is for)/)
          .last()
          .fill("axe"),
      click("Make token"),
    ),
  ),
];

/** The pages named after `--only`, or all. */
export const chosenPages = (options: readonly string[]): WebPage[] => choose(webPages, options);

/** And what opens on them. */
export const chosenViews = (options: readonly string[]): WebPage[] => choose([...webPages, ...webViews], options);

function choose(pages: readonly WebPage[], options: readonly string[]): WebPage[] {
  const only = options.includes("--only") ? (options[options.indexOf("--only") + 1] ?? "").split(",") : null;
  return pages.filter(({ name }) => only === null || only.includes(name));
}
