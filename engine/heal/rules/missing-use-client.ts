// A file that needs the browser (a hook of React, an event) is drawn by the server: it says "use client" at its top.
import { insert } from "../edits/edit.ts";
import { exportsOf } from "../syntax/module-names.ts";
import { type Module, parseModule } from "../syntax/parse-module.ts";
import type { Rule } from "./rule.ts";

const asked =
  /"use client"|'use client'|only works? in a Client Component|is not a function.*Server Component|createContext only works/i;

export const missingUseClient: Rule = {
  name: "missing-use-client",
  leaves: ["runtime/boundary"],
  propose: ({ error: { file, message, excerpt }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || !asked.test(`${message}\n${excerpt}`)) return null;
    // What runs on the server alone cannot be sent to browsers.
    if (/(?:^|\/)server\/|^next\.config|\/route\.[jt]s$|(?:^|\/)actions?\//.test(file)) return null;
    const parsed = parseModule(file, text);
    if (!parsed.ok || parsed.module.program.directives.length > 0) return null;
    const exportsServerOnly = isDrawnByServer(parsed.module);
    if (exportsServerOnly) return null;
    return {
      edits: [insert(file, 0, '"use client";\n\n')],
      explanation: `${file} uses what only browsers have, so it is marked "use client".`,
    };
  },
};

const serverOnly = ["metadata", "generateMetadata", "dynamic", "revalidate", "generateStaticParams"];

/** Pages that wait or describe themselves cannot run in browsers. */
function isDrawnByServer(module: Module): boolean {
  const { names } = exportsOf(module);
  const page = module.program.body.find((statement) => statement.type === "ExportDefaultDeclaration")?.declaration;
  const waits = page !== undefined && "async" in page && page.async === true;
  return waits || serverOnly.some((name) => names.has(name));
}
