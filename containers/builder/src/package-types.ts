// Where a package keeps its type declarations: what a compiler with `moduleResolution: bundler` would find, of an
// installed package that is a stranger's.
import { lstat, readdir, readFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";

export interface TypedPackage {
  name: string;
  version: string;
  /** Its folder below `node_modules`. */
  folder: string;
  /** `.` and `./part` → the declaration file, inside the folder. Patterns end in `*` on both sides. */
  entries: ReadonlyMap<string, string>;
}

const longestFile = 1_500_000;
const declaration = /\.d\.[cm]?ts$/;

export const typesName = (name: string): string => `@types/${name.replace(/^@/, "").replace("/", "__")}`;

/** Null where there is no such package, or it has no types. */
export async function readPackage(modules: string, folder: string): Promise<TypedPackage | null> {
  const text = await readRegular(join(modules, folder, "package.json"));
  if (text === null) return null;
  const manifest = JSON.parse(text) as Record<string, unknown>;
  const entries = new Map<string, string>();
  const add = async (subpath: string, target: unknown): Promise<void> => {
    const path = typeof target === "string" ? await declared(join(modules, folder), target) : null;
    if (path !== null) entries.set(subpath, path);
  };
  const { exports, name = folder, version = "" } = manifest;
  if (exports !== undefined && exports !== null) {
    const map = isSubpaths(exports) ? exports : { ".": exports };
    for (const [subpath, target] of Object.entries(map)) {
      const chosen = choose(target);
      if (subpath.includes("*")) {
        if (chosen !== null && declaration.test(chosen)) entries.set(subpath, posix.normalize(chosen));
      } else await add(subpath, chosen);
    }
  } else {
    await add(".", manifest["types"] ?? manifest["typings"] ?? manifest["main"] ?? "index.js");
    for (const entry of await readdir(join(modules, folder), { withFileTypes: true })) {
      if (!entry.isFile() || !declaration.test(entry.name)) continue;
      const bare = entry.name.replace(declaration, "");
      if (bare !== "index") entries.set(`./${bare}`, entry.name);
    }
  }
  if (entries.size === 0) return null;
  return { name: String(name), version: String(version), folder, entries };
}

/** The declaration file that a path of a package means, whether it names it, its script or its folder. */
export async function declared(root: string, target: string): Promise<string | null> {
  const path = posix.normalize(target);
  if (path.startsWith("..") || path.startsWith("/")) return null;
  const candidates = declaration.test(path)
    ? [path]
    : [
        path.replace(/\.jsx?$/, ".d.ts"),
        path.replace(/\.mjs$/, ".d.mts"),
        path.replace(/\.cjs$/, ".d.cts"),
        `${path}.d.ts`,
        `${path}.d.mts`,
        posix.join(path, "index.d.ts"),
        posix.join(path, "index.d.mts"),
      ].filter((candidate) => declaration.test(candidate));
  for (const candidate of candidates) {
    const entry = await lstat(join(root, candidate)).catch(() => null);
    if (entry?.isFile() === true) return candidate;
  }
  return null;
}

/** Null for what is no regular file, or too long. */
export async function readRegular(path: string): Promise<string | null> {
  const entry = await lstat(path).catch(() => null);
  if (entry?.isFile() !== true || entry.size > longestFile) return null;
  return readFile(path, "utf8");
}

/** Folders below `node_modules` in which the package of that name may lie, as seen from a file; the nearest first. */
export function foldersOf(name: string, from: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(from); folder !== "."; folder = dirname(folder)) {
    if (posix.basename(folder) !== "node_modules") folders.push(posix.join(folder, "node_modules", name));
  }
  return [...folders, name];
}

const isSubpaths = (exports: unknown): exports is Record<string, unknown> =>
  typeof exports === "object" && exports !== null && Object.keys(exports).every((key) => key.startsWith("."));

/** What `import` with types gets. */
function choose(target: unknown): string | null {
  if (typeof target === "string") return target;
  if (Array.isArray(target)) return target.map(choose).find((found) => found !== null) ?? null;
  if (typeof target !== "object" || target === null) return null;
  for (const [condition, value] of Object.entries(target)) {
    if (condition !== "types" && condition !== "import" && condition !== "default") continue;
    const found = choose(value);
    if (found !== null) return found;
  }
  return null;
}
