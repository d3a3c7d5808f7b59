// Configuration that is not as the generator wrote it: what a simplified build puts back. package.json is not among it, since
// it says what the app is made of.

const configuration =
  /^(?:(?:vite|vitest|next|drizzle|postcss|tailwind)[\w.-]*\.config\.[cm]?[jt]s|tsconfig[\w.-]*\.json|\.oxlintrc\.json|\.npmrc|\.env|wrangler\.(?:toml|jsonc?)|(?:next|vite)-env\.d\.ts)$/;

type Hashes = Readonly<Record<string, { readonly sha256: string }>>;

interface Contents {
  readonly files: Hashes;
  /** As the generator wrote them. */
  readonly generated: Hashes;
}

/** Paths that differ, were added or are gone. */
export function ownConfiguration({ files, generated }: Contents): string[] {
  return [...new Set([...Object.keys(files), ...Object.keys(generated)])]
    .filter((path) => configuration.test(path) && files[path]?.sha256 !== generated[path]?.sha256)
    .sort();
}
