import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { ShellPart } from "./shell-part.ts";

interface Surroundings {
  app: ResolvedApp;
  /** Visitors get public pages; the shell is the management area behind them. */
  isSite: boolean;
}

/** The texts of the app, for titles. */
const say = { module: "../shared/say.ts", name: "say" };

const sitePart = ({ isSite }: Surroundings): ShellPart =>
  isSite ? { last: [{ to: "/", icon: "external", title: "say.viewSite", isOutside: true }], imports: [say] } : {};

const accessPart = ({ app }: Surroundings): ShellPart =>
  app.access
    ? {
        tools: [{ module: "access/account-menu.tsx", name: "AccountMenu" }],
        beginnings: [{ module: "access/session.ts", name: "loadSession" }],
        routes: [{ module: "access/routes.ts", name: "accountRoutes" }],
        bareRoutes: [{ module: "access/routes.ts", name: "signInRoutes" }],
      }
    : {};

const trashPart = ({ app }: Surroundings): ShellPart => ({
  last: [
    {
      to: "/trash",
      icon: "trash",
      title: "say.trash",
      ...(app.access && { isShown: 'models.some((model) => may(model, "delete"))' }),
    },
  ],
  imports: [
    say,
    ...(app.access
      ? [
          { module: "permissions.ts", name: "may" },
          { module: "../shared/models.ts", name: "models" },
        ]
      : []),
  ],
  routes: [{ module: "pages/trash-routes.ts", name: "trashRoutes" }],
});

const settingsPart = (): ShellPart => ({
  last: [{ to: "/settings", icon: "settings", title: "say.settings" }],
  imports: [say],
  routes: [{ module: "pages/settings-routes.ts", name: "settingsRoutes" }],
});

const aboutPart = (): ShellPart => ({
  last: [{ to: "/about", icon: "info", title: "say.aboutThisApp" }],
  imports: [say],
  routes: [{ module: "pages/about-routes.ts", name: "aboutRoutes" }],
});

const livePart = ({ app }: Surroundings): ShellPart =>
  app.prd.capabilities?.some(({ kind }) => kind === "live") === true
    ? { overlays: [{ module: "capabilities/live/live-refresh.tsx", name: "LiveRefresh" }] }
    : {};

/** In the order in which their entries and tools stand. */
const parts: readonly ((surroundings: Surroundings) => ShellPart)[] = [
  livePart,
  accessPart,
  sitePart,
  trashPart,
  settingsPart,
  aboutPart,
];

export const shellParts = (surroundings: Surroundings): ShellPart[] => parts.map((part) => part(surroundings));
