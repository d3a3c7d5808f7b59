// Configuration that is not as the generator wrote it: what a simplified build puts back. package.json is not among it, since
// it says what the app is made of.
import type { FailedVersion } from "./read-failed-version.ts";

const configuration =
  /^(?:(?:vite|vitest|next|drizzle|postcss|tailwind)[\w.-]*\.config\.[cm]?[jt]s|tsconfig[\w.-]*\.json|\.oxlintrc\.json|\.npmrc|\.env|wrangler\.(?:toml|jsonc?)|(?:next|vite)-env\.d\.ts)$/;

/** Paths that differ, were added or are gone. */
export function ownConfiguration({ files, generated }: Pick<FailedVersion, "files" | "generated">): string[] {
  return [...new Set([...Object.keys(files), ...Object.keys(generated)])]
    .filter((path) => configuration.test(path) && files[path]?.sha256 !== generated[path]?.sha256)
    .sort();
}
