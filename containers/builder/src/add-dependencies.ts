// Packages added to a project's package.json and lockfile: npm resolves them from the registry, in a sandbox with network,
// and writes the lockfile alone; nothing is unpacked and no script runs. The caller decides what may be added.
import { z } from "zod";
import { describeDependencies } from "./dependency-store.ts";
import { type LockOptions, lockWithNpm } from "./lock-with-npm.ts";
import { RefusedInput } from "./project-path.ts";
import type { AddRequest, AddResult } from "./protocol.ts";

/** A package that brings more than these is another app. */
const mostBrought = 120;

const manifestSchema = z.looseObject({ dependencies: z.record(z.string(), z.string()).optional() });
const lockSchema = z.looseObject({ packages: z.record(z.string(), z.looseObject({})) });

export async function addDependencies(
  options: LockOptions,
  request: AddRequest,
  signal: AbortSignal,
): Promise<AddResult> {
  const before = describeDependencies(request.packageJson, request.lockfile);
  const wanted = request.add.map(({ name, range }) => `${name}@${range}`);
  const flags = ["--save-exact", "--save-prod", "--", ...wanted];
  const written = await lockWithNpm(options, before, flags, signal);
  if (!written.ok) throw new RefusedInput(`npm could not add ${wanted.join(", ")} ${written.reason}`);
  return describeResult(request, written);
}

/** The project's own files with what npm found; everything else in them stays as it was. */
function describeResult(request: AddRequest, written: { packageJson: string; lockfile: string }): AddResult {
  const manifest = manifestSchema.parse(JSON.parse(request.packageJson));
  const lock = lockSchema.parse(JSON.parse(request.lockfile));
  const newManifest = manifestSchema.parse(JSON.parse(written.packageJson));
  const newLock = lockSchema.parse(JSON.parse(describeDependencies(written.packageJson, written.lockfile).lockfile));
  const dependencies = newManifest.dependencies ?? {};
  const brought = Object.keys(newLock.packages).filter((path) => !(path in lock.packages));
  if (brought.length > mostBrought) {
    throw new RefusedInput(`This would bring ${brought.length} packages; at most ${mostBrought} may come at once.`);
  }
  const root = { ...lock.packages[""], dependencies };
  // What was locked stays as it was: adding is no reason to change the versions of anything else.
  const packages = { ...newLock.packages, ...keptOf(lock.packages, newLock.packages), "": root };
  return {
    packageJson: print({ ...manifest, dependencies }),
    lockfile: print({
      ...lock,
      packages: Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    }),
    added: request.add.map(({ name }) => ({ name, version: dependencies[name] ?? "" })),
    brought: brought.length,
  };
}

type Packages = z.infer<typeof lockSchema>["packages"];

function keptOf(before: Packages, after: Packages): Packages {
  return Object.fromEntries(
    Object.entries(before).filter(([path, entry]) => path === "" || after[path]?.["version"] === entry["version"]),
  );
}

const print = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
