// What the Next project takes from the edge stack's tree: the models, the API, the tests, and the components that need
// nothing but a router. Each file is written once, for both stacks; here it gets its place, its imports, and the mark of
// a client component where it needs one. What no page of the Next project reaches is left out.
import type { FileTree } from "../stack.ts";
import { importsOf, relativeImport, relocate, resolveImport, rewriteImports } from "./relocate.ts";

/** Stands in for the edge stack's router, in the names that the shared components use. */
export const navigationModule = "src/components/navigation.tsx";

const shared = /^(?:src\/(?:client|server|shared)\/|dev\/(?:sqlite-d1|libsql-d1|migrations)\.ts$|tests\/)/;
const alwaysKept =
  /^(?:migrations\/|\.github\/|dev\/browser\.test\.ts$|(?:compose\.yaml|\.editorconfig|CONTRIBUTING\.md|LICENSE)$|public\/(?:favicon\.svg|theme\.js)$)/;

/** What the edge stack's router and its pages' loaders are called there. */
const edgeRouter = /^src\/client\/(?:link\.tsx|routing\/.+)$/;

/** Where a page module of the edge stack turns from what is shown to how its router loads it. */
const routerPart = /^\/\/ For the router\.$[^]*/m;

/** The document's, which names the app; a title inside a drawing says what a part of it means. */
const pageTitle = /^ *<title>.*\bappName\b.*<\/title>\n/gm;

/** Hooks but `useId`, and event handlers: what runs in the browser alone. */
const needsBrowser = /\buse(?!Id\b)[A-Z]\w*\(|\son[A-Z]\w*=\{|\bcreateContext\(/;

/** What an app with accounts shows depends on who looks, which its browser knows. */
const asksWhoLooks = /from "[^"]*\/permissions\.ts"/;
const session = "src/client/access/session.ts";

/** Without what Next has a better way for: titles come from each page's metadata, data from the page itself. */
function withoutRouter(text: string): string {
  const stripped = text
    .replace(routerPart, "")
    .trimEnd()
    .replace(pageTitle, "")
    .replace(/^ *<Seo\b[^>]*\/>\n/gm, "");
  return stripped === text.trimEnd() ? text : withoutUnusedImports(`${stripped}\n`);
}

/** Drops names that nothing uses any more, and imports that are left without any. */
function withoutUnusedImports(text: string): string {
  const body = text.replace(/^import [^;]*;\n/gm, "");
  return text.replace(/^import (type )?\{\s([^}]+)\s\} from ("[^"]+");\n/gm, (_line, type = "", list: string, from) => {
    const names = list
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
    const used = names.filter((name) => {
      const local = name.replace(/^type /, "").replace(/^.* as /, "");
      // Not a part of a class name such as "break-words".
      return new RegExp(`(?<![-\\w]|(?<!\\.\\.)\\.)${local}(?![-\\w])`).test(body);
    });
    return used.length === 0 ? "" : `import ${type}{ ${used.join(", ")} } from ${from};\n`;
  });
}

function adapt(path: string, target: string, text: string, hasAccounts: boolean): string {
  const adapted = rewriteImports(withoutRouter(text), (specifier) => {
    const meant = specifier.startsWith(".") ? resolveImport(path, specifier) : specifier;
    if (meant === "react-router" || edgeRouter.test(meant)) return relativeImport(target, navigationModule);
    return specifier.startsWith(".") ? relativeImport(target, relocate(meant)) : specifier;
  });
  // Next resolves addresses in style sheets as files alone.
  if (path.endsWith(".css")) return adapted.replaceAll('url("@', `url("${relativeImport(target, "node_modules/@")}`);
  const isComponent = path.startsWith("src/client/") && /\.tsx?$/.test(path);
  const isClient = needsBrowser.test(adapted) || (hasAccounts && asksWhoLooks.test(adapted));
  return isComponent && isClient ? `"use client";\n\n${adapted}` : adapted;
}

/** `own` files stand above shared ones of the same path, and decide what is reached. */
export function drawShared(edge: FileTree, own: FileTree): Map<string, string> {
  const files = new Map(own);
  const offered = new Map<string, string>();
  for (const [path, text] of edge) {
    if (alwaysKept.test(path)) files.set(path, text);
    else if (shared.test(path)) offered.set(relocate(path), adapt(path, relocate(path), text, edge.has(session)));
  }
  const textOf = (path: string): string | undefined => own.get(path) ?? offered.get(path);

  const reach = (roots: readonly string[]): { found: Set<string>; isWhole: boolean } => {
    const found = new Set<string>();
    const waiting = [...roots];
    let isWhole = true;
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (found.has(path)) continue;
      const text = textOf(path);
      if (text === undefined) {
        isWhole = false;
        continue;
      }
      found.add(path);
      waiting.push(...importsOf(path, text));
    }
    return { found, isWhole };
  };

  const reached = reach([...own.keys()].filter((path) => path.startsWith("src/"))).found;
  // A test of something that only the edge stack has is not for this project.
  const isKnown = (path: string): boolean => reached.has(path) || path.startsWith("tests/") || !offered.has(path);
  for (const path of offered.keys()) {
    if (!/^tests\/.*\.test\.tsx?$/.test(path)) continue;
    const { found, isWhole } = reach([path]);
    const covered = [...found].filter((file) => file.startsWith("src/"));
    if (isWhole && covered.every(isKnown)) for (const file of found) reached.add(file);
  }
  for (const path of reached) {
    const text = textOf(path);
    if (text !== undefined) files.set(path, text);
  }
  return files;
}
