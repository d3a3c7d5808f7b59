// Every page of the app. A model that needs a page of its own gets a line before the generated ones.
import type { ModelMeta } from "../shared/model.ts";
import { models } from "../shared/models.ts";
import { capabilityPages } from "./capabilities/registry.ts";
import { ErrorPage } from "./pages/error.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { createRouter, type PageRoute } from "./routing/router.ts";
import { Layout } from "./shell/layout.tsx";
import { bareRoutes, partRoutes } from "./shell/routes.ts";
import { basename, beginnings } from "./shell/slots.ts";

const modelRoutes = (model: ModelMeta): PageRoute[] => [
  { path: model.slug, lazy: async () => (await import("./pages/list.tsx")).listRoute(model) },
  { path: `${model.slug}/new`, lazy: async () => (await import("./pages/edit.tsx")).createRoute(model) },
  { path: `${model.slug}/import`, lazy: async () => (await import("./pages/import.tsx")).importRoute(model) },
  { path: `${model.slug}/:id`, lazy: async () => (await import("./pages/detail.tsx")).detailRoute(model) },
  { path: `${model.slug}/:id/edit`, lazy: async () => (await import("./pages/edit.tsx")).editRoute(model) },
];

const homePage = capabilityPages.find((page) => page.isHome);
const loadDashboard = async () => (await import("./pages/dashboard.tsx")).dashboardRoute;

export const router = createRouter({
  routes: [
    {
      path: "/",
      ErrorBoundary: ErrorPage,
      children: [
        {
          Component: Layout,
          children: [
            {
              // Errors of a page leave the navigation standing.
              ErrorBoundary: ErrorPage,
              children: [
                { index: true, lazy: homePage?.lazy ?? loadDashboard },
                ...(homePage ? [{ path: "dashboard", lazy: loadDashboard }] : []),
                ...capabilityPages.map(({ path, lazy }) => ({ path, lazy })),
                ...partRoutes,
                ...models.flatMap(modelRoutes),
                { path: "*", Component: NotFoundPage },
              ],
            },
          ],
        },
        ...bareRoutes,
      ],
    },
  ],
  basename,
  beginnings,
});
