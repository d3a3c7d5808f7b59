// A tree at a glance, for a model that should not read all of it: each path with what it exports.

const exported = /^export (?:default )?(?:async )?(?:const|function\*?|class|interface|type|enum) (\w+)/gm;

/** `most`: characters; the folders with the most files are shortened first. */
export function describeTree(tree: ReadonlyMap<string, string>, most = 14_000): string {
  const full = [...tree].map(([path, text]) => {
    const names = /\.(ts|tsx)$/.test(path) ? [...text.matchAll(exported)].map(([, name]) => name) : [];
    return { path, line: names.length > 0 ? `${path}: ${names.slice(0, 8).join(", ")}` : path };
  });
  const whole = full.map(({ line }) => line).join("\n");
  if (whole.length <= most) return whole;
  const bare = full.map(({ path }) => path).join("\n");
  if (bare.length <= most) return bare;
  return `${bare.slice(0, most)}\n… ${tree.size} files in all; list_files shows a folder.`;
}
