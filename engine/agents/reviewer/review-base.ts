// What a change is reviewed against.

type Files = ReadonlyMap<string, string>;

/**
 * The generated tree, and where the code is not the generator's, the version before: a modification is reviewed for what it
 * changed, not for everything that was ever written by hand.
 */
export function reviewBase(generated: Files, earlier: Files, tree: Files): Files {
  const base = new Map(generated);
  for (const [path, text] of tree) {
    const before = earlier.get(path);
    if (before !== undefined && generated.get(path) !== text) base.set(path, before);
  }
  return base;
}
