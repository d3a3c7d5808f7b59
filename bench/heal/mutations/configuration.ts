// Manifests, lockfiles and the settings of tools.
import { atNode, inText, type Mutation, type Subject, swap } from "./mutation.ts";
import { importsOf } from "#engine/heal/syntax/module-names.ts";
import { spanOf } from "#engine/heal/syntax/walk.ts";
import { insertAt, put } from "./mutation.ts";

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

/** package.json as it is written, with one thing different; the lockfile too, where `alike`. */
function inManifest(change: (manifest: Manifest) => void, alike: boolean): Mutation["apply"] {
  return ({ tree }) => {
    const manifest = JSON.parse(tree.get("package.json") ?? "{}") as Manifest;
    change(manifest);
    const changes = new Map([["package.json", `${JSON.stringify(manifest, null, 2)}\n`]]);
    if (!alike) return changes;
    const lock = JSON.parse(tree.get("package-lock.json") ?? "{}") as { packages: Record<string, Manifest> };
    lock.packages[""] = { ...lock.packages[""], ...manifest };
    return changes.set("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
  };
}

const dropComma = (text: string, { random }: Subject): string | null => {
  const commas = [...text.matchAll(/,(?=\n)/g)].map(({ index }) => index);
  const at = random.pick(commas);
  return at === undefined ? null : text.slice(0, at) + text.slice(at + 1);
};

const inJson =
  (path: string): Mutation["apply"] =>
  (subject) => {
    const changed = dropComma(subject.tree.get(path) ?? "", subject);
    return changed === null ? null : new Map([[path, changed]]);
  };

export const configurationMutations: readonly Mutation[] = [
  { kind: "package-json-comma", leaves: ["configuration/json"], apply: inJson("package.json") },
  { kind: "tsconfig-comma", leaves: ["configuration/json"], apply: inJson("tsconfig.json") },
  { kind: "oxlintrc-comma", leaves: ["configuration/json", "configuration/invalid"], apply: inJson(".oxlintrc.json") },
  {
    kind: "unknown-compiler-option",
    leaves: ["configuration/invalid"],
    apply: inText(
      ["tsconfig.json"],
      swap('"skipLibCheck": true,', '"skipLibCheck": true,\n    "skipTypeCheck": true,'),
    ),
  },
  {
    kind: "wrong-compiler-value",
    leaves: ["configuration/invalid"],
    apply: inText(["tsconfig.json"], swap('"moduleResolution": "Bundler"', '"moduleResolution": "Bundle"')),
  },
  {
    kind: "unknown-lint-rule",
    leaves: ["configuration/invalid"],
    apply: inText([".oxlintrc.json"], swap('"no-shadow": "off"', '"no-shadowing": "error"')),
  },
  {
    kind: "page-script-gone",
    leaves: ["configuration/missing-file"],
    stack: "edge",
    apply: inText(["index.html"], swap("/src/client/main.tsx", "/src/client/index.tsx")),
  },
  {
    kind: "entry-gone",
    leaves: ["configuration/missing-file"],
    stack: "edge",
    apply: inText(["vite.config.ts"], swap("src/server/index.ts", "src/server/main.ts")),
  },
  {
    kind: "compiler-types-gone",
    leaves: ["dependency/types-missing"],
    apply: inText(["tsconfig.json"], swap('"node"]', '"node", "jest"]')),
  },
  {
    kind: "configuration-throws",
    leaves: ["configuration/invalid", "type/undefined-name"],
    apply: inText(["vite.config.ts"], (text) =>
      text.replace(/plugins: \[(?<first>\w+)\(/, "plugins: [$<first>Plugin("),
    ),
  },
  {
    kind: "tailwind-directives",
    // Never alone, as the seeds were drawn when nothing noticed it.
    isSilent: true,
    leaves: ["configuration/invalid", "type/undefined-name", "runtime/import"],
    apply: inText(
      ["src/client/styles.css", "src/styles/styles.css"],
      swap('@import "tailwindcss";', "@tailwind base;\n@tailwind components;\n@tailwind utilities;"),
    ),
  },
  {
    kind: "tailwind-old-utility",
    leaves: ["type/undefined-name"],
    apply: (subject) => {
      const old = subject.random.pick([
        "bg-opacity-50",
        "flex-shrink-0",
        "overflow-ellipsis",
        "flex-grow",
        "decoration-slice",
        "text-opacity-75",
      ]);
      return inText(
        ["src/client/styles.css", "src/styles/styles.css"],
        (text) => `${text}\n.note {\n  @apply ${old};\n}\n`,
      )(subject);
    },
  },
  {
    kind: "style-sheet-gone",
    leaves: ["runtime/import", "configuration/missing-file"],
    apply: inText(["src/client/styles.css", "src/styles/styles.css"], swap('"./theme.css"', '"./themes.css"')),
  },
  {
    kind: "lockfile-behind",
    leaves: ["dependency/lockfile"],
    apply: inManifest((manifest) => (manifest.dependencies["clsx"] = "2.1.1"), false),
  },
  {
    kind: "version-drifted",
    leaves: ["dependency/lockfile", "dependency/version-conflict"],
    apply: inManifest((manifest) => (manifest.dependencies["zod"] = "4.5.0"), false),
  },
  {
    kind: "version-unknown",
    leaves: ["dependency/version-conflict", "dependency/lockfile"],
    apply: inManifest((manifest) => (manifest.dependencies["zod"] = "4.999.0"), true),
  },
  {
    kind: "peers-apart",
    leaves: ["dependency/peer", "dependency/lockfile"],
    apply: inManifest((manifest) => (manifest.dependencies["react"] = "17.0.2"), true),
  },
  {
    kind: "lockfile-broken",
    leaves: ["configuration/json", "dependency/lockfile"],
    apply: inText(["package-lock.json"], (text) => text.slice(0, Math.floor(text.length * 0.7))),
  },
  {
    kind: "drop-use-client",
    // Most are drawn by a file that says it too; vinext sees the others when a page is asked for.
    isSilent: true,
    leaves: ["runtime/boundary"],
    stack: "next",
    weight: 3,
    apply: atNode(/^src\/components\/.*\.tsx$/, ({ node, module, text }) => {
      if (node.type !== "Program" || !/\buse(?:State|Effect|Ref)\(/.test(text)) return null;
      const directive = module.program.directives[0];
      return directive === undefined
        ? null
        : [{ from: spanOf(directive).from, to: spanOf(directive).to + 1, text: "" }];
    }),
  },
  {
    kind: "synchronous-params",
    isSilent: true,
    leaves: ["type/mismatch", "configuration/invalid", "type/generic-constraint"],
    stack: "next",
    weight: 3,
    apply: atNode(/^src\/app\/.*page\.tsx$/, ({ node, text }) => {
      if (node.type !== "TSTypeReference" || node.typeName.type !== "Identifier" || node.typeName.name !== "Promise")
        return null;
      const inner =
        node.typeArguments?.type === "TSTypeParameterInstantiation" ? node.typeArguments.params[0] : undefined;
      return inner?.type === "TSTypeLiteral" ? [put(node, text.slice(spanOf(inner).from, spanOf(inner).to))] : null;
    }),
  },
  {
    kind: "unwaited-params",
    leaves: ["type/missing-property"],
    stack: "next",
    weight: 3,
    apply: atNode(/^src\/app\/.*page\.tsx$/, ({ node, text }) => {
      if (
        node.type !== "AwaitExpression" ||
        !/^(?:params|searchParams)$/.test(text.slice(spanOf(node.argument).from, spanOf(node.argument).to))
      )
        return null;
      return [{ from: spanOf(node).from, to: spanOf(node.argument).from, text: "" }];
    }),
  },
  {
    kind: "page-without-default",
    leaves: ["configuration/invalid", "runtime/export"],
    stack: "next",
    weight: 2,
    apply: atNode(/^src\/app\/.*page\.tsx$/, ({ node, text }) => {
      if (node.type !== "ExportDefaultDeclaration") return null;
      const { from } = spanOf(node);
      return text.startsWith("export default async function", from) || text.startsWith("export default function", from)
        ? [{ from, to: from + "export default ".length, text: "export " }]
        : null;
    }),
  },
  {
    kind: "server-in-browser",
    leaves: ["runtime/boundary", "runtime/import"],
    stack: "next",
    apply: atNode(/^src\/components\/pages\/\w+\.tsx$/, ({ node, module }) => {
      const [first] = importsOf(module);
      return node.type === "Program" && first !== undefined && module.program.directives.length > 0
        ? [
            insertAt(spanOf(first).from, 'import { connect } from "../../server/db/client.ts";\n'),
            insertAt(spanOf(node).to, "\nexport const opened = typeof connect;\n"),
          ]
        : null;
    }),
  },
];
