import type { PageRoute } from "../routing/router.ts";

export const trashRoutes: readonly PageRoute[] = [
  { path: "trash", lazy: async () => (await import("./trash.tsx")).trashRoute },
];
