// package.json or the lockfile asks for versions that do not go together, or cannot be had, while the stack knows a set that
// does. Its own packages get those versions again; with nothing added to them, the lockfile is the stack's too.
import { difference, type Edit } from "../edits/edit.ts";
import type { Rule } from "./rule.ts";

const fields = ["dependencies", "devDependencies"] as const;
type Versions = Record<string, Record<string, string> | undefined>;

export const knownVersions: Rule = {
  name: "known-versions",
  leaves: ["dependency/lockfile", "dependency/version-conflict", "dependency/peer", "network/registry"],
  propose: ({ tree, manifest = null, error: { tool, code } }) => {
    const text = tree.get("package.json");
    const known = manifest === null ? null : readVersions(manifest.packageJson);
    const asked = text === undefined ? null : readVersions(text);
    // A registry that is away is another thing than content that is not what the lockfile says.
    if (manifest === null || known === null || asked === null || text === undefined) return null;
    if (tool === "npm" && /^E(?:CONN|TIMEDOUT|AI_AGAIN|NOTFOUND|5)/.test(code ?? "")) return null;
    const edits: Edit[] = [];
    const aligned = align(text, asked, known);
    if (aligned !== text) edits.push(difference("package.json", text, aligned));
    const lockfile = tree.get("package-lock.json");
    if (isSameSet(readVersions(aligned), known) && lockfile !== manifest.lockfile) {
      edits.push(
        lockfile === undefined
          ? { kind: "create", path: "package-lock.json", text: manifest.lockfile }
          : difference("package-lock.json", lockfile, manifest.lockfile),
      );
    }
    if (edits.length === 0) return null;
    return {
      edits,
      explanation: "Versions of packages did not go together; those that the stack was tried with are back.",
    };
  },
};

function readVersions(text: string): Versions | null {
  try {
    return JSON.parse(text) as Versions;
  } catch {
    return null;
  }
}

/** Line by line, so that the file's layout stays. */
function align(text: string, asked: Versions, known: Versions): string {
  let result = text;
  for (const field of fields) {
    for (const [name, version] of Object.entries(known[field] ?? {})) {
      const now = asked[field]?.[name];
      if (now === undefined || now === version) continue;
      result = result.replace(`${JSON.stringify(name)}: ${JSON.stringify(now)}`, () => `"${name}": "${version}"`);
    }
  }
  return result;
}

function isSameSet(one: Versions | null, other: Versions): boolean {
  const sorted = (versions: Versions, field: string): string =>
    JSON.stringify(Object.entries(versions[field] ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return one !== null && fields.every((field) => sorted(one, field) === sorted(other, field));
}
