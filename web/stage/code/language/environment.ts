// The TypeScript language service over a version's files, the language's own declarations and those of its packages.
import { createSystem, createVirtualTypeScriptEnvironment } from "@typescript/vfs";
import ts from "typescript-language";

/** `@typescript/vfs` names its compiler `typescript`, which among the checks of this repository is another one. */
type Compiler = Parameters<typeof createVirtualTypeScriptEnvironment>[2];
type Environment = ReturnType<typeof createVirtualTypeScriptEnvironment>;
export type LanguageEnvironment = Omit<Environment, "languageService"> & { languageService: ts.LanguageService };

/** Names what tsconfig.json wants to be there without being imported. */
const ambient = "/nexusgen-ambient.d.ts";

/** `files`: absolute path → text; those that are edited are written into it. */
export function openEnvironment(files: Map<string, string>): LanguageEnvironment {
  const { options, types } = readConfig(files.get("/tsconfig.json") ?? "{}");
  const there = types.filter((name) => [name, `@types/${name}`].some((each) => isThere(files, each)));
  files.set(ambient, there.map((name) => `/// <reference types="${name}" />\n`).join(""));
  // An empty file counts as a missing one.
  for (const [path, text] of files) if (text === "") files.set(path, "\n");
  const roots = [...files.keys()].filter(
    (path) => /\.(ts|tsx|mts)$/.test(path) && !path.startsWith("/node_modules/") && !/^\/lib\.[^/]*\.d\.ts$/.test(path),
  );
  return createVirtualTypeScriptEnvironment(systemOver(files), roots, ts as unknown as Compiler, options);
}

/** Of the version's own tsconfig.json, so that the editor says what its build will say. */
function readConfig(text: string): { options: ts.CompilerOptions; types: string[] } {
  const { config } = ts.parseConfigFileTextToJson("/tsconfig.json", text) as {
    config?: { compilerOptions?: Record<string, unknown> };
  };
  const { types, plugins: _plugins, incremental: _incremental, ...wanted } = config?.compilerOptions ?? {};
  const { options } = ts.convertCompilerOptionsFromJson(wanted, "/");
  const named = Array.isArray(types) ? types.filter((name) => typeof name === "string") : [];
  return { options: { ...options, types: [], skipLibCheck: true, noEmit: true }, types: named };
}

/** The package of `vite/client` is `vite`. */
function isThere(files: ReadonlyMap<string, string>, name: string): boolean {
  const [, packageName] = /^((?:@[^/]+\/)?[^/]+)/.exec(name) ?? [];
  return files.has(`/node_modules/${packageName}/package.json`);
}

/** Folders are looked up thousands of times: the package's own way tries every file for each. */
function systemOver(files: Map<string, string>): ReturnType<typeof createSystem> {
  const folders = new Set<string>();
  for (const path of files.keys())
    for (let at = path.lastIndexOf("/"); at > 0 && !folders.has(path.slice(0, at)); at = path.lastIndexOf("/", at - 1))
      folders.add(path.slice(0, at));
  const system = createSystem(files);
  const isFolder = (path: string): boolean => path === "/" || folders.has(path.replace(/\/$/, ""));
  return { ...system, directoryExists: (path: string) => isFolder(path) };
}
