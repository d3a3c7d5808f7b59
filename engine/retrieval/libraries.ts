// What is indexed of the packages that generated apps use, and how much each one counts. Priorities: requirements N4.7
// (Next 100, React 95, Tailwind 90, ORM and auth 85, components 80), and those of our stacks in between.
import type { StackId } from "#engine/stacks/stack.ts";

export interface Library {
  /** The package that holds the documents. */
  readonly package: string;
  /** What a developer calls it, lower case; the first is shown. */
  readonly names: readonly string[];
  /** Words of questions that are about its matters, without its name; lower case, as `stem` leaves them or whole. */
  readonly about?: readonly string[];
  /** 0 to 100. */
  readonly priority: number;
  readonly stacks: readonly StackId[];
  /** Files and folders inside the package that describe what an app may use. */
  readonly under: readonly string[];
  /** Parts of these that do not. */
  readonly not?: readonly string[];
  /** Names of declarations that only fill the index, such as a type for each HTML element. */
  readonly skip?: RegExp;
}

const both: readonly StackId[] = ["edge", "next"];

export const libraries: readonly Library[] = [
  {
    package: "next",
    names: ["next", "next.js", "nextjs"],
    about: ["server action", "server component", "client component", "metadata", "prefetch"],
    priority: 100,
    stacks: ["next"],
    under: [
      "README.md",
      "cache.d.ts",
      "headers.d.ts",
      "server.d.ts",
      "image-types/",
      "dist/client/app-dir/",
      "dist/client/link.d.ts",
      "dist/client/script.d.ts",
      "dist/client/image-component.d.ts",
      "dist/client/components/navigation.d.ts",
      "dist/client/components/navigation.react-server.d.ts",
      "dist/client/components/redirect.d.ts",
      "dist/client/components/not-found.d.ts",
      "dist/client/components/forbidden.d.ts",
      "dist/client/components/unauthorized.d.ts",
      "dist/client/components/error-boundary.d.ts",
      "dist/client/components/unstable-rethrow.d.ts",
      "dist/lib/metadata/types/",
      "dist/server/after/after.d.ts",
      "dist/server/config-shared.d.ts",
      "dist/server/request/",
      "dist/server/web/spec-extension/",
      "dist/server/web/types.d.ts",
      "dist/server/use-cache/",
      "dist/shared/lib/dynamic.d.ts",
      "dist/shared/lib/get-img-props.d.ts",
      "dist/shared/lib/image-config.d.ts",
      "dist/shared/lib/app-router-context.shared-runtime.d.ts",
    ],
    not: ["dist/server/web/spec-extension/adapters/"],
  },
  {
    package: "@types/react",
    names: ["react"],
    about: [
      "component",
      "components",
      "render",
      "renders",
      "rendering",
      "hook",
      "state",
      "context value",
      "dom",
      "ref",
      "props",
    ],
    priority: 95,
    stacks: both,
    under: ["index.d.ts", "canary.d.ts"],
    skip: /Attributes\b|IntrinsicElements|^(HTML|SVG|ReactSVG|ReactHTML)|EventHandler$/,
  },
  { package: "@types/react-dom", names: ["react-dom", "react dom"], priority: 95, stacks: both, under: [""] },
  {
    package: "tailwindcss",
    names: ["tailwind", "tailwindcss"],
    priority: 90,
    stacks: both,
    under: ["README.md", "dist/"],
  },
  { package: "@tailwindcss/vite", names: ["tailwind"], priority: 90, stacks: ["edge"], under: [""] },
  {
    package: "drizzle-orm",
    names: ["drizzle", "drizzle-orm"],
    about: [
      "row",
      "rows",
      "column",
      "columns",
      "table",
      "tables",
      "join",
      "sql",
      "query",
      "queries",
      "index",
      "relations",
    ],
    priority: 85,
    stacks: both,
    under: [
      "README.md",
      "sqlite-core/",
      "sql/",
      "d1/",
      "relations.d.ts",
      "batch.d.ts",
      "query-promise.d.ts",
      "operations.d.ts",
      "table.d.ts",
      "alias.d.ts",
      "errors.d.ts",
    ],
  },
  {
    package: "hono",
    names: ["hono"],
    about: [
      "request",
      "requests",
      "response",
      "responses",
      "handler",
      "middleware",
      "route",
      "routes",
      "header",
      "headers",
      "cookie",
      "cookies",
      "jwt",
      "cors",
      "status",
      "multipart",
      "body",
    ],
    priority: 85,
    stacks: both,
    under: ["README.md", "dist/types/"],
    not: [
      "dist/types/jsx/",
      "dist/types/router/",
      "dist/types/adapter/",
      "dist/types/preset/",
      "dist/types/client/",
      "dist/types/utils/",
    ],
  },
  {
    package: "zod",
    names: ["zod"],
    about: ["schema", "schemas", "validate", "validating", "parse", "object", "string"],
    priority: 85,
    stacks: both,
    under: ["README.md", "v4/classic/"],
  },
  {
    package: "react-router",
    names: ["react router", "react-router"],
    priority: 85,
    stacks: ["edge"],
    // The apps have a router of their own on top of its matching: what it says of data mode and framework mode would
    // lead to code that does not run in them.
    under: ["dist/development/lib/hooks.d.ts", "dist/development/lib/components.d.ts"],
  },
  {
    package: "vitest",
    names: ["vitest"],
    about: ["test", "tests", "assert", "mock", "expect", "fake"],
    priority: 60,
    stacks: both,
    under: ["README.md", "dist/index.d.ts", "dist/config.d.ts"],
  },
  {
    package: "vite",
    names: ["vite"],
    about: ["dev server", "bundle", "bundler", "build"],
    priority: 50,
    stacks: both,
    under: ["README.md", "dist/node/index.d.ts", "types/", "client.d.ts"],
  },
  {
    package: "@types/node",
    names: ["node", "node.js"],
    priority: 40,
    stacks: both,
    // Its own test runner is none of the apps': they have Vitest.
    under: ["sqlite.d.ts"],
  },
];

export function librariesOf(stack: StackId): readonly Library[] {
  return libraries.filter((library) => library.stacks.includes(stack));
}

/** The name by which our own guide to generated apps is cited. */
export const guideLibrary = "app-guide";

/** The guide to the app itself comes before everything about its parts. */
export function priorityOf(name: string): number {
  if (name === guideLibrary) return 100;
  return libraries.find((library) => library.package === name)?.priority ?? 50;
}

/** Packages that a question names. */
export function librariesIn(question: string): string[] {
  const words = wordsOf(question);
  return libraries
    .filter(({ names }) => names.some((name) => words.includes(` ${name} `)))
    .map((library) => library.package);
}

/** Packages whose matters a question speaks of. */
export function librariesAbout(question: string): string[] {
  const words = wordsOf(question);
  return libraries
    .filter(({ about = [] }) => about.some((word) => words.includes(` ${word} `)))
    .map((library) => library.package);
}

/** Between spaces, so that a whole word can be looked for. */
function wordsOf(question: string): string {
  return ` ${question
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, " ")
    .replace(/[.-]+(?= |$)/g, "")} `;
}
