// Every page of the web app, for its benchmark and its pictures.

export interface WebPage {
  name: string;
  /** `:project` and `:workspace` stand for the ids of the visitor's own. */
  path: string;
  /** Who sees it. */
  as: "visitor" | "member";
  /** A large part that is loaded here alone, and does not count against the limit of a first load. */
  brings?: "editor" | "diagram";
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
  { name: "not-found", path: "/nothing-here", as: "visitor" },
  { name: "login", path: "/login", as: "visitor" },
  { name: "register", path: "/register", as: "visitor" },
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

/** The pages named after `--only`, or all. */
export function chosenPages(options: readonly string[]): WebPage[] {
  const only = options.includes("--only") ? (options[options.indexOf("--only") + 1] ?? "").split(",") : null;
  return webPages.filter(({ name }) => only === null || only.includes(name));
}
