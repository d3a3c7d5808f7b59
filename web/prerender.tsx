// Writes public pages as HTML while the web app is built, so that they are there before any script is. Only what everybody
// sees the same; the browser takes over what it finds (web/main.tsx), so the tree is the app's own: its root around the page.
import { QueryClientProvider } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router";
import { templateLibrary } from "#engine/templates/template-library.ts";
import { templatesQuery } from "./lib/dashboard-queries.ts";
import { keepAnswers } from "./lib/drawn-answers.ts";
import { queryClient } from "./lib/query-client.ts";
import { type PublicPage, type PublicPageName, publicPages } from "./public-pages/pages.ts";
import { Component as Design } from "./routes/design.tsx";
import { Component as Docs } from "./routes/docs.tsx";
import { Component as Features } from "./routes/features.tsx";
import { Component as Home } from "./routes/home.tsx";
import { Component as Pricing } from "./routes/pricing.tsx";
import { Component as Root, HydrateFallback } from "./routes/root.tsx";
import { Component as Status } from "./routes/status.tsx";
import { Component as Templates } from "./routes/templates.tsx";

const components: Record<PublicPageName, ComponentType> = {
  home: Home,
  features: Features,
  templates: Templates,
  pricing: Pricing,
  docs: Docs,
  status: Status,
  design: Design,
};

queryClient.setQueryData(templatesQuery.queryKey, templateLibrary);
/** What pages were drawn from, for the browser to have it too. */
const answers: Partial<Record<PublicPageName, string>> = {
  templates: keepAnswers([[templatesQuery.queryKey, templateLibrary]]),
};

/** Stands for the platform's own origin, which only the Worker knows (workers/api/serve-web.ts). */
const origin = "https://origin.invalid";
const emptyRoot = '<div id="root"></div>';

/** What the build has made, by paths below the web root. */
export interface BuiltFiles {
  /** Of each route's module, by its name. */
  scripts: Record<string, string[]>;
  /** What the text of every page is set in. */
  fonts: string[];
}

/** File names below the web root and what they hold. `shell`: the built index.html. */
export async function prerender(shell: string, built: BuiltFiles): Promise<Record<string, string>> {
  const names = Object.keys(publicPages) as PublicPageName[];
  const files: Record<string, string> = {};
  // Answers for every address of the app: what it shows while it loads is there before its code.
  files["index.html"] = shell.replace(emptyRoot, () => `<div id="root">${renderToString(<HydrateFallback />)}</div>`);
  for (const name of names) files[`${name}.html`] = await drawPage(shell, name, built);
  const listed = names.filter((name) => publicPages[name].listed).map((name) => origin + publicPages[name].path);
  files["sitemap.xml"] =
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${listed
      .map((address) => `  <url><loc>${address}</loc></url>\n`)
      .join("")}</urlset>\n`;
  files["robots.txt"] =
    `User-agent: *\nDisallow: /api/\nDisallow: /projects\nDisallow: /settings\n\nSitemap: ${origin}/sitemap.xml\n`;
  return files;
}

async function drawPage(shell: string, name: PublicPageName, built: BuiltFiles): Promise<string> {
  const { path, title, description, personal }: PublicPage = publicPages[name];
  const { dataRoutes, query } = createStaticHandler([
    { id: "root", Component: Root, children: [{ path, Component: components[name] }] },
  ]);
  const context = await query(new Request(origin + path));
  if (context instanceof Response) throw new Error(`${path} leads elsewhere.`);
  const drawn = renderToString(
    <QueryClientProvider client={queryClient}>
      <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />
    </QueryClientProvider>,
  );
  // React hands elements of the head over in front; the head below has them.
  const body = drawn.replace(/^(?:<title>[^<]*<\/title>|<meta [^>]*>|<link [^>]*>)+/, "");
  const head = [
    `<title>${escape(title)}</title>`,
    `<meta name="description" content="${escape(description)}" />`,
    `<link rel="canonical" href="${origin}${path}" />`,
    `<meta property="og:type" content="website" />`,
    `<meta property="og:site_name" content="NexusGen" />`,
    `<meta property="og:title" content="${escape(title)}" />`,
    `<meta property="og:description" content="${escape(description)}" />`,
    `<meta property="og:url" content="${origin}${path}" />`,
    `<meta property="og:image" content="${origin}/og.png" />`,
    `<meta property="og:image:width" content="1200" />`,
    `<meta property="og:image:height" content="630" />`,
    `<meta property="og:image:alt" content="NexusGen: describe an app, watch it being built" />`,
    `<meta name="twitter:card" content="summary_large_image" />`,
  ].join("\n    ");
  const scripts = (built.scripts[name] ?? []).filter((script) => !shell.includes(script));
  const preloads = [
    ...built.fonts.map((font) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${font}" />`),
    ...scripts.map((script) => `<link rel="modulepreload" crossorigin href="/${script}" />`),
  ].join("\n    ");
  return (
    shell
      .replace("</head>", () => `  ${preloads}\n  </head>`)
      // It can be read without them, so that they wait for what it looks like.
      .replace(/<(?:script type="module"|link rel="modulepreload")/g, '$& fetchpriority="low"')
      .replace(/<title>[^<]*<\/title>/, () => head)
      .replace(/\s*<meta\s+name="description"[^>]*>/, "")
      .replace(emptyRoot, () => `<div id="root"${personal ? " data-personal" : ""}>${body}</div>${answers[name] ?? ""}`)
      .replace(/\s*<noscript>.*?<\/noscript>/s, "")
  );
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
