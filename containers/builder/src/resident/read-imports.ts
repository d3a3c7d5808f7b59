// What a module imports of packages, from its syntax tree (ESTree).

/** Package → the names that are imported of it; null where a name does not say what is used of it. */
export type PackageImports = ReadonlyMap<string, ReadonlySet<string> | null>;

interface Node {
  type: string;
  [key: string]: unknown;
}

export function readImports(program: unknown): PackageImports {
  const imports = new Map<string, ReadonlySet<string> | null>();
  visit(program, (node) => {
    const from = (node["source"] as { value?: unknown } | null | undefined)?.value;
    if (!isPackage(from)) return;
    const names = node.type === "ImportDeclaration" ? importedNames(node["specifiers"] as Node[]) : null;
    const present = imports.get(from);
    imports.set(from, names === null || present === null ? null : new Set([...(present ?? []), ...names]));
  });
  return imports;
}

const isPackage = (name: unknown): name is string => typeof name === "string" && /^[\w@]/.test(name);

/** Null for all of a package as one object, and for what it does by being loaded. */
function importedNames(specifiers: readonly Node[]): Set<string> | null {
  if (specifiers.length === 0 || specifiers.some(({ type }) => type === "ImportNamespaceSpecifier")) return null;
  return new Set(
    specifiers.map(({ type, imported }) => {
      const { name, value } = (imported ?? {}) as { name?: string; value?: string };
      return type === "ImportDefaultSpecifier" ? "default" : (name ?? JSON.stringify(value));
    }),
  );
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) visit(each, see);
  } else if (typeof value === "object" && value !== null) {
    if ("type" in value && typeof value.type === "string") see(value as Node);
    for (const each of Object.values(value)) if (typeof each === "object") visit(each, see);
  }
}
