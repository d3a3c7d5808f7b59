// The table of contents of the web app: which URL is which route module.
import { createBrowserRouter } from "react-router";
import * as root from "./routes/root.tsx";

export const router = createBrowserRouter([
  {
    id: "root",
    ...root,
    children: [
      { index: true, lazy: () => import("./routes/home.tsx") },
      { path: "features", lazy: () => import("./routes/features.tsx") },
      { path: "pricing", lazy: () => import("./routes/pricing.tsx") },
      { path: "docs", lazy: () => import("./routes/docs.tsx") },
      { path: "status", lazy: () => import("./routes/status.tsx") },
      { path: "design", lazy: () => import("./routes/design.tsx") },
      {
        lazy: () => import("./routes/signed-out.tsx"),
        children: [
          { path: "login", lazy: () => import("./routes/login.tsx") },
          { path: "register", lazy: () => import("./routes/register.tsx") },
        ],
      },
      { path: "templates", lazy: () => import("./routes/templates.tsx") },
      {
        id: "signed-in",
        lazy: () => import("./routes/signed-in.tsx"),
        children: [
          { path: "projects", lazy: () => import("./routes/projects.tsx") },
          { path: "projects/new", lazy: () => import("./routes/new-project.tsx") },
          { path: "projects/:projectId", lazy: () => import("./routes/project.tsx") },
          { path: "workspaces/:workspaceId/fixes", lazy: () => import("./routes/fix-cache.tsx") },
          { path: "settings", lazy: () => import("./routes/settings.tsx") },
        ],
      },
      { path: "*", lazy: () => import("./routes/not-found.tsx") },
    ],
  },
]);
