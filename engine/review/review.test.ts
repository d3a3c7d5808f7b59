import { describe, expect, it } from "vitest";
import { isBlocking, reviewTree } from "./review.ts";

const cases = [
  {
    name: "a private key",
    path: "src/key.ts",
    text: 'const k = "-----BEGIN PRIVATE KEY-----";',
    rule: "secret-in-source",
    blocks: true,
  },
  {
    name: "a model provider's key",
    path: "README.md",
    text: `Use sk-ant-${"a".repeat(30)}`,
    rule: "secret-in-source",
    blocks: true,
  },
  {
    name: "eval",
    path: "src/a.ts",
    text: "const x = eval(input);",
    rule: "code-from-string",
    blocks: true,
  },
  {
    name: "raw HTML",
    path: "src/a.tsx",
    text: "<p dangerouslySetInnerHTML={{ __html: x }} />",
    rule: "raw-html",
    blocks: true,
  },
  {
    name: "a child process",
    path: "src/a.ts",
    text: 'import { spawn } from "node:child_process";',
    rule: "process-access",
    blocks: true,
  },
  {
    name: "SQL from strings",
    path: "src/a.ts",
    text: "db.prepare(`SELECT * FROM t WHERE id = ${id}`)",
    rule: "sql-from-string",
    blocks: true,
  },
  { name: "HTML set by hand", path: "src/a.ts", text: "node.innerHTML = value;", rule: "raw-html", blocks: true },
  {
    name: "an address that runs script",
    path: "src/a.tsx",
    text: '<a href="javascript:void(0)">x</a>',
    rule: "script-address",
    blocks: true,
  },
  {
    name: "a redirect to where a link says",
    path: "src/a.ts",
    text: 'return c.redirect(c.req.query("next") ?? "/");',
    rule: "redirect-from-input",
    blocks: true,
  },
  {
    name: "a token made by chance",
    path: "src/a.ts",
    text: "const resetToken = Math.random().toString(36);",
    rule: "guessable-secret",
    blocks: true,
  },
  {
    name: "a secret for the browser",
    path: "src/a.ts",
    text: "fetch(url, { headers: { key: process.env.NEXT_PUBLIC_API_SECRET } })",
    rule: "secret-to-browser",
    blocks: true,
  },
  {
    name: "unchecked certificates",
    path: "src/a.ts",
    text: "new Agent({ rejectUnauthorized: false })",
    rule: "unchecked-certificate",
    blocks: true,
  },
  {
    name: "a silenced compiler",
    path: "src/a.ts",
    text: "// @ts-ignore\nx.y.z();",
    rule: "compiler-silenced",
    blocks: true,
  },
  {
    name: "answers for every origin",
    path: "src/a.ts",
    text: 'c.header("Access-Control-Allow-Origin", "*");',
    rule: "open-to-all-origins",
    blocks: false,
  },
  {
    name: "data fetched in an effect",
    path: "src/a.tsx",
    text: 'useEffect(() => {\n  void (async () => {\n    const answer = await fetch("/api/x");\n  })();\n}, []);',
    rule: "fetch-in-effect",
    blocks: false,
  },
  {
    name: "the pages router's frame",
    path: "pages/_app.tsx",
    text: "export default function App() {}",
    rule: "pages-router",
    blocks: false,
  },
  {
    name: "the pages router",
    path: "pages/a.tsx",
    text: "export async function getServerSideProps() {}",
    rule: "deprecated-next-data",
    blocks: false,
  },
  {
    name: "debugging output",
    path: "src/a.ts",
    text: '  console.log("here");',
    rule: "left-over-debugging",
    blocks: false,
  },
];

describe("reviewTree", () => {
  it.each(cases)("finds $name and says where", ({ path, text, rule, blocks }) => {
    const findings = reviewTree(new Map([[path, `// first line\n${text}`]]));
    expect(findings).toMatchObject([{ rule, path, line: 2 }]);
    expect(findings.every(isBlocking)).toBe(blocks);
  });

  it("leaves ordinary code alone", () => {
    const text = 'const evaluation = evaluate(x); // "eval" in words\nconst fn = useFunction();\nimage.retrieval(1);';
    expect(reviewTree(new Map([["src/a.ts", text]]))).toEqual([]);
  });

  it("stays fast on a very long line", () => {
    for (const word of ["a", "token", "VITE_", ".postMessage(", "href"])
      expect(reviewTree(new Map([["src/a.ts", word.repeat(400_000)]]))).toEqual([]);
  });
});
