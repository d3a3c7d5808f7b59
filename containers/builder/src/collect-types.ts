// The type declarations of installed packages, and of what those are made of, for the editor's language service: as much
// as its compiler would open, and nothing else. A manifest is put beside each package that leads to them alone.
import { dirname, join, posix } from "node:path";
import { declared, foldersOf, readPackage, readRegular, typesName, type TypedPackage } from "./package-types.ts";
import type { TypesRequest, TypesResult } from "./protocol.ts";

const mostBytes = 24_000_000;
/** What the further entries of one package may bring, beside its first one: some have hundreds, of which an app uses two. */
const mostOfPackage = 2_500_000;

const specifiers =
  /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s*|\brequire\s*\(\s*)["']([^"'\n]+)["']|^\s*\/\/\/\s*<reference\s+(path|types)\s*=\s*["']([^"']+)["']/gm;

/** `modules`: a `node_modules` folder. */
export async function collectTypes(modules: string, { packages }: TypesRequest): Promise<TypesResult> {
  const collector = new Collector(modules);
  const left: string[] = [];
  const roots: TypedPackage[] = [];
  for (const name of packages) {
    const found = (await collector.find([name])) ?? (await collector.find([typesName(name)]));
    if (found === null) left.push(name);
    else if (!roots.includes(found)) roots.push(found);
  }
  for (const root of roots) if (!(await collector.take(root, ["."], mostBytes))) left.push(root.name);
  for (const root of roots) {
    const others = [...root.entries.keys()].filter((subpath) => subpath !== "." && !subpath.includes("*"));
    const most = Math.min(mostBytes, collector.bytes + mostOfPackage);
    for (const subpath of others) await collector.take(root, [subpath], most);
  }
  return { files: collector.all(), packages: roots.map(({ name, version }) => ({ name, version })), left };
}

class Collector {
  readonly #modules: string;
  readonly #files = new Map<string, string>();
  readonly #packages = new Map<string, Promise<TypedPackage | null>>();
  readonly #used = new Set<TypedPackage>();
  bytes = 0;

  constructor(modules: string) {
    this.#modules = modules;
  }

  /** The first of the folders in which there is a package with types. */
  async find(folders: readonly string[]): Promise<TypedPackage | null> {
    for (const folder of folders) {
      let known = this.#packages.get(folder);
      if (known === undefined) this.#packages.set(folder, (known = readPackage(this.#modules, folder)));
      const found = await known;
      if (found !== null) return found;
    }
    return null;
  }

  /** Takes an entry with all that it leads to, or nothing of it where that would be more than `most` bytes in all. */
  async take(from: TypedPackage, subpaths: readonly string[], most: number): Promise<boolean> {
    const taken = new Map<string, string>();
    const used = new Set<TypedPackage>([from]);
    let bytes = this.bytes;
    const waiting = subpaths.flatMap((subpath) => {
      const entry = from.entries.get(subpath);
      return entry === undefined ? [] : [posix.join(from.folder, entry)];
    });
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (this.#files.has(path) || taken.has(path)) continue;
      const read = await readRegular(join(this.#modules, path));
      if (read === null) continue;
      const text = read.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
      bytes += text.length;
      if (bytes > most) return false;
      taken.set(path, text);
      for (const next of await this.#namedBy(path, text, used)) waiting.push(next);
    }
    for (const [path, text] of taken) this.#files.set(path, text);
    for (const each of used) this.#used.add(each);
    this.bytes = bytes;
    return true;
  }

  all(): Record<string, string> {
    const files = [...this.#files];
    for (const { name, version, folder, entries } of this.#used) {
      const exports = Object.fromEntries(
        [...entries].map(([subpath, path]) => [subpath, { types: `./${posix.normalize(path)}` }]),
      );
      const types = entries.get(".");
      const manifest = { name, version, ...(types !== undefined && { types }), exports };
      files.push([posix.join(folder, "package.json"), JSON.stringify(manifest)]);
    }
    return Object.fromEntries(files.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  async #namedBy(path: string, text: string, used: Set<TypedPackage>): Promise<string[]> {
    const found: string[] = [];
    for (const [, imported, kind, reference] of text.matchAll(specifiers)) {
      const name = imported ?? reference ?? "";
      const isPath = kind === "path" || name.startsWith(".");
      const next = isPath ? await this.#beside(path, name) : await this.#inPackage(path, name, used);
      if (next !== null) found.push(next);
    }
    return found;
  }

  async #beside(path: string, name: string): Promise<string | null> {
    return declared(this.#modules, posix.join(dirname(path), name));
  }

  async #inPackage(path: string, name: string, used: Set<TypedPackage>): Promise<string | null> {
    const [, packageName, rest] = /^((?:@[\w.-]+\/)?[\w.-]+)(?:\/(.+))?$/.exec(name) ?? [];
    if (packageName === undefined) return null;
    const folders = [packageName, typesName(packageName)].flatMap((each) => foldersOf(each, path));
    const found = await this.find(folders);
    if (found === null) return null;
    const subpath = rest === undefined ? "." : `./${rest}`;
    const entry = found.entries.get(subpath) ?? (await this.#byPattern(found, subpath));
    if (entry === null) return null;
    used.add(found);
    return posix.join(found.folder, entry);
  }

  async #byPattern({ folder, entries }: TypedPackage, subpath: string): Promise<string | null> {
    for (const [pattern, target] of entries) {
      const [head = "", tail = ""] = pattern.split("*");
      if (!pattern.includes("*") || !subpath.startsWith(head) || !subpath.endsWith(tail)) continue;
      const part = subpath.slice(head.length, subpath.length - tail.length);
      const found = await declared(join(this.#modules, folder), target.replaceAll("*", part));
      if (found !== null) return found;
    }
    // Packages without `exports` are open to any path.
    return entries.size > 0 ? declared(join(this.#modules, folder), subpath) : null;
  }
}
