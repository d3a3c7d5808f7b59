// Where the files that both stacks share stand in a Next project, and the rewriting of their imports that follows.

/** The first match decides; a path without one keeps its place. */
const places: readonly (readonly [RegExp, string])[] = [
  [/^dev\/(?=sqlite-d1\.ts$|libsql-d1\.ts$|migrations\.ts$)/, "src/server/db/"],
  [/^src\/client\/components\/fields\//, "src/components/forms/"],
  [/^src\/client\/components\//, "src/components/"],
  [/^src\/client\/shell\//, "src/components/layouts/"],
  [/^src\/client\/(?=.+\.css$)/, "src/styles/"],
  [/^src\/client\/(?=[^/]+\.ts$)/, "src/lib/"],
  [/^src\/client\//, "src/components/"],
];

export function relocate(path: string): string {
  const place = places.find(([pattern]) => pattern.test(path));
  return place ? path.replace(place[0], place[1]) : path;
}

const directoryOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** "src/a/b.ts" and "../c.ts" → "src/c.ts". */
export function resolveImport(importer: string, specifier: string): string {
  const parts = directoryOf(importer).split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** The reverse: how `importer` names `target`. */
export function relativeImport(importer: string, target: string): string {
  const from = directoryOf(importer).split("/").slice(0, -1);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  const up = "../".repeat(from.length - shared);
  return `${up === "" ? "./" : up}${to.slice(shared).join("/")}`;
}

/** Static and dynamic imports, exports from, and CSS imports: before the specifier, the specifier, after it. */
const imports = /((?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|@import\s+)")([^"\n]+)(")/g;

/** The relative imports of a file, as paths. */
export function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(imports)]
    .map((match) => match[2] ?? "")
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => resolveImport(path, specifier));
}

export function rewriteImports(text: string, rename: (specifier: string) => string): string {
  return text.replace(
    imports,
    (_match, before: string, specifier: string, after: string) => before + rename(specifier) + after,
  );
}
