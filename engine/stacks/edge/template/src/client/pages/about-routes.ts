import type { RouteObject } from "react-router";

export const aboutRoutes: readonly RouteObject[] = [
  { path: "about", lazy: async () => ({ Component: (await import("./about.tsx")).AboutPage }) },
];
