// What modules ask of each other and of packages.
import type { ImportDeclaration } from "@babel/types";
import { declaredNames, importedName, importsOf } from "#engine/heal/syntax/module-names.ts";
import { isRelative } from "#engine/heal/syntax/module-paths.ts";
import { usesOf } from "#engine/heal/syntax/uses-of.ts";
import { spanOf } from "#engine/heal/syntax/walk.ts";
import { atNode, insertAt, type Mutation, type Place, put, type Site, slip, sources } from "./mutation.ts";

type ImportPlace = Place & { readonly node: ImportDeclaration };

const isRelativeImport = (place: Place): place is ImportPlace =>
  place.node.type === "ImportDeclaration" &&
  isRelative(place.node.source.value) &&
  /\.tsx?$/.test(place.node.source.value);

/** The same import with another path. */
const elsewhere = (change: (specifier: string, place: Place) => string | null): Mutation["apply"] =>
  atNode(sources, (place) => {
    if (place.node.type !== "ImportDeclaration" || !isRelative(place.node.source.value)) return null;
    const { source } = place.node;
    const changed = change(source.value, place);
    return changed === null || changed === source.value ? null : [put(source, JSON.stringify(changed))];
  });

const fileName = /[^/]+(?=\.tsx?$)/;

export const moduleMutations: readonly Mutation[] = [
  {
    kind: "slip-in-path",
    leaves: ["runtime/import"],
    apply: elsewhere((specifier, { random }) => {
      const name = fileName.exec(specifier)?.[0];
      return name === undefined || name.length < 4 ? null : specifier.replace(fileName, slip(name, random));
    }),
  },
  {
    kind: "wrong-extension",
    leaves: ["runtime/import"],
    apply: elsewhere((specifier) =>
      specifier.endsWith(".tsx")
        ? specifier.replace(/x$/, "")
        : specifier.endsWith(".ts")
          ? specifier.replace(/\.ts$/, ".tsx")
          : null,
    ),
  },
  {
    kind: "wrong-depth",
    leaves: ["runtime/import"],
    apply: elsewhere((specifier) =>
      specifier.startsWith("../../") ? specifier.slice(3) : specifier.startsWith("../") ? `../${specifier}` : null,
    ),
  },
  {
    kind: "wrong-case",
    leaves: ["runtime/import"],
    apply: elsewhere((specifier) => specifier.replace(fileName, (name) => name[0]?.toUpperCase() + name.slice(1))),
  },
  {
    kind: "alias-path",
    leaves: ["dependency/missing", "runtime/import"],
    apply: atNode(sources, (place) => {
      if (!isRelativeImport(place)) return null;
      const tail = place.node.source.value.replace(/^(?:\.{1,2}\/)+/, "");
      return place.node.source.value.startsWith("../") ? [put(place.node.source, JSON.stringify(`@/${tail}`))] : null;
    }),
  },
  {
    kind: "file-gone",
    leaves: ["runtime/import"],
    weight: 0.5,
    apply: ({ tree, random }) => {
      const path = random.pick(
        [...tree.keys()].filter((each) => /^src\/(?:shared|server\/resource|client|components)\/.*\.tsx?$/.test(each)),
      );
      return path === undefined ? null : new Map([[path, null]]);
    },
  },
  {
    kind: "default-for-named",
    leaves: ["runtime/export"],
    apply: atNode(sources, (place) => {
      if (!isRelativeImport(place) || place.node.importKind === "type") return null;
      const [only, ...others] = place.node.specifiers;
      if (only?.type !== "ImportSpecifier" || others.length > 0 || only.importKind === "type") return null;
      const open = place.text.indexOf("{", spanOf(place.node).from);
      const close = place.text.indexOf("}", open);
      return [{ from: open, to: close + 1, text: only.local.name }];
    }),
  },
  {
    kind: "named-for-default",
    leaves: ["runtime/export"],
    weight: 0.5,
    apply: atNode(/\.tsx?$/, ({ node }) => {
      const only = node.type === "ImportDeclaration" ? node.specifiers[0] : undefined;
      return only?.type === "ImportDefaultSpecifier" ? [put(only, `{ ${only.local.name} }`)] : null;
    }),
  },
  {
    kind: "drop-export",
    leaves: ["runtime/export"],
    apply: atNode(/^src\/(?:shared|server)\/.*\.ts$/, ({ node, path, tree }) => {
      if (node.type !== "ExportNamedDeclaration" || !node.declaration) return null;
      const [name] = declaredNames(node.declaration);
      if (name === undefined || !isImported(tree, path, name)) return null;
      return [{ from: spanOf(node).from, to: spanOf(node.declaration).from, text: "" }];
    }),
  },
  {
    kind: "slip-in-imported",
    leaves: ["runtime/export"],
    apply: atNode(sources, (place) => {
      if (!isRelativeImport(place)) return null;
      const specifier = place.random.pick(place.node.specifiers);
      if (specifier?.type !== "ImportSpecifier" || specifier.local.name !== importedName(specifier)) return null;
      const wrong = slip(specifier.local.name, place.random);
      const uses = usesOf(place.module, specifier.local.name);
      if (!uses.isPlain || specifier.local.name.length < 4) return null;
      return uses.nodes.map((node) => ({
        from: spanOf(node).from,
        to: spanOf(node).from + specifier.local.name.length,
        text: wrong,
      }));
    }),
  },
  {
    kind: "drop-type-keyword",
    leaves: ["runtime/import"],
    apply: atNode(sources, ({ node, text }) => {
      if (node.type !== "ImportDeclaration" || node.importKind !== "type") return null;
      const { from } = spanOf(node);
      return text.startsWith("import type {", from)
        ? [{ from, to: from + "import type".length, text: "import" }]
        : null;
    }),
  },
  {
    kind: "drop-import",
    leaves: ["type/undefined-name"],
    weight: 1.5,
    apply: atNode(sources, ({ node, text }) => {
      if (node.type !== "ImportDeclaration" || node.specifiers.length !== 1) return null;
      const { from, to } = spanOf(node);
      return [{ from, to: text[to] === "\n" ? to + 1 : to, text: "" }];
    }),
  },
  {
    kind: "drop-one-import",
    leaves: ["type/undefined-name"],
    apply: atNode(sources, ({ node, random }): Site | null => {
      if (node.type !== "ImportDeclaration" || node.specifiers.length < 2) return null;
      const at = random.below(node.specifiers.length - 1);
      const [gone, next] = [node.specifiers[at], node.specifiers[at + 1]];
      if (gone?.type !== "ImportSpecifier" || next === undefined) return null;
      return [{ from: spanOf(gone).from, to: spanOf(next).from, text: "" }];
    }),
  },
  {
    kind: "known-package",
    leaves: ["dependency/missing"],
    apply: useModule('import { differenceInDays } from "date-fns";', "differenceInDays(0, 0)"),
  },
  {
    kind: "invented-package",
    leaves: ["dependency/missing"],
    apply: useModule('import { titleCase } from "nexus-title-case";', 'titleCase("a")'),
  },
  {
    kind: "slip-in-package",
    leaves: ["dependency/missing"],
    apply: atNode(sources, ({ node, random }) => {
      const name = node.type === "ImportDeclaration" ? node.source.value : "";
      if (node.type !== "ImportDeclaration" || !/^(?:hono|drizzle-orm|react-router|zod)/.test(name)) return null;
      const [base = "", ...rest] = name.split("/");
      return [put(node.source, JSON.stringify([slip(base, random), ...rest].join("/")))];
    }),
  },
  {
    kind: "package-without-types",
    leaves: ["dependency/types-missing"],
    weight: 0.5,
    apply: useModule('import picomatch from "picomatch";', 'picomatch("*")'),
  },
];

/** An import above the others, and a use of it that is exported, so that it is not unused. */
function useModule(line: string, use: string): Mutation["apply"] {
  return atNode(/^src\/shared\/[\w-]+\.ts$/, ({ node, module, text }) => {
    if (node.type !== "Program") return null;
    const [first] = importsOf(module);
    const at = first === undefined ? 0 : spanOf(first).from;
    return [insertAt(at, `${line}\n`), insertAt(text.length, `\nexport const extra = ${use};\n`)];
  });
}

function isImported(tree: ReadonlyMap<string, string>, path: string, name: string): boolean {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const asked = new RegExp(`import [^;]*\\b${name}\\b[^;]*/${file.replace(".", "\\.")}"`);
  return [...tree].some(([other, text]) => other.startsWith("src/") && other !== path && asked.test(text));
}
