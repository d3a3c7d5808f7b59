// One row for what a rule mends, one for what it leaves alone. Messages are those of the tools.
import { describe, expect, it } from "vitest";
import type { Tree } from "../edits/edit.ts";
import { structuredError, type StructuredError } from "../structured-error.ts";
import { proposeRepairs } from "./propose-repairs.ts";

interface Example {
  readonly name: string;
  readonly error: Partial<StructuredError> & Pick<StructuredError, "message">;
  readonly files: Readonly<Record<string, string>>;
}

interface Mended extends Example {
  readonly rule: string;
  /** Files afterwards, where they differ. */
  readonly after: Readonly<Record<string, string>>;
}

const manifest = {
  packageJson: '{\n  "dependencies": {\n    "hono": "4.13.19",\n    "zod": "4.6.7"\n  }\n}\n',
  lockfile: '{ "lockfileVersion": 3 }\n',
};

function repair({ error, files }: Example) {
  const tree: Tree = new Map(Object.entries(files));
  const { repairs, tree: after } = proposeRepairs([structuredError({ tool: "tsc", ...error })], tree, [], manifest);
  const changed = [...after].filter(([path, text]) => files[path] !== text);
  return { rules: repairs.map(({ rule }) => rule), changed: Object.fromEntries(changed) };
}

const unreadable = (file: string, line: number, message: string): Example["error"] => ({
  code: "TS1005",
  file,
  line,
  column: 1,
  message,
});

const others = Array.from({ length: 20 }, (_, at) => `export function g${at}() {\n  return 2;\n}\n`).join("");

