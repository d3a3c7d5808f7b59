// A name that is used and not imported, while exactly one file of the project exports it, or a package of the stack does.
import { addImport, type ImportSource } from "../edits/add-import.ts";
import type { Tree } from "../edits/edit.ts";
import { packageOf } from "../signature/canonical-faults.ts";
import { exportsOf, importsOf } from "../syntax/module-names.ts";
import { specifierOf } from "../syntax/module-paths.ts";
import { isModulePath, type Module, parseModule } from "../syntax/parse-module.ts";
import type { Rule } from "./rule.ts";

const named = /(?:Cannot find name |^)['"](?<name>[\w$]+)['"](?: is not defined|\.|$)/;

/** What the stacks' own packages export, and people and models forget to import. */
const known: Readonly<Record<string, { readonly values: string; readonly types: string }>> = {
  react: {
    values:
      "createContext Fragment lazy memo startTransition Suspense use useActionState useCallback useContext useDeferredValue useEffect useId useLayoutEffect useMemo useOptimistic useReducer useRef useState useSyncExternalStore useTransition",
    types:
      "ComponentProps ComponentType CSSProperties Dispatch MouseEventHandler PropsWithChildren ReactElement ReactNode RefObject SetStateAction AnimationEvent ClipboardEvent CompositionEvent DragEvent FocusEvent KeyboardEvent MouseEvent PointerEvent TouchEvent TransitionEvent UIEvent WheelEvent",
  },
  hono: { values: "Hono", types: "MiddlewareHandler" },
  "hono/http-exception": { values: "HTTPException", types: "" },
  "drizzle-orm": {
    values:
      "and asc count desc eq getTableColumns gt gte inArray isNotNull isNull like lt lte ne not notInArray or sql sum",
    types: "AnyColumn InferInsertModel InferSelectModel SQL",
  },
  "drizzle-orm/sqlite-core": {
    values: "customType index integer primaryKey real sqliteTable sqliteView uniqueIndex",
    types: "AnySQLiteColumn SQLiteColumn SQLiteTable",
  },
  zod: { values: "z", types: "" },
  "next/navigation": {
    values: "notFound redirect useParams usePathname useRouter useSearchParams",
    types: "",
  },
  "next/headers": { values: "cookies headers", types: "" },
  "next/cache": { values: "revalidatePath revalidateTag", types: "" },
  next: { values: "", types: "Metadata MetadataRoute Viewport" },
};

/** What React calls its events is what browsers call theirs: without the import another type of that name is meant. */
const events = new Set(
  "AnimationEvent ClipboardEvent CompositionEvent DragEvent FocusEvent KeyboardEvent MouseEvent PointerEvent TouchEvent TransitionEvent UIEvent WheelEvent".split(
    " ",
  ),
);
const twoOfAName =
  /'(?<name>\w+)<.*>' (?:is missing the following properties from|is not assignable to) type '\k<name>'/;

function shadowed(said: string): string | undefined {
  const name = twoOfAName.exec(said)?.groups?.["name"];
  return name !== undefined && events.has(name) ? name : undefined;
}

/** Code for browsers must not reach the server's, nor the app its tests and tools. */
function sideOf(path: string): "tools" | "server" | "shared" | "client" {
  if (/^(?:tests|dev)\//.test(path)) return "tools";
  if (path.startsWith("src/server/")) return "server";
  return path.startsWith("src/shared/") ? "shared" : "client";
}

export const missingImport: Rule = {
  name: "missing-import",
  leaves: ["type/undefined-name", "type/missing-property", "type/mismatch"],
  propose: ({ error: { file, message, excerpt }, tree }) => {
    const name = shadowed(`${message}\n${excerpt}`) ?? named.exec(message)?.groups?.["name"];
    const text = file === null ? undefined : tree.get(file);
    if (name === undefined || file === null || text === undefined) return null;
    const parsed = parseModule(file, text);
    if (!parsed.ok || isImported(parsed.module, name)) return null;
    const found = fromPackage(tree, name) ?? fromProject(tree, file, name);
    if (found === null) return null;
    return {
      edits: [addImport(file, parsed.module, name, found)],
      explanation: `${file} uses ${name} of "${found.specifier}"; it is imported now.`,
    };
  },
};

const isImported = (module: Module, name: string): boolean =>
  importsOf(module).some(({ specifiers }) => specifiers.some(({ local }) => local.name === name));

/** Of a package that the app has, where no file of its own exports something by that name. */
function fromPackage(tree: Tree, name: string): ImportSource | null {
  const manifest = tree.get("package.json");
  const sources = Object.entries(known).flatMap(([specifier, { values, types }]) => {
    const isType = types.split(" ").includes(name);
    if (!isType && !values.split(" ").includes(name)) return [];
    // Without a manifest there is nothing but the framework that everything here is drawn with.
    const isThere = manifest === undefined ? specifier === "react" : manifest.includes(`"${packageOf(specifier)}"`);
    return isThere ? [{ specifier, isType }] : [];
  });
  const [only, ...others] = sources;
  if (only === undefined || others.length > 0) return null;
  return exportersOf(tree, name, () => true).length > 0 ? null : only;
}

function fromProject(tree: Tree, file: string, name: string): ImportSource | null {
  const side = sideOf(file);
  const isReachable = (path: string): boolean => path !== file && (sideOf(path) === side || sideOf(path) === "shared");
  const [only, ...others] = exportersOf(tree, name, isReachable);
  if (only === undefined || others.length > 0) return null;
  return { specifier: specifierOf(file, only.path), isType: only.isType };
}

function exportersOf(tree: Tree, name: string, fits: (path: string) => boolean): { path: string; isType: boolean }[] {
  return [...tree].flatMap(([path, source]) => {
    if (!fits(path) || !isModulePath(path) || !source.includes(name)) return [];
    const other = parseModule(path, source);
    if (!other.ok || !exportsOf(other.module).names.has(name)) return [];
    const isType = other.module.program.body.some(
      (statement) =>
        statement.type === "ExportNamedDeclaration" &&
        (statement.declaration?.type === "TSInterfaceDeclaration" ||
          statement.declaration?.type === "TSTypeAliasDeclaration") &&
        statement.declaration.id.name === name,
    );
    return [{ path, isType }];
  });
}
