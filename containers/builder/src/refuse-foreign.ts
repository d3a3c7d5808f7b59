import { RefusedInput } from "./project-path.ts";

/** Anything that names a place rather than a version: git, files, addresses. An alias names a package of the registry. */
const elsewhere = /^(?!npm:).*[:/]/;

/** `packageJson`: of `describeManifest`. Where no lockfile says what comes, its versions must be the registry's. */
export function refuseForeign(packageJson: string): void {
  const foreign = findForeign(JSON.parse(packageJson));
  if (foreign === null) return;
  throw new RefusedInput(`package.json asks for "${foreign}"; only packages of the registry can be installed.`);
}

/** The first version in the lists of dependencies, also deep in `overrides`, that is none. */
function findForeign(value: unknown): string | null {
  if (typeof value === "string") return elsewhere.test(value) ? value : null;
  if (typeof value !== "object" || value === null) return null;
  for (const each of Object.values(value)) {
    const found = findForeign(each);
    if (found !== null) return found;
  }
  return null;
}
