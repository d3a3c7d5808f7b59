import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { templatesQuery } from "./lib/dashboard-queries.ts";
import { keepAnswers, takeAnswers } from "./lib/drawn-answers.ts";
import { prerender } from "./prerender.tsx";
import { publicPages } from "./public-pages/pages.ts";

const shell = `<!doctype html><html lang="en"><head>
    <meta
      name="description"
      content="The shell."
    />
    <title>NexusGen</title>
    <script type="module" src="/assets/index-abc.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/react-abc.js">
  </head>
  <body><div id="root"></div>
    <noscript>NexusGen needs JavaScript.</noscript></body></html>`;
const files = await prerender(shell, {
  scripts: { home: ["assets/home-abc.js", "assets/react-abc.js"] },
  fonts: ["assets/sans-abc.woff2"],
});

it.each(Object.entries(publicPages))("draws %s whole, so that it can be read without a script", (name, page) => {
  const html = files[`${name}.html`] ?? "";
  const body = html.slice(html.indexOf("<body>"));
  expect(body.match(/<h1[ >]/g)).toHaveLength(1);
  expect(body).toContain('id="main"');
  expect(body).toContain('href="/register"');
  expect(body).not.toContain("needs JavaScript");
  expect(html.match(/<title>[^<]*<\/title>/g)).toEqual([`<title>${page.title}</title>`]);
  expect(html.match(/name="description"/g)).toHaveLength(1);
  expect(html).toContain(`<link rel="canonical" href="https://origin.invalid${page.path}" />`);
  expect(html).toContain('property="og:image" content="https://origin.invalid/og.png"');
  expect(html).toContain("/assets/index-abc.js");
});

it("has a page's look fetched before its code, and all of its code at once", () => {
  const html = files["home.html"] ?? "";
  const scripts = [...html.matchAll(/<(?:script type="module"|link rel="modulepreload")[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.map((tag) => /\/assets\/(\w+)/.exec(tag)?.[1])).toEqual(["index", "react", "home"]);
  expect(scripts.every((tag) => tag.includes('fetchpriority="low"'))).toBe(true);
  expect(html).toContain(
    '<link rel="preload" as="font" type="font/woff2" crossorigin href="/assets/sans-abc.woff2" />',
  );
  expect(files["pricing.html"]).not.toContain("home-abc");
});

it("hands over what the templates were drawn from, to be asked for no more", () => {
  const html = files["templates.html"] ?? "";
  const client = new QueryClient();
  const kept = /<script type="application\/json" id="drawn-answers">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
  takeAnswers({ getElementById: () => ({ textContent: kept }) } as unknown as Document, client);
  const { items = [] } = client.getQueryData<{ items: { title: string }[] }>(templatesQuery.queryKey) ?? {};
  expect(items.length).toBeGreaterThan(20);
  for (const { title } of items) expect(html).toContain(`>${title.replaceAll("&", "&amp;")}</a>`);
  expect(files["home.html"]).not.toContain("drawn-answers");
});

it("keeps an answer's own words from ending the element that holds it", () => {
  const kept = keepAnswers([[["words"], "</script><script>alert(1)</script>"]]);
  expect(kept.match(/<\/?script/g)).toEqual(["<script", "</script"]);
});

it("lists the public pages for those who index them, and nothing of the app", () => {
  const listed = [...(files["sitemap.xml"] ?? "").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
  expect(listed).toEqual(
    Object.values(publicPages)
      .filter((page) => page.listed)
      .map(({ path }) => `https://origin.invalid${path}`),
  );
  expect(files["robots.txt"]).toContain("Sitemap: https://origin.invalid/sitemap.xml");
  expect(files["robots.txt"]).toContain("Disallow: /projects");
});

it("shows in the shell, which answers for every address of the app, that it is loading", () => {
  expect(files["index.html"]).toContain('role="status" aria-label="Loading"');
  expect(files["index.html"]).not.toContain('id="main"');
  expect(files["index.html"]).toContain("needs JavaScript");
});