const mended: readonly Mended[] = [
  {
    name: "versions that drifted from those the stack was tried with",
    rule: "known-versions",
    error: {
      tool: "npm",
      code: "EUSAGE",
      file: "package.json",
      message: "Invalid: lock file's zod@4.6.7 does not satisfy zod@4.5.0",
    },
    files: {
      "package.json": manifest.packageJson.replace("4.6.7", "4.5.0"),
      "package-lock.json": manifest.lockfile,
    },
    after: { "package.json": manifest.packageJson },
  },
  {
    name: "a lockfile that cannot be read",
    rule: "known-versions",
    error: { tool: "npm", code: "EUSAGE", file: "package-lock.json", message: "package-lock.json is not JSON." },
    files: { "package.json": manifest.packageJson, "package-lock.json": "{" },
    after: { "package-lock.json": manifest.lockfile },
  },
  {
    name: "a comma that is missing between two members",
    rule: "missing-comma",
    error: unreadable("src/a.ts", 3, "',' expected."),
    files: { "src/a.ts": "export const a = {\n  one: 1\n  two: 2,\n};\n" },
    after: { "src/a.ts": "export const a = {\n  one: 1,\n  two: 2,\n};\n" },
  },
  {
    name: "a keyword with a slip in it",
    rule: "misspelt-keyword",
    error: unreadable("src/a.ts", 2, "Unexpected keyword or identifier."),
    files: { "src/a.ts": "export function f(): number {\n  retrun 1;\n}\n" },
    after: { "src/a.ts": "export function f(): number {\n  return 1;\n}\n" },
  },
  {
    name: "the fence of a code block around a file",
    rule: "markdown-fence",
    error: unreadable("src/a.ts", 1, "Unterminated template literal."),
    files: { "src/a.ts": "```ts\nexport const a = 1;\n```\n" },
    after: { "src/a.ts": "export const a = 1;\n" },
  },
  {
    name: "a comment of HTML in JSX",
    rule: "html-comment",
    error: unreadable("src/a.tsx", 1, "Identifier expected."),
    files: { "src/a.tsx": "export const A = () => <p><!-- the text -->One</p>;\n" },
    after: { "src/a.tsx": "export const A = () => <p>{/* the text */}One</p>;\n" },
  },
  {
    name: "a bracket that closes nothing",
    rule: "stray-bracket",
    error: unreadable("src/a.ts", 4, "Declaration or statement expected."),
    files: { "src/a.ts": "export function f(): number {\n  return 1;\n}\n}\n" },
    after: { "src/a.ts": "export function f(): number {\n  return 1;\n}\n" },
  },
  {
    name: "an alias that the project does not have",
    rule: "alias-import",
    error: {
      code: "TS2307",
      file: "src/b/b.ts",
      line: 1,
      column: 19,
      message: "Cannot find module '@/a.ts' or its corresponding type declarations.",
    },
    files: { "src/b/b.ts": 'import { a } from "@/a.ts";\n', "src/a.ts": "export const a = 1;\n" },
    after: { "src/b/b.ts": 'import { a } from "../a.ts";\n' },
  },
  {
    name: "an attribute by its name in HTML",
    rule: "html-attribute",
    error: {
      code: "TS2322",
      file: "src/a.tsx",
      line: 1,
      column: 27,
      message: "Type '{ class: string; }' is not assignable to type 'HTMLAttributes<HTMLParagraphElement>'.",
      excerpt:
        "src/a.tsx(1,27): error TS2322: …\n  Property 'class' does not exist on type 'HTMLAttributes<HTMLParagraphElement>'. Did you mean 'className'?",
    },
    files: { "src/a.tsx": 'export const A = () => <p class="note">One</p>;\n' },
    after: { "src/a.tsx": 'export const A = () => <p className="note">One</p>;\n' },
  },
  {
    name: "an argument too many",
    rule: "extra-argument",
    error: { code: "TS2554", file: "src/a.ts", line: 1, column: 6, message: "Expected 1 arguments, but got 2." },
    files: { "src/a.ts": "f(1, 7);\n" },
    after: { "src/a.ts": "f(1);\n" },
  },
  {
    name: "a member that is a slip away from the one that is meant",
    rule: "excess-property",
    error: {
      code: "TS2561",
      file: "src/a.ts",
      line: 1,
      column: 20,
      message:
        "Object literal may only specify known properties, but 'lable' does not exist in type 'Field'. Did you mean to write 'label'?",
    },
    files: { "src/a.ts": "const a: Field = { lable };\n" },
    after: { "src/a.ts": "const a: Field = { label: lable };\n" },
  },
  {
    name: "a required prop whose name is in scope",
    rule: "name-in-scope",
    error: {
      code: "TS2741",
      file: "src/a.tsx",
      line: 2,
      column: 11,
      message: "Property 'label' is missing in type '{}' but required in type 'Props'.",
    },
    files: { "src/a.tsx": "export function A({ label }: Props) {\n  return <Badge />;\n}\n" },
    after: { "src/a.tsx": "export function A({ label }: Props) {\n  return <Badge label={label} />;\n}\n" },
  },
  {
    name: "an argument whose name is in scope",
    rule: "name-in-scope",
    error: { code: "TS2554", file: "src/a.ts", line: 3, column: 10, message: "Expected 2 arguments, but got 1." },
    files: {
      "src/a.ts":
        'import { load } from "./b.ts";\nexport function f(id: string, signal: AbortSignal) {\n  return load(id);\n}\n',
      "src/b.ts": "export const load = (id: string, signal: AbortSignal): string => id;\n",
    },
    after: {
      "src/a.ts":
        'import { load } from "./b.ts";\nexport function f(id: string, signal: AbortSignal) {\n  return load(id, signal);\n}\n',
    },
  },
  {
    name: "a promise of nothing",
    rule: "promise-of-nothing",
    error: {
      code: "TS2314",
      file: "src/a.ts",
      line: 1,
      column: 28,
      message: "Generic type 'Promise<T>' requires 1 type argument(s).",
    },
    files: { "src/a.ts": "export async function f(): Promise {\n  await g();\n}\n" },
    after: { "src/a.ts": "export async function f(): Promise<void> {\n  await g();\n}\n" },
  },
  {
    name: "a member that everything calls by another name",
    rule: "renamed-member",
    error: {
      code: "TS2339",
      file: "src/b.ts",
      line: 1,
      column: 7,
      message: "Property 'label' does not exist on type 'Field'.",
      related: [
        structuredError({
          tool: "tsc",
          code: "TS2339",
          file: "src/c.ts",
          message: "Property 'label' does not exist on type 'Field'.",
        }),
      ],
    },
    files: {
      "src/a.ts": "export interface Field {\n  labelValue: string;\n  key: string;\n}\n",
      "src/b.ts": "field.label;\nfield.key;\n",
    },
    after: { "src/a.ts": "export interface Field {\n  label: string;\n  key: string;\n}\n" },
  },
  {
    name: "a debugger statement",
    rule: "debugger-statement",
    error: {
      tool: "oxlint",
      code: "eslint(no-debugger)",
      file: "src/a.ts",
      line: 1,
      column: 1,
      message: "`debugger` statement is not allowed",
    },
    files: { "src/a.ts": "debugger;\nf();\n" },
    after: { "src/a.ts": "f();\n" },
  },
  {
    name: "a page that is not the default export",
    rule: "page-default-export",
    error: {
      code: "TS2741",
      file: "src/app/about/page.tsx",
      line: 1,
      column: 1,
      message: "Property 'default' is missing in type 'typeof import(\"page\")' but required in type 'PageConfig'.",
    },
    files: { "src/app/about/page.tsx": "export function AboutPage() {\n  return null;\n}\n" },
    after: { "src/app/about/page.tsx": "export default function AboutPage() {\n  return null;\n}\n" },
  },
  {
    name: "a number in quotes",
    rule: "numeric-text",
    error: {
      code: "TS2367",
      file: "src/a.ts",
      line: 1,
      column: 5,
      message: "This comparison appears to be unintentional because the types 'number' and 'string' have no overlap.",
    },
    files: { "src/a.ts": 'if (total === "0") f();\n' },
    after: { "src/a.ts": "if (total === 0) f();\n" },
  },
  {
    name: "the directives of Tailwind 3",
    rule: "tailwind-v4",
    error: { tool: "vite", code: "CssSyntaxError", message: "tailwindcss: Unknown at rule", file: "src/styles.css" },
    files: {
      "src/styles.css": "@tailwind base;\n@tailwind utilities;\n\n/* @tailwind base; */\n.a {\n  color: red;\n}\n",
    },
    after: { "src/styles.css": '@import "tailwindcss";\n\n/* @tailwind base; */\n.a {\n  color: red;\n}\n' },
  },
  {
    name: "a utility that Tailwind 4 calls otherwise",
    rule: "tailwind-v4",
    error: { tool: "vite", message: "Cannot apply unknown utility class `flex-shrink-0`", file: "src/styles.css" },
    files: { "src/styles.css": ".a {\n  @apply flex md:flex-shrink-0;\n}\n" },
    after: { "src/styles.css": ".a {\n  @apply flex md:shrink-0;\n}\n" },
  },
  {
    name: "a script of the page under another name",
    rule: "missing-entry",
    error: {
      tool: "vite",
      message: "Error: Failed to resolve /src/client/index.tsx from index.html",
      file: "index.html",
    },
    files: {
      "index.html": '<script type="module" src="/src/client/index.tsx"></script>\n',
      "src/client/main.tsx": 'import "./app.tsx";\n',
      "src/client/app.tsx": 'export const later = () => import("./later.tsx");\n',
      "src/client/later.tsx": "export {};\n",
    },
    after: { "index.html": '<script type="module" src="/src/client/main.tsx"></script>\n' },
  },
  {
    name: "a name of a package of the stack",
    rule: "missing-import",
    error: { code: "TS2304", file: "src/a.tsx", line: 1, column: 1, message: "Cannot find name 'ReactNode'." },
    files: { "src/a.tsx": "export interface Props {\n  children: ReactNode;\n}\n" },
    after: {
      "src/a.tsx": 'import type { ReactNode } from "react";\n\nexport interface Props {\n  children: ReactNode;\n}\n',
    },
  },
  {
    name: "a block of a style sheet that is not closed, where its indentation ends",
    rule: "unclosed-style",
    error: {
      tool: "vite",
      code: "CssSyntaxError",
      file: "src/styles.css",
      message: "CssSyntaxError: Missing closing } at .a",
    },
    files: { "src/styles.css": ".a {\n  color: red;\n\n.b {\n  color: blue;\n}\n" },
    after: { "src/styles.css": ".a {\n  color: red;\n}\n\n.b {\n  color: blue;\n}\n" },
  },
  {
    name: "a style sheet under a name with a slip in it",
    rule: "wrong-style-path",
    error: { tool: "vite", file: "src/styles.css", message: "Can't resolve './themes.css' in 'src'" },
    files: { "src/styles.css": '@import "./themes.css";\n', "src/theme.css": "" },
    after: { "src/styles.css": '@import "./theme.css";\n' },
  },
  {
    name: "a function that waits and does not say what it gives",
    rule: "missing-async",
    error: {
      code: "TS1308",
      file: "src/a.ts",
      line: 2,
      column: 3,
      message: "'await' expressions are only allowed within async functions and at the top levels of modules.",
    },
    files: { "src/a.ts": "app.get((context) => {\n  await save(context);\n});\n" },
    after: { "src/a.ts": "app.get(async (context) => {\n  await save(context);\n});\n" },
  },
  {
    name: "a value that is always there, since it is a promise",
    rule: "missing-await",
    error: {
      code: "TS2801",
      file: "src/a.ts",
      line: 2,
      column: 7,
      message: "This condition will always return true since this 'Promise<boolean>' is always defined.",
    },
    files: { "src/a.ts": "async function f() {\n  if (isOpen()) return;\n}\n" },
    after: { "src/a.ts": "async function f() {\n  if (await isOpen()) return;\n}\n" },
  },
  {
    name: "members of a query that was never waited for, where it is declared",
    rule: "missing-await",
    error: {
      code: "TS2339",
      file: "src/a.ts",
      line: 3,
      column: 12,
      message: "Property 'length' does not exist on type 'Omit<SQLiteSelectBase<\"uploads\", \"async\">'.",
    },
    files: { "src/a.ts": "async function f() {\n  const rows = db.select();\n  if (rows.length > 0) use(rows);\n}\n" },
    after: {
      "src/a.ts": "async function f() {\n  const rows = await db.select();\n  if (rows.length > 0) use(rows);\n}\n",
    },
  },
  {
    name: "a member of what the function reads with care elsewhere",
    rule: "possibly-undefined",
    error: { code: "TS18048", file: "src/a.ts", line: 3, column: 9, message: "'user' is possibly 'undefined'." },
    files: { "src/a.ts": "function f(user?: User) {\n  show(user?.name);\n  greet(user.name);\n}\n" },
    after: { "src/a.ts": "function f(user?: User) {\n  show(user?.name);\n  greet(user?.name);\n}\n" },
  },
  {
    name: "a member of what may be absent, in a list that is rid of absent ones next",
    rule: "possibly-undefined",
    error: { code: "TS18048", file: "src/a.ts", line: 1, column: 37, message: "'row.owner' is possibly 'undefined'." },
    files: {
      "src/a.ts": "const owners = allRows.map((row) => row.owner.id).filter((id) => id !== undefined);\n",
    },
    after: {
      "src/a.ts": "const owners = allRows.map((row) => row.owner?.id).filter((id) => id !== undefined);\n",
    },
  },
  {
    name: "a name that is nearly the one import that nothing uses",
    rule: "misspelt-name",
    error: { code: "TS2304", file: "vite.config.ts", line: 2, column: 28, message: "Cannot find name 'reactPlugin'." },
    files: { "vite.config.ts": 'import react from "plugin";\nexport default { plugins: [reactPlugin()] };\n' },
    after: { "vite.config.ts": 'import react from "plugin";\nexport default { plugins: [react()] };\n' },
  },
  {
    name: "a placeholder of a template that is not closed",
    rule: "unclosed-bracket",
    error: unreadable("src/a.ts", 1, "'}' expected."),
    files: { "src/a.ts": "export const a = `${width px`;\n" },
    after: { "src/a.ts": "export const a = `${width} px`;\n" },
  },
  {
    name: "a quote that is not closed within its line",
    rule: "unclosed-bracket",
    error: unreadable("src/a.ts", 1, "',' expected."),
    files: { "src/a.ts": 'export const a = { month: "long, year: "numeric" };\n' },
    after: { "src/a.ts": 'export const a = { month: "long", year: "numeric" };\n' },
  },
  {
    name: "an element of a list without a key, by what it reads of its item",
    rule: "missing-key",
    error: {
      tool: "oxlint",
      code: "react(jsx-key)",
      file: "src/a.tsx",
      line: 1,
      column: 29,
      message: 'Missing "key" prop for element in iterator.',
    },
    files: { "src/a.tsx": "export const A = () => rows.map((row, index) => <li>{row.id}</li>);\n" },
    after: { "src/a.tsx": "export const A = () => rows.map((row, index) => <li key={row.id}>{row.id}</li>);\n" },
  },
  {
    name: "an element of a list without a key, by the key that the item has in another case",
    rule: "missing-key",
    error: {
      tool: "oxlint",
      code: "react(jsx-key)",
      file: "src/a.tsx",
      line: 2,
      column: 8,
      message: 'Missing "key" prop for element in iterator.',
    },
    files: {
      "src/a.tsx":
        "export const A = () =>\n  rows.map((row) => {\n    if (row.isWide) return <Wide row={row} />;\n    return <li key={row.name}>{row.name}</li>;\n  });\n",
    },
    after: {
      "src/a.tsx":
        "export const A = () =>\n  rows.map((row) => {\n    if (row.isWide) return <Wide key={row.name} row={row} />;\n    return <li key={row.name}>{row.name}</li>;\n  });\n",
    },
  },
  {
    name: "a function without a result that goes on with nothing, and ends early elsewhere",
    rule: "leave-when-absent",
    error: { code: "TS18048", file: "src/a.ts", line: 4, column: 8, message: "'hook' is possibly 'undefined'." },
    files: {
      "src/a.ts":
        "async function call(due: Due): Promise<void> {\n  if (due.isOver) return;\n  const [hook] = await find(due);\n  send(hook.url);\n}\n",
    },
    after: {
      "src/a.ts":
        "async function call(due: Due): Promise<void> {\n  if (due.isOver) return;\n  const [hook] = await find(due);\n  if (hook === undefined) return;\n  send(hook.url);\n}\n",
    },
  },
  {
    name: "two faults of syntax in one file, each in a statement of its own",
    rule: "faults-apart",
    error: unreadable("src/a.ts", 2, "',' expected."),
    files: {
      "src/a.ts":
        "const a = {\n  one: 1\n  two: 2,\n};\n\nexport function f(list: number[]) {\n  return list.map((each) => {\n    return each + a.one;\n  };\n}\n",
    },
    after: {
      "src/a.ts":
        "const a = {\n  one: 1,\n  two: 2,\n};\n\nexport function f(list: number[]) {\n  return list.map((each) => {\n    return each + a.one;\n  });\n}\n",
    },
  },
  {
    name: "a function that is not closed, which is noticed at the end of a long file",
    rule: "faults-apart",
    error: unreadable("src/a.ts", 63, "'}' expected."),
    files: {
      "src/a.ts": `function f() {\n  return 1;\n\n${others}`,
    },
    after: {
      "src/a.ts": `function f() {\n  return 1;\n}\n\n${others}`,
    },
  },
  {
    name: "a component that ends before it has called its hooks",
    rule: "hooks-first",
    error: {
      tool: "oxlint",
      code: "react(hooks)",
      file: "src/a.tsx",
      line: 3,
      column: 21,
      message: "Hooks must always be called in a consistent order and may not be called conditionally",
    },
    files: {
      "src/a.tsx":
        "function A({ row }: Props) {\n  if (!row) return null;\n  const [open, set] = useState(false);\n  const name = useId();\n  return <p id={name}>{open}</p>;\n}\n",
    },
    after: {
      "src/a.tsx":
        "function A({ row }: Props) {\n  const [open, set] = useState(false);\n  const name = useId();\n  if (!row) return null;\n  return <p id={name}>{open}</p>;\n}\n",
    },
  },
  {
    name: "types that tsconfig.json asks for and the app does not have",
    rule: "unknown-types-entry",
    error: {
      code: "TS2688",
      message: "Cannot find type definition file for 'jest'. The file is in the program because: Entry point",
    },
    files: {
      "package.json": manifest.packageJson,
      "tsconfig.json": '{ "compilerOptions": { "strict": true, "types": ["node", "jest"] } }\n',
    },
    after: { "tsconfig.json": '{ "compilerOptions": { "strict": true, "types": ["node"] } }\n' },
  },
];

