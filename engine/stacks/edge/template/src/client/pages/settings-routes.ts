import type { PageRoute } from "../routing/router.ts";

export const settingsRoutes: readonly PageRoute[] = [
  { path: "settings", lazy: async () => (await import("./settings.tsx")).settingsRoute },
];
