import { expect, it } from "vitest";
import { prerender } from "./prerender.tsx";
import { publicPages } from "./public-pages/pages.ts";

const shell = `<!doctype html><html lang="en"><head>
    <meta
      name="description"
      content="The shell."
    />
    <title>NexusGen</title>
    <script type="module" src="/assets/index-abc.js"></script></head>
  <body><div id="root"></div>
    <noscript>NexusGen needs JavaScript.</noscript></body></html>`;
const files = prerender(shell);

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

it("leaves the shell alone, which answers for every address of the app", () => {
  expect(Object.keys(files)).not.toContain("index.html");
});
