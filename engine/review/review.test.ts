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
    expect(reviewTree(new Map([["src/a.ts", "a".repeat(2_000_000)]]))).toEqual([]);
  });
});