const left: readonly Example[] = [
  {
    name: "a member of what may be absent, in a list that is sifted by something else",
    error: { code: "TS18048", file: "src/a.ts", line: 1, column: 37, message: "'row.owner' is possibly 'undefined'." },
    files: { "src/a.ts": "const owners = allRows.map((row) => row.owner.id).filter((id) => id !== 0);\n" },
  },
  {
    name: "a value that may be absent, in a function without a result that never ends early",
    error: { code: "TS18048", file: "src/a.ts", line: 3, column: 8, message: "'hook' is possibly 'undefined'." },
    files: {
      "src/a.ts":
        "async function call(due: Due): Promise<void> {\n  const [hook] = await find(due);\n  send(hook.url);\n}\n",
    },
  },
  {
    name: "a value that may be absent, in a function that owes a result",
    error: { code: "TS18048", file: "src/a.ts", line: 4, column: 10, message: "'hook' is possibly 'undefined'." },
    files: {
      "src/a.ts":
        "async function call(due: Due): Promise<string | undefined> {\n  if (due.isOver) return;\n  const [hook] = await find(due);\n  return hook.url;\n}\n",
    },
  },
  {
    name: "two faults of syntax in one file, of which one is lost text",
    error: unreadable("src/a.ts", 2, "',' expected."),
    files: { "src/a.ts": "const a = {\n  one: 1\n  two: 2,\n};\n\nexport const b = ;\n" },
  },
  {
    name: "a hook that is called within a condition",
    error: {
      tool: "oxlint",
      code: "react(hooks)",
      file: "src/a.tsx",
      line: 2,
      column: 14,
      message: "Hooks must always be called in a consistent order and may not be called conditionally",
    },
    files: {
      "src/a.tsx": "function A({ row }: Props) {\n  if (row) { useEffect(() => log(row)); }\n  return <p />;\n}\n",
    },
  },
  {
    name: "types of a package that the app has and that is not installed",
    error: {
      code: "TS2688",
      message: "Cannot find type definition file for 'zod'. The file is in the program because",
    },
    files: {
      "package.json": manifest.packageJson,
      "tsconfig.json": '{ "compilerOptions": { "types": ["node", "zod"] } }\n',
    },
  },
  {
    name: "an element of a list of which nothing tells the items apart",
    error: {
      tool: "oxlint",
      code: "react(jsx-key)",
      file: "src/a.tsx",
      line: 1,
      column: 29,
      message: 'Missing "key" prop for element in iterator.',
    },
    files: { "src/a.tsx": "export const A = () => rows.map((row, index) => <li>{row.total}</li>);\n" },
  },
  {
    name: "a member of what nobody thought could be missing",
    error: { code: "TS18048", file: "src/a.ts", line: 2, column: 9, message: "'user' is possibly 'undefined'." },
    files: { "src/a.ts": "function f(user?: User) {\n  greet(user.name);\n}\n" },
  },
  {
    name: "versions, where it is the registry that is away",
    error: { tool: "npm", code: "ECONNREFUSED", message: "request to https://registry.npmjs.org/zod failed" },
    files: { "package.json": manifest.packageJson.replace("4.6.7", "4.5.0") },
  },
  {
    name: "a bracket too many, where taking it out would put a statement outside its function",
    error: unreadable("src/a.ts", 6, "Declaration or statement expected."),
    files: { "src/a.ts": "export function f() {\n  if (a) {\n    b();\n  }\n  }\n  c();\n}\n" },
  },
  {
    name: "an argument too many whose value is worked out",
    error: { code: "TS2554", file: "src/a.ts", line: 1, column: 6, message: "Expected 1 arguments, but got 2." },
    files: { "src/a.ts": "f(1, save());\n" },
  },
  {
    name: "a member too many whose value is worked out",
    error: {
      code: "TS2353",
      file: "src/a.ts",
      line: 1,
      column: 20,
      message: "Object literal may only specify known properties, and 'total' does not exist in type 'Row'.",
    },
    files: { "src/a.ts": "const a: Row = { total: count(rows) };\n" },
  },
  {
    name: "a required prop that nothing in scope is called",
    error: {
      code: "TS2741",
      file: "src/a.tsx",
      line: 2,
      column: 11,
      message: "Property 'label' is missing in type '{}' but required in type 'Props'.",
    },
    files: { "src/a.tsx": "export function A() {\n  return <Badge />;\n}\n" },
  },
  {
    name: "a member that one place alone calls otherwise",
    error: {
      code: "TS2339",
      file: "src/b.ts",
      line: 1,
      column: 7,
      message: "Property 'label' does not exist on type 'Field'.",
    },
    files: { "src/a.ts": "export interface Field {\n  labelValue: string;\n}\n", "src/b.ts": "field.label;\n" },
  },
  {
    name: "a text where a number stands: nobody knows which",
    error: {
      code: "TS2345",
      file: "src/a.ts",
      line: 1,
      column: 3,
      message: "Argument of type 'number' is not assignable to parameter of type 'string'.",
    },
    files: { "src/a.ts": "f(404);\n" },
  },
  {
    name: "the last parameter, since its use may have been lost",
    error: {
      code: "TS6133",
      file: "src/a.ts",
      line: 1,
      column: 7,
      message: "'error' is declared but its value is never read.",
    },
    files: { "src/a.ts": "catch_((error: unknown) => {\n  stop();\n});\n" },
  },
  {
    name: "a utility of Tailwind 3 that has no other name",
    error: { tool: "vite", message: "Cannot apply unknown utility class `bg-opacity-50`", file: "src/styles.css" },
    files: { "src/styles.css": ".a {\n  @apply bg-opacity-50;\n}\n" },
  },
  {
    name: "an alias, where two files could be meant",
    error: {
      code: "TS2307",
      file: "src/b/b.ts",
      line: 1,
      column: 19,
      message: "Cannot find module '@/a.ts' or its corresponding type declarations.",
    },
    files: {
      "src/b/b.ts": 'import { a } from "@/a.ts";\n',
      "src/x/a.ts": "export const a = 1;\n",
      "src/y/a.ts": "export const a = 2;\n",
    },
  },
];

describe("the rules", () => {
  it.each(mended)("mend $name", (example) => {
    expect(repair(example)).toEqual({ rules: [example.rule], changed: example.after });
  });

  it.each(left)("leave $name", (example) => {
    expect(repair(example)).toEqual({ rules: [], changed: {} });
  });
});
