// Route files for the pages that parts of the shell bring along: their paths stand in the route modules that
// src/client/shell/routes.ts lists, and page-host.tsx shows them.
import { quote } from "../shared/source-text.ts";
import type { FileTree } from "../stack.ts";
import { relativeImport, resolveImport } from "./relocate.ts";

const table = "src/client/shell/routes.ts";
const host = "src/components/page-host.tsx";

/** `export const trashRoutes … = […]` → the paths in its list. */
function pathsOf(module: string, name: string): string[] {
  const start = module.indexOf(`export const ${name}`);
  if (start < 0) return [];
  const end = module.indexOf("\n];", start);
  const list = module.slice(start, end < 0 ? undefined : end);
  return [...list.matchAll(/\bpath: "([^"]+)"/g)].map(([, path = ""]) => path);
}

const namesIn = (text: string, list: string): string[] =>
  [...(new RegExp(`export const ${list}[^=]*= \\[([^\\]]*)\\]`).exec(text)?.[1] ?? "").matchAll(/\.\.\.(\w+)/g)].map(
    ([, name = ""]) => name,
  );

function pagesOf(edge: FileTree, list: "partRoutes" | "bareRoutes"): string[] {
  const text = edge.get(table) ?? "";
  return namesIn(text, list).flatMap((name) => {
    const specifier = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "([^"]+)"`).exec(text)?.[1] ?? "";
    return pathsOf(edge.get(resolveImport(table, specifier)) ?? "", name);
  });
}

/** "users/:id" → "users/[id]". */
const segmentsOf = (path: string): string => path.replace(/:([A-Za-z]+)/g, "[$1]");

function page(file: string, path: string): string {
  return `import { PageHost } from ${quote(relativeImport(file, host))};

export default function Page() {
  return <PageHost path=${quote(path)} />;
}
`;
}

const bare = "src/app/(bare)";

/** `inside` is the folder with the shell around its pages; a site's bare pages are found below its base as well. */
export function emitPartPages(edge: FileTree, inside: string, base: string): Map<string, string> {
  const files = new Map<string, string>();
  const add = (folder: string, path: string): void => {
    const file = `${folder}/${segmentsOf(path)}/page.tsx`;
    files.set(file, page(file, path));
  };
  for (const path of pagesOf(edge, "partRoutes")) add(inside, path);
  const bareFolders = base === "" ? [bare] : [bare, `${bare}${base}`];
  for (const path of pagesOf(edge, "bareRoutes")) for (const folder of bareFolders) add(folder, path);
  if ([...files.keys()].some((file) => file.startsWith(`${bare}/`))) {
    const file = `${bare}/layout.tsx`;
    files.set(
      file,
      `import type { ReactNode } from "react";
import { BareShell } from ${quote(relativeImport(file, "src/components/layouts/bare-shell.tsx"))};

export default function BareLayout({ children }: { children: ReactNode }) {
  return <BareShell>{children}</BareShell>;
}
`,
    );
  }
  return files;
}
