// What visitors see. The management area is router.tsx beside this folder, below /manage.
import { Outlet } from "react-router";
import { modelOf } from "../../shared/lookup.ts";
import { models } from "../../shared/models.ts";
import { site } from "../../shared/site.ts";
import type { PublicModel } from "../../shared/site-meta.ts";
import { capabilityPages } from "../capabilities/registry.ts";
import { createRouter, type PageRoute } from "../routing/router.ts";
import { bareRoutes } from "../shell/routes.ts";
import { beginnings } from "../shell/slots.ts";
import { SiteLayout } from "./layout.tsx";
import { pageWidth } from "./section.tsx";
import { MissingPage, SiteErrorPage } from "./missing.tsx";

const collectionRoutes = (entry: PublicModel): PageRoute[] => [
  {
    path: modelOf(entry.model).slug,
    lazy: async () => (await import("./collection.tsx")).collectionRoute(entry),
  },
  {
    path: `${modelOf(entry.model).slug}/:id`,
    lazy: async () => (await import("./record.tsx")).recordRoute(entry),
  },
];

/** Addresses of records that visitors do not see lead to the management area. */
const toManagement = ({ request }: { request: Request }): Promise<never> => {
  const { pathname, search } = new URL(request.url);
  location.replace(`/manage${pathname}${search}`);
  return new Promise<never>(() => undefined);
};

/** Pages of capabilities are written for a shell that gives them their margins. */
function Framed() {
  return (
    <div className={`${pageWidth} py-10`}>
      <Outlet />
    </div>
  );
}

const homePage = capabilityPages.find((page) => page.isHome);

export const openSite = () =>
  createRouter({
    beginnings,
    routes: [
      {
        path: "/",
        ErrorBoundary: SiteErrorPage,
        children: [
          ...bareRoutes,
          {
            Component: SiteLayout,
            children: [
              {
                ErrorBoundary: SiteErrorPage,
                children: [
                  ...(homePage
                    ? []
                    : [{ index: true, lazy: async () => (await import("./landing.tsx")).landingRoute }]),
                  {
                    Component: Framed,
                    children: [
                      ...(homePage ? [{ index: true as const, lazy: homePage.lazy }] : []),
                      ...capabilityPages.map(({ path, lazy }) => ({ path, lazy })),
                    ],
                  },
                  { path: "about", lazy: async () => ({ Component: (await import("./about.tsx")).AboutPage }) },
                  ...(site.questions.length > 0
                    ? [
                        {
                          path: "faq",
                          lazy: async () => ({ Component: (await import("./questions.tsx")).QuestionsPage }),
                        },
                      ]
                    : []),
                  ...(site.contact === ""
                    ? []
                    : [
                        {
                          path: "contact",
                          lazy: async () => ({ Component: (await import("./contact.tsx")).ContactPage }),
                        },
                      ]),
                  ...site.collections.flatMap(collectionRoutes),
                  ...models.map(({ slug }) => ({ path: `${slug}/*`, loader: toManagement, Component: () => null })),
                  { path: "dashboard", loader: toManagement, Component: () => null },
                  { path: "*", Component: MissingPage },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
