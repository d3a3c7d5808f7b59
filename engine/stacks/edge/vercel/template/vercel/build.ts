// What Vercel runs: builds the app and lays it out in .vercel/output as Vercel's Build Output API (version 3) wants it: static
// files, the security headers of public/_headers, and the API as one function. The database gets the newest schema.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { build, createBuilder } from "vite";
import { openEnvironment } from "../dev/local.ts";

const output = ".vercel/output";
const functionFolder = `${output}/functions/api.func`;
const api = { src: "^/api(?:/.*)?$", dest: "/api" };

interface Headers {
  src: string;
  headers: Record<string, string>;
  continue: true;
}

/** A path, which may end in `*`, and below it indented headers. */
async function readHeaderRules(): Promise<Headers[]> {
  const rules: Headers[] = [];
  for (const line of (await readFile("public/_headers", "utf8")).split("\n")) {
    const [, name, value] = /^\s+([^:]+):\s*(.+)$/.exec(line) ?? [];
    if (name && value) Object.assign(rules.at(-1)?.headers ?? {}, { [name]: value });
    else if (line.startsWith("/")) rules.push({ src: `^${toPattern(line.trim())}$`, headers: {}, continue: true });
  }
  // The API sets its own.
  return rules.map((rule) => (rule.src === "^/.*$" ? { ...rule, src: "^/(?!api(?:/|$)).*$" } : rule));
}

const toPattern = (path: string): string => path.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");

if (!process.env["DATABASE_URL"]) {
  console.error(
    "DATABASE_URL is missing: Vercel keeps no files, so the records need a database. See vercel/README.md.",
  );
  process.exit(1);
}
await openEnvironment({ file: "", examples: false });

await rm(output, { recursive: true, force: true });
const builder = await createBuilder({ logLevel: "warn" });
await builder.buildApp();
await mkdir(functionFolder, { recursive: true });
await cp("dist/client", `${output}/static`, { recursive: true, filter: (path) => !path.endsWith("/_headers") });
await build({
  configFile: false,
  logLevel: "warn",
  ssr: { noExternal: true },
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    ssr: true,
    copyPublicDir: false,
    outDir: functionFolder,
    rolldownOptions: { input: "vercel/function.ts", output: { entryFileNames: "index.mjs", codeSplitting: false } },
  },
});
const major = process.versions.node.split(".")[0];
const settings = {
  runtime: `nodejs${major}.x`,
  handler: "index.mjs",
  launcherType: "Nodejs",
  shouldAddHelpers: false,
  supportsResponseStreaming: true,
};
await writeFile(`${functionFolder}/.vc-config.json`, `${JSON.stringify(settings, null, 2)}\n`);
const routes = [
  ...(await readHeaderRules()),
  api,
  { handle: "filesystem" },
  // The browser draws every page; what looks like a file is missing.
  { src: "^/[^.]*$", dest: "/index.html" },
];
await writeFile(`${output}/config.json`, `${JSON.stringify({ version: 3, routes }, null, 2)}\n`);
