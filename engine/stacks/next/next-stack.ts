// The `next` stack: an App Router project with server components, server actions and the same API, data and components
// as the edge stack. It is drawn from that stack's tree and from template/; previews run it through vinext.
import type { BuildStep, StepName } from "#builder/protocol.ts";
import { resolvePrd } from "#engine/prd/resolve.ts";
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { emitCapabilities } from "../edge/capabilities/emit-capabilities.ts";
import { edgeStack } from "../edge/edge-stack.ts";
import { emitPackageJson } from "../edge/emit-project.ts";
import { emitApp } from "../edge/emit-shared.ts";
import type { FileTree, PreviousVersion, Stack } from "../stack.ts";
import { drawShared } from "./draw-shared.ts";
import { emitCapabilityPages } from "./emit-capability-pages.ts";
import { emitPartPages } from "./emit-part-pages.ts";
import { emitReadme, emitTheme, emitWranglerToml } from "./emit-project.ts";
import { template as looks } from "./looks/template.generated.ts";
import { template } from "./template.generated.ts";
import { template as vercel } from "./vercel/template.generated.ts";

/** Names that would act on this repository if they stood in the template folder under their own. */
const renamed: Readonly<Record<string, string>> = {
  dockerignore: ".dockerignore",
  "env.example": ".env.example",
  gitignore: ".gitignore",
  npmrc: ".npmrc",
};

function templateFile(path: string): string {
  const text = template[path];
  if (text === undefined) throw new Error(`The next template has no ${path}. Run: node scripts/embed-templates.mjs`);
  return text;
}

/** Beside the same app on the edge stack. */
const differences: readonly string[] = [
  "A form with unsaved changes asks before a link or the closing of the page leaves it; the browser's back arrow does not wait.",
  "Pages are made on the server for each request: without a connection only the page that is open is sure to stay readable.",
];

const emitted: Readonly<Record<string, (app: ResolvedApp) => string>> = {
  "README.md": emitReadme,
  "package.json": (app) => emitPackageJson(app, templateFile("package.json")),
  "src/lib/theme.ts": emitTheme,
  "wrangler.toml": emitWranglerToml,
  "src/shared/app.ts": (app) => emitApp(app, differences),
};

/** A site's management area is the app below a path of its own. */
const inside = { app: "src/app/(app)", site: "src/app/manage" } as const;

function addSite(own: Map<string, string>): void {
  for (const [path, text] of new Map(own)) {
    if (!path.startsWith(`${inside.app}/`)) continue;
    own.delete(path);
    own.set(`${inside.site}${path.slice(inside.app.length)}`, text);
  }
  for (const [path, text] of Object.entries(looks)) {
    if (path.startsWith("site/")) own.set(path.slice("site/".length), text);
  }
}

function generate(prd: Prd, previous?: PreviousVersion): FileTree {
  const app = resolvePrd(prd);
  const { pages } = emitCapabilities(app);
  const edge = edgeStack.generate(prd, previous);
  const isSite = edge.has("src/shared/site.ts");
  const own = new Map<string, string>();
  for (const [path, text] of emitPartPages(edge, inside.app, isSite ? "/manage" : "")) own.set(path, text);
  for (const [path, text] of Object.entries(template)) own.set(renamed[path] ?? path, text);
  for (const [path, emit] of Object.entries(emitted)) own.set(path, emit(app));
  for (const [path, text] of emitCapabilityPages(pages, inside.app)) own.set(path, text);
  if (isSite) {
    addSite(own);
    for (const [path, text] of emitCapabilityPages(pages, "src/app/(site)", true)) own.set(path, text);
  }
  const files = drawShared(edge, own);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const limits = { timeoutMs: 300_000, memoryBytes: 2_000_000_000, outputBytes: 5_000_000 };
const step = (name: StepName, command: string[], after: StepName[] = ["install"]): BuildStep => ({
  name,
  command,
  after,
  limits,
});
const install = step("install", [], []);

export const nextStack: Stack = {
  id: "next",
  label: "Next.js with server components",
  generate,
  buildSteps: [
    install,
    // Next's types of pages first, so that the compiler finds what else only a release build would: a page without a default
    // export.
    step("types", ["sh", "-c", "next typegen && exec tsc --noEmit --incremental false"]),
    step("lint", ["oxlint", "--deny-warnings"]),
    step("build", ["vite", "build", "--logLevel", "error", "--sourcemap", "hidden"]),
  ],
  testSteps: [install, step("test", ["vitest", "run"])],
  simplified: { build: ["--minify", "false"], test: ["--maxWorkers=1"] },
  releaseSteps: [install, step("build", ["next", "build"])],
  artefact: {
    serverEntry: "dist/server/index.js",
    serverDir: "dist/server",
    assetsDir: "dist/client",
    migrationsDir: "migrations",
    seedFile: "migrations/seed.sql",
  },
  // Its halves know of each other: what the server renders names the client's chunks.
  preview: { independent: [], artefact: ["dist/server", "dist/client", "migrations"] },
  live: { command: ["next", "dev", "--hostname", "127.0.0.1", "--port", "{port}"], anew: ["migrations/"] },
  checks: { serve: ["node", "dev/serve-worker.ts"], needsDependencies: false, pages: ["/", "/manage"] },
  vercel: new Map(Object.entries(vercel)),
  get manifest() {
    return { packageJson: templateFile("package.json"), lockfile: templateFile("package-lock.json") };
  },
};
