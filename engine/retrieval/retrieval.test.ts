import { describe, expect, it } from "vitest";
import type { Chunk } from "./chunk.ts";
import { cleanPage } from "./clean-page.ts";
import { cite, describeFindings } from "./describe-findings.ts";
import { fuseRanks } from "./fuse-ranks.ts";
import { intentsOf } from "./intents.ts";
import { librariesAbout, librariesIn } from "./libraries.ts";
import { readPageSets } from "./pages.ts";
import { mayRead } from "./read-robots.ts";
import { rerank } from "./rerank.ts";
import { alikeTerms, expandIdentifiers, queryTerms, splitTerms } from "./split-terms.ts";

const chunk = (heading: string, text: string, library = "hono"): Chunk => ({
  id: `${library}@1.0.0/a.d.ts#${heading}`,
  library,
  version: "1.0.0",
  path: "a.d.ts",
  kind: "declarations",
  heading,
  line: 7,
  text,
});

describe("words of a question", () => {
  it("are found in identifiers as well", () => {
    expect(splitTerms("useLoaderData")).toEqual(["useloaderdata", "use", "loader", "data"]);
    expect(expandIdentifiers("call setCookie(name)")).toBe("call setCookie set cookie(name)");
  });

  it("leave out what every question has, unless nothing else is there", () => {
    expect(queryTerms("How do I set a cookie?")).toEqual(["set", "cookie"]);
    expect(queryTerms("what is it")).toEqual(["what", "is", "it"]);
    expect(alikeTerms(["menu"])).toContain("navigation");
  });

  it("name a library when they do", () => {
    expect(librariesIn("How does React Router block navigation?")).toEqual(["@types/react", "react-router"]);
    expect(librariesIn("reaction to a click")).toEqual([]);
  });

  it("speak of a library's matters without its name", () => {
    expect(librariesAbout("rows where a column is empty")).toEqual(["drizzle-orm"]);
    expect(librariesAbout("columnist")).toEqual([]);
  });
});

describe("lists of findings", () => {
  it("become one, in which what both have stands first", () => {
    expect(
      fuseRanks([
        ["a", "b", "c"],
        ["c", "d"],
      ]),
    ).toEqual(["c", "a", "b", "d"]);
    expect(fuseRanks([["a"], ["b"]], [1, 2])).toEqual(["b", "a"]);
  });

  it("are put in order by what the question names, without saying a thing twice", () => {
    const found = [
      chunk("getCookie", "Reads a value from the request."),
      chunk("copy", "Reads a value from the request."),
      chunk("setCookie", "/** Sets a cookie of the response. */"),
    ];
    const ordered = rerank("set a cookie with setCookie", found).map(({ heading }) => heading);
    expect(ordered[0]).toBe("setCookie");
    expect(ordered).toHaveLength(2);
  });

  it("prefer the library that the question means", () => {
    const found = [chunk("Link", "A link to a page.", "react-router"), chunk("Link", "A link to one page.", "next")];
    expect(rerank("link to a page in next.js", found)[0]?.library).toBe("next");
  });

  it("are known for what they are for, also when the question has none of their words", () => {
    expect(intentsOf("@types/react", "useTransition, useId")).toContain("not urgent");
    expect(intentsOf("@types/react", "toString")).toBe("");
    expect(intentsOf("nobody", "useId")).toBe("");
    const found = ["useState", "useReducer", "useEffect"].map((name) => chunk(name, "A hook.", "@types/react"));
    const ask = "run code when a component appears and clean up when it goes";
    expect(rerank(ask, found)[0]?.heading).toBe("useEffect");
  });

  it("become text with their places, within the budget", () => {
    const found = [
      chunk("Context.json", "Answers with JSON."),
      chunk("long", "word ".repeat(2_000)),
      chunk("text", "Answers with text."),
    ];
    const text = describeFindings(found, 80);
    expect(text).toContain("[hono@1.0.0 a.d.ts:7 Context.json]\n```ts\nAnswers with JSON.\n```");
    expect(text).toContain("Answers with text.");
    expect(text).not.toContain("word word");
    expect(describeFindings(found, 3)).toBe("");
    expect(cite({ ...chunk("A", ""), path: "https://hono.dev/x" })).toBe("https://hono.dev/x A");
  });
});

describe("a page of a website", () => {
  it("becomes Markdown of its main part", () => {
    const html = `<html><head><title>T</title><style>p{}</style></head><body><nav>Menu</nav><main><h2 id="a">Set <em>it</em></h2>
      <p>Use <code>set()</code> &amp; read&nbsp;it.</p><ul><li>One</li><li>Two</li></ul>
      <pre><code><span>const a = 1;</span>\n  if (a &lt; 2) {}</code></pre><script>evil()</script></main><footer>F</footer></body></html>`;
    expect(cleanPage(html)).toBe(
      "## Set it\n\nUse `set()` & read it.\n\n- One\n- Two\n\n```\nconst a = 1;\n  if (a < 2) {}\n```",
    );
  });
});

describe("robots.txt", () => {
  const robots =
    "User-agent: *\nDisallow: /private\nAllow: /private/docs\n\nUser-agent: nexusgendocs\nUser-agent: other\nDisallow: /*.pdf$";
  it.each([
    ["Other-Bot", "/b.pdf", false],
    ["Someone", "/private/docs/a", true],
    ["Someone", "/private/x", false],
    ["Someone", "/public", true],
    ["NexusGenDocs", "/private/x", true],
    ["NexusGenDocs", "/a.pdf", false],
    ["NexusGenDocs", "/a.pdf?x", true],
  ])("lets %s read %s: %s", (agent, path, allowed) => {
    expect(mayRead(robots, agent, path)).toBe(allowed);
  });

  it("without rules lets everybody in", () => {
    expect(mayRead("", "x", "/")).toBe(true);
    expect(mayRead("User-agent: *\nDisallow:", "x", "/a")).toBe(true);
  });
});

describe("the pages of a configuration", () => {
  it("are none, ours, or those it names", () => {
    expect(readPageSets(undefined)).toEqual([]);
    expect(readPageSets("true").length).toBeGreaterThan(3);
    const own = [{ library: "hono", every: "weekly", urls: ["http://127.0.0.1:1/x"] }];
    expect(readPageSets(JSON.stringify(own))).toEqual(own);
    expect(() => readPageSets("{}")).toThrow(/NEXUSGEN_DOCS_PAGES/);
    expect(() => readPageSets('[{"library":"leftpad","every":"weekly","urls":["https://x.y"]}]')).toThrow(
      /NEXUSGEN_DOCS_PAGES/,
    );
    expect(() => readPageSets('[{"library":"hono","every":"weekly","urls":["file:///etc/passwd"]}]')).toThrow(
      /NEXUSGEN_DOCS_PAGES/,
    );
  });
});
