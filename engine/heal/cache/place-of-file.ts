// Which file a change is in, as seen from the error.
import type { Tree } from "../edits/edit.ts";
import { joinSpecifier, resolveSpecifier } from "../syntax/module-paths.ts";
import type { Place } from "./fix.ts";

/** Files that every app has under the same name. */
export const commonPaths: ReadonlySet<string> = new Set([
  ".env.example",
  "drizzle.config.ts",
  "index.html",
  "next.config.ts",
  "package.json",
  "src/client/styles.css",
  "tsconfig.json",
  "vite.config.ts",
  "vitest.config.ts",
  "wrangler.toml",
]);

const importedPath = /^path(?<index>\d)$/;

/** Names a file so that the same one can be found in another app: by its part in the error where it has one. */
export function placeOf(path: string, errorFile: string | null, holes: ReadonlyMap<string, string>, tree: Tree): Place {
  if (path === errorFile) return { in: "error" };
  for (const [hole, specifier] of holes) {
    const index = importedPath.exec(hole)?.groups?.["index"];
    if (index === undefined || errorFile === null) continue;
    const target = resolveSpecifier(tree, errorFile, specifier) ?? joinSpecifier(errorFile, specifier);
    if (target === path) return { in: "import", path: Number(index) };
  }
  return { in: "path", path };
}

/** The path in this tree; null where nothing is meant. The file need not exist. */
export function pathOfPlace(
  place: Place,
  errorFile: string | null,
  holes: ReadonlyMap<string, string>,
  tree: Tree,
): string | null {
  switch (place.in) {
    case "error":
      return errorFile;
    case "path":
      return place.path;
    case "import": {
      const specifier = holes.get(`path${place.path}`);
      if (specifier === undefined || errorFile === null) return null;
      return resolveSpecifier(tree, errorFile, specifier) ?? joinSpecifier(errorFile, specifier);
    }
    default:
      return place satisfies never;
  }
}
