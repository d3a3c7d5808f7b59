import type { RouteObject } from "react-router";

export const trashRoutes: readonly RouteObject[] = [
  { path: "trash", lazy: async () => (await import("./trash.tsx")).trashRoute },
];
