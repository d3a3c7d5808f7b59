// What is only seen when the app or its tests run.
import { spanOf } from "#engine/heal/syntax/walk.ts";
import { importsOf } from "#engine/heal/syntax/module-names.ts";
import { atNode, insertAt, inText, type Mutation, put } from "./mutation.ts";

/** Code that runs when the server is loaded, with the imports it needs. */
function atLoad(code: string, imports = ""): Mutation["apply"] {
  return atNode(/^src\/server\/(?:app|errors|dashboard)\.ts$/, ({ node, module }) => {
    const last = node.type === "Program" ? importsOf(module).at(-1) : undefined;
    const first = importsOf(module)[0];
    if (last === undefined || first === undefined) return null;
    return [
      insertAt(spanOf(last).to, `\n\n${code}`),
      ...(imports === "" ? [] : [insertAt(spanOf(first).from, `${imports}\n`)]),
    ];
  });
}

const logic = /^src\/(?:shared\/(?:csv|day|badges|read-value|format|lookup)|server\/resource\/\w+)\.ts$/;

export const runtimeMutations: readonly Mutation[] = [
  {
    kind: "environment-variable",
    leaves: ["runtime/missing-env"],
    weight: 1.5,
    apply: (subject) => {
      const name = subject.random.pick(["MAIL_API_URL", "SESSION_SECRET", "MAX_UPLOAD_BYTES", "SUPPORT_EMAIL"]) ?? "";
      return atLoad(
        `export const setting = required("${name}");\n\nfunction required(name: string): string {\n  const value = process.env[name];\n  if (value === undefined) throw new Error(\`Missing required environment variable: \${name}\`);\n  return value;\n}`,
      )(subject);
    },
  },
  {
    kind: "file-not-there",
    leaves: ["runtime/file-not-found"],
    apply: atLoad(
      'export const limits: unknown = JSON.parse(readFileSync("config/limits.json", "utf8"));',
      'import { readFileSync } from "node:fs";',
    ),
  },
  {
    kind: "no-permission",
    leaves: ["runtime/permission"],
    weight: 0.5,
    apply: atLoad('writeFileSync("/usr/lib/started", "yes");', 'import { writeFileSync } from "node:fs";'),
  },
  {
    kind: "throws-at-load",
    leaves: ["runtime/exception"],
    apply: atLoad('if (Object.keys(globalThis).length >= 0) throw new Error("The server cannot start twice.");'),
  },
  {
    kind: "reads-nothing",
    leaves: ["runtime/exception"],
    apply: atNode(/^src\/server\/(?:app|dashboard|resource\/\w+)\.ts$/, ({ node, parents, text }) => {
      const [first] = node.type === "BlockStatement" && parents.at(-1)?.type === "FunctionDeclaration" ? node.body : [];
      if (first === undefined || text.includes("lastRow")) return null;
      return [
        insertAt(
          spanOf(first).from,
          'const lastRow: { id: string } = JSON.parse("{}").row;\n  if (lastRow.id === "") throw new Error("no row");\n  ',
        ),
      ];
    }),
  },
  {
    kind: "turned-comparison",
    leaves: ["runtime/test-failure"],
    weight: 1.5,
    apply: atNode(logic, ({ node, text }) => {
      const turned: Record<string, string> = { "<": ">", ">": "<", "===": "!==", "!==": "===", "<=": ">", ">=": "<" };
      if (node.type !== "BinaryExpression" || turned[node.operator] === undefined) return null;
      const at = text.indexOf(node.operator, spanOf(node.left).to);
      return [{ from: at, to: at + node.operator.length, text: turned[node.operator] ?? "" }];
    }),
  },
  {
    kind: "wrong-number",
    leaves: ["runtime/test-failure"],
    apply: atNode(/^src\/server\/(?!db\/).*\.ts$/, ({ node }) =>
      node.type === "NumericLiteral" && node.value >= 200 && node.value < 500
        ? [put(node, String(node.value + 3))]
        : null,
    ),
  },
  {
    kind: "renamed-column",
    leaves: ["runtime/exception", "runtime/test-failure"],
    apply: ({ tree, random }) => {
      const path = "migrations/0001_init.sql";
      const text = tree.get(path) ?? "";
      const columns = [...text.matchAll(/^ {2}"(?<name>[a-z_]{3,})" /gm)].filter(
        ({ groups }) => !["id", "created_at", "updated_at"].includes(groups?.["name"] ?? ""),
      );
      const chosen = random.pick(columns);
      if (chosen === undefined) return null;
      const at = chosen.index + 3;
      const name = chosen.groups?.["name"] ?? "";
      return new Map([[path, `${text.slice(0, at)}${name}_v2${text.slice(at + name.length)}`]]);
    },
  },
  {
    kind: "service-away",
    leaves: ["network/service"],
    weight: 0.5,
    apply: atLoad('export const rates: unknown = await (await fetch("http://127.0.0.1:9199/rates")).json();'),
  },
  {
    kind: "port-taken",
    leaves: ["resource/port"],
    weight: 0.5,
    apply: atLoad(
      'await new Promise((resolve) => createServer().listen(9198, "127.0.0.1", () => resolve(undefined)));\nawait new Promise((_, reject) => createServer().on("error", reject).listen(9198, "127.0.0.1"));',
      'import { createServer } from "node:http";',
    ),
  },
  {
    kind: "broken-native-module",
    leaves: ["dependency/native"],
    weight: 0.5,
    apply: (subject) => {
      const changes = atLoad('process.dlopen({ exports: {} }, new URL("./native.node", import.meta.url).pathname);')(
        subject,
      );
      return changes === null ? null : new Map([...changes, ["src/server/native.node", "not a library\n"]]);
    },
  },
  {
    kind: "never-ready",
    leaves: ["resource/timeout"],
    weight: 0.2,
    apply: atLoad("await new Promise(() => setInterval(() => {}, 1_000));"),
  },
  {
    kind: "prints-forever",
    leaves: ["resource/output"],
    weight: 0.4,
    apply: inText(["vite.config.ts"], (text) => `${text}\nfor (;;) console.log("still configuring".repeat(1_000));\n`),
  },
  {
    kind: "fills-memory",
    leaves: ["resource/memory"],
    weight: 0.4,
    apply: inText(
      ["vite.config.ts"],
      (text) => `${text}\nconst held: Buffer[] = [];\nfor (;;) held.push(Buffer.alloc(50_000_000, 1));\n`,
    ),
  },
];
