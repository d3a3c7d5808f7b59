// A lockfile for a package.json, made anew: as a project's own `npm install --package-lock-only` would write it.
import { z } from "zod";
import { describeDependencies, describeManifest } from "./dependency-store.ts";
import { refuseForeign } from "./refuse-foreign.ts";
import { type LockOptions, lockWithNpm } from "./lock-with-npm.ts";
import { RefusedInput } from "./project-path.ts";
import type { LockfileRequest } from "./protocol.ts";

const manifestSchema = z.looseObject({ name: z.string().optional(), version: z.string().optional() });
const withoutName = ({ name: _name, version: _version, ...rest }: Record<string, unknown> = {}) => rest;

const lockSchema = z.looseObject({ packages: z.record(z.string(), z.looseObject({})) });

export async function makeLockfile(
  options: LockOptions,
  request: LockfileRequest,
  signal: AbortSignal,
): Promise<string> {
  const wanted = describeManifest(request.packageJson);
  refuseForeign(wanted);
  const before = request.lockfile === null ? null : describeDependencies(request.packageJson, request.lockfile);
  const written = await lockWithNpm(options, before ?? { packageJson: wanted, lockfile: null }, [], signal);
  if (!written.ok) throw new RefusedInput(`npm could not make a lockfile ${written.reason}`);
  // As a build will read it: with addresses left out and nothing but packages of the registry.
  const { name = "app", version = "0.0.0" } = manifestSchema.parse(JSON.parse(request.packageJson));
  const lock = lockSchema.parse(JSON.parse(describeDependencies(written.packageJson, written.lockfile).lockfile));
  const { packages, ...rest } = lock;
  const named = { ...packages, "": { name, version, ...withoutName(packages[""]) } };
  return `${JSON.stringify({ name, version, ...withoutName(rest), packages: named }, null, 2)}\n`;
}
