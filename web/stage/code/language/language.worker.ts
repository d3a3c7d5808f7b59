// The TypeScript language service over a version's files, in a worker of the browser.
import { createSystem, createVirtualTypeScriptEnvironment } from "@typescript/vfs";
import { createWorker } from "@valtown/codemirror-ts/worker";
import * as Comlink from "comlink";
import ts from "typescript-language";
import { libraries } from "./libraries.ts";
import type { LanguageSources } from "./language-help.ts";

/** `@typescript/vfs` names its compiler `typescript`, which among the checks of this repository is another one. */
type Compiler = Parameters<typeof createVirtualTypeScriptEnvironment>[2];

let sources: LanguageSources = { files: [], types: [] };

const worker = createWorker(() => {
  const files = new Map(libraries);
  for (const { path, text } of sources.types) files.set(`/${path}`, text);
  for (const { path, text } of sources.files) if (text !== null) files.set(`/${path}`, text);
  const roots = sources.files.flatMap(({ path }) => (/\.(ts|tsx|mts)$/.test(path) ? [`/${path}`] : []));
  return createVirtualTypeScriptEnvironment(createSystem(files), roots, ts as unknown as Compiler, readOptions());
});

Comlink.expose({
  ...worker,
  open(given: LanguageSources): void {
    sources = given;
  },
});

/** Of the version's own tsconfig.json, so that the editor says what its build will say. */
function readOptions(): ts.CompilerOptions {
  const text = sources.files.find(({ path }) => path === "tsconfig.json")?.text ?? "{}";
  const { config } = ts.parseConfigFileTextToJson("/tsconfig.json", text) as {
    config?: { compilerOptions?: Record<string, unknown> };
  };
  const { types: _types, plugins: _plugins, incremental: _incremental, ...wanted } = config?.compilerOptions ?? {};
  const { options } = ts.convertCompilerOptionsFromJson(wanted, "/");
  return { ...options, skipLibCheck: true, noEmit: true };
}
