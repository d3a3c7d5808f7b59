import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { ShellPart } from "./shell-part.ts";

interface Surroundings {
  app: ResolvedApp;
  /** Visitors get public pages; the shell is the management area behind them. */
  isSite: boolean;
}

const sitePart = ({ isSite }: Surroundings): ShellPart =>
  isSite ? { last: [{ to: "/", icon: "external", title: '"View the site"', isOutside: true }] } : {};

const aboutPart = (): ShellPart => ({
  last: [{ to: "/about", icon: "info", title: '"About this app"' }],
  routes: [{ module: "pages/about-routes.ts", name: "aboutRoutes" }],
});

/** In the order in which their entries and tools stand. */
const parts: readonly ((surroundings: Surroundings) => ShellPart)[] = [sitePart, aboutPart];

export const shellParts = (surroundings: Surroundings): ShellPart[] => parts.map((part) => part(surroundings));
