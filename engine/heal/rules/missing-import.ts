// A name that is used and not imported, while exactly one file of the project exports it, or React does.
import { insert, type ReplaceEdit } from "../edits/edit.ts";
import { exportsOf, importsOf } from "../syntax/module-names.ts";
import { specifierOf } from "../syntax/module-paths.ts";
import { isModulePath, type Module, parseModule } from "../syntax/parse-module.ts";
import { spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

const named = /(?:Cannot find name |^)['"](?<name>[\w$]+)['"](?: is not defined|\.|$)/;

/** Hooks and functions of React 19, which people and models forget to import. */
const react = new Set(
  "createContext Fragment lazy memo startTransition Suspense use useActionState useCallback useContext useDeferredValue useEffect useId useLayoutEffect useMemo useOptimistic useReducer useRef useState useSyncExternalStore useTransition".split(
    " ",
  ),
);

/** Code for browsers must not reach the server's, nor the app its tests and tools. */
function sideOf(path: string): "tools" | "server" | "shared" | "client" {
  if (/^(?:tests|dev)\//.test(path)) return "tools";
  if (path.startsWith("src/server/")) return "server";
  return path.startsWith("src/shared/") ? "shared" : "client";
}

export const missingImport: Rule = {
  name: "missing-import",
  leaves: ["type/undefined-name"],
  propose: ({ error: { file, message }, tree }) => {
    const name = named.exec(message)?.groups?.["name"];
    const text = file === null ? undefined : tree.get(file);
    if (name === undefined || file === null || text === undefined) return null;
    const parsed = parseModule(file, text);
    if (!parsed.ok) return null;
    if (react.has(name)) {
      return {
        edits: [addImport(file, parsed.module, name, "react")],
        explanation: `${file} uses React's ${name}; it is imported now.`,
      };
    }
    const side = sideOf(file);
    const sources = [...tree].filter(([path, source]) => {
      const isReachable = sideOf(path) === side || sideOf(path) === "shared";
      if (path === file || !isReachable || !isModulePath(path) || !source.includes(name)) return false;
      const other = parseModule(path, source);
      return other.ok && exportsOf(other.module).names.has(name);
    });
    const [only, ...others] = sources;
    if (only === undefined || others.length > 0) return null;
    const specifier = specifierOf(file, only[0]);
    return {
      edits: [addImport(file, parsed.module, name, specifier)],
      explanation: `${file} uses ${name} of "${specifier}"; it is imported now.`,
    };
  },
};

function addImport(path: string, module: Module, name: string, specifier: string): ReplaceEdit {
  const imports = importsOf(module);
  const same = imports.find((each) => each.source.value === specifier && each.importKind !== "type");
  const last = same?.specifiers.findLast((each) => each.type === "ImportSpecifier");
  if (last !== undefined) return insert(path, spanOf(last).to, `, ${name}`);
  const line = `import { ${name} } from "${specifier}";\n`;
  const first = imports[0];
  if (first !== undefined) return insert(path, spanOf(first).from, line);
  const directive = module.program.directives.at(-1);
  if (directive !== undefined) return insert(path, spanOf(directive).to, `\n${line.trimEnd()}`);
  return insert(path, 0, `${line}\n`);
}
