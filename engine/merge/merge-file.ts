// One file that user and generator both changed.
import type { KeptFile, KeptPlace } from "./kept.ts";
import { mergeJson } from "./merge-json.ts";
import { linesOf, mergeText } from "./merge-text.ts";

export interface MergedFile {
  /** null: the user's bytes stand as they are. */
  text: string | null;
  /** null: everything of both sides is in it. */
  kept: Omit<KeptFile, "path"> | null;
}

/** Comparing grows with the product of both lengths. */
const mostLines = 8_000;
const lockfiles = new Set(["package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"]);

/** A side is null when it is not UTF-8. */
export function mergeFile(
  path: string,
  base: string | null,
  yours: string | null,
  generated: string | null,
): MergedFile {
  if (lockfiles.has(path.split("/").at(-1) ?? "")) return whole("lockfile");
  if (base === null || yours === null || generated === null) return whole("unmergeable");
  const json = path.endsWith(".json") ? mergeJson(base, yours, generated) : null;
  if (json) return mergedTo(json.text, json.places);
  if ([base, yours, generated].some((text) => linesOf(text).length > mostLines)) return whole("unmergeable");
  const { text, places } = mergeText(base, yours, generated);
  return mergedTo(text, places);
}

const whole = (reason: KeptFile["reason"]): MergedFile => ({ text: null, kept: { reason, places: [] } });

const mergedTo = (text: string, places: KeptPlace[]): MergedFile => ({
  text,
  kept: places.length === 0 ? null : { reason: "conflict", places },
});
