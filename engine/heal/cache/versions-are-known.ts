// Versions in package.json are the stack's own, never what stood in another app when the fix was learned: there it may have
// gone with other packages, and by now it may be old.
import type { Tree } from "../edits/edit.ts";
import type { Manifest } from "../rules/rule.ts";

const path = "package.json";
const lists = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies", "overrides", "engines"];

/** False where a fix writes a version that the stack's own manifest does not have for this name. */
export function versionsAreKnown(before: Tree, after: Tree, manifest: Manifest | null | undefined): boolean {
  const [then, now] = [before.get(path), after.get(path)];
  if (now === undefined || now === then) return true;
  const written = versionsOf(now);
  if (written === null) return false;
  const [old, known] = [versionsOf(then), versionsOf(manifest?.packageJson)];
  // What could not be read before says nothing of what was there: it is the same text with a comma or a bracket more.
  if (old === null) return [...written].every(([name, version]) => then?.includes(`"${wordsOf(name)}": "${version}"`));
  return [...written].every(([name, version]) => old.get(name) === version || known?.get(name) === version);
}

const wordsOf = (key: string): string => key.slice(key.indexOf(" ") + 1);

/** By list and name; null where it cannot be read. */
function versionsOf(text: string | undefined): Map<string, string> | null {
  try {
    const parsed = JSON.parse(text ?? "") as Record<string, unknown>;
    return new Map(
      lists.flatMap((list) =>
        Object.entries(parsed[list] ?? {}).flatMap(([name, version]): [string, string][] =>
          typeof version === "string" ? [[`${list} ${name}`, version]] : [],
        ),
      ),
    );
  } catch {
    return null;
  }
}
