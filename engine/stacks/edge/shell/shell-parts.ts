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

const trashPart = (): ShellPart => ({
  last: [{ to: "/trash", icon: "trash", title: "say.trash" }],
  imports: [say],
  routes: [{ module: "pages/trash-routes.ts", name: "trashRoutes" }],
});

const aboutPart = (): ShellPart => ({
  last: [{ to: "/about", icon: "info", title: "say.aboutThisApp" }],
  imports: [say],
  routes: [{ module: "pages/about-routes.ts", name: "aboutRoutes" }],
});

/** In the order in which their entries and tools stand. */
const parts: readonly ((surroundings: Surroundings) => ShellPart)[] = [sitePart, trashPart, aboutPart];

export const shellParts = (surroundings: Surroundings): ShellPart[] => parts.map((part) => part(surroundings));
