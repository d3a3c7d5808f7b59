import type { PageRoute } from "../routing/router.ts";

export const aboutRoutes: readonly PageRoute[] = [
  { path: "about", lazy: async () => ({ Component: (await import("./about.tsx")).AboutPage }) },
];
