// The `edge` stack: a Vite + React single-page app and a Hono API over a D1-shaped SQLite, as files.
// Static files come from template/ (embedded by scripts/embed-templates.mjs), the rest from the emitters beside this file.
import type { BuildStep, StepName } from "#builder/protocol.ts";
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import { resolvePrd } from "#engine/prd/resolve.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { emitHousekeeping } from "../shared/housekeeping/emit-housekeeping.ts";
import type { FileTree, PreviousVersion, Stack } from "../stack.ts";
import { emitRoutes, emitSchema } from "./emit-database.ts";
import { dropUnusedIcons } from "./drop-unused-icons.ts";
import { emitAccess } from "./access/emit-access.ts";
import { emitCapabilities } from "./capabilities/emit-capabilities.ts";
import {
  emitFavicon,
  emitIndexHtml,
  emitPackageJson,
  emitReadme,
  emitThemeCss,
  emitWranglerToml,
} from "./emit-project.ts";
import { emitSeed } from "./emit-seed.ts";
import { emitMigrations } from "./migrations/migration-files.ts";
import { emitApp, emitModels, emitSchemas } from "./emit-shared.ts";
import { emitLook } from "./looks/emit-look.ts";
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
  if (text === undefined) throw new Error(`The edge template has no ${path}. Run: node scripts/embed-templates.mjs`);
  return text;
}

const emitted: Readonly<Record<string, (app: ResolvedApp) => string>> = {
  "README.md": emitReadme,
  "index.html": emitIndexHtml,
  "migrations/seed.sql": emitSeed,
  "package.json": (app) => emitPackageJson(app, templateFile("package.json")),
  "public/favicon.svg": emitFavicon,
  "src/client/theme.css": emitThemeCss,
  "src/server/db/schema.ts": emitSchema,
  "src/server/routes.ts": emitRoutes,
  "src/shared/app.ts": emitApp,
  "src/shared/models.ts": emitModels,
  "src/shared/schemas.ts": emitSchemas,
  "wrangler.toml": emitWranglerToml,
};

function generate(prd: Prd, previous?: PreviousVersion): FileTree {
  const app = resolvePrd(prd);
  const files = new Map<string, string>();
  const capabilities = emitCapabilities(app);
  for (const [path, text] of emitHousekeeping(prd)) files.set(path, text);
  for (const [path, text] of Object.entries(template)) files.set(renamed[path] ?? path, text);
  for (const [path, emit] of Object.entries(emitted)) files.set(path, emit(app));
  for (const [path, text] of emitMigrations(app, previous)) files.set(path, text);
  for (const [path, text] of capabilities.files) files.set(path, text);
  for (const [path, text] of emitLook(app, files)) files.set(path, text);
  if (capabilities.seed !== "")
    files.set("migrations/seed.sql", `${files.get("migrations/seed.sql") ?? ""}${capabilities.seed}`);
  for (const [path, text] of emitAccess(app, capabilities.routes, files)) files.set(path, text);
  files.set(...dropUnusedIcons(files));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const limits = { timeoutMs: 120_000, memoryBytes: 1_500_000_000, outputBytes: 5_000_000 };
const step = (name: StepName, command: string[], after: StepName[] = ["install"]): BuildStep => ({
  name,
  command,
  after,
  limits,
});
const install = step("install", [], []);

export const edgeStack: Stack = {
  id: "edge",
  label: "Vite, React and Hono on the edge",
  generate,
  buildSteps: [
    install,
    step("types", ["tsc", "--noEmit"]),
    step("lint", ["oxlint", "--deny-warnings"]),
    step("build", ["vite", "build", "--app", "--logLevel", "warn", "--sourcemap", "hidden"]),
  ],
  testSteps: [install, step("test", ["vitest", "run"])],
  simplified: { build: ["--minify", "false"], test: ["--maxWorkers=1"] },
  artefact: {
    serverEntry: "dist/server/index.js",
    assetsDir: "dist/client",
    migrationsDir: "migrations",
    seedFile: "migrations/seed.sql",
  },
  preview: {
    independent: ["client", "server"],
    artefact: ["dist/server/index.js", "dist/client", "migrations"],
  },
  live: {
    command: ["vite", "--host", "127.0.0.1", "--port", "{port}", "--strictPort", "--clearScreen", "false"],
    anew: ["migrations/", "dev/"],
  },
  // A tool has no page at /manage: its page for what is not there is looked at as well.
  checks: { serve: ["node", "dev/serve.ts", "--examples"], needsDependencies: false, pages: ["/", "/manage"] },
  vercel: new Map(Object.entries(vercel)),
  get manifest() {
    return { packageJson: templateFile("package.json"), lockfile: templateFile("package-lock.json") };
  },
};
