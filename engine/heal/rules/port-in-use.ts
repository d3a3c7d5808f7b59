// A port that is written into the app and taken already, while nothing in the app asks for it by its number: any free one does.
import { type Edit, replace, type Tree } from "../edits/edit.ts";
import { isModulePath, parseModule } from "../syntax/parse-module.ts";
import { nodesOf, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

const taken = /(?:EADDRINUSE|in use).*?:(?<port>\d{2,5})\b/;

export const portInUse: Rule = {
  name: "port-in-use",
  leaves: ["resource/port"],
  propose: ({ error: { message }, tree }) => {
    const port = taken.exec(message)?.groups?.["port"];
    if (port === undefined) return null;
    const edits = listensTo(tree, Number(port));
    return edits === null || edits.length === 0
      ? null
      : {
          edits,
          explanation: `Port ${port} is taken; nothing asks for it by its number, so any free one is listened to.`,
        };
  },
};

/** Null where the number stands anywhere else: somebody may be told to find the app there. */
function listensTo(tree: Tree, port: number): Edit[] | null {
  const written = new RegExp(`(?<![\\d.])${[...String(port)].join("_?")}(?![\\d.])`, "g");
  const edits: Edit[] = [];
  for (const [path, text] of tree) {
    if (path === "package-lock.json") continue;
    const count = [...text.matchAll(written)].length;
    if (count === 0) continue;
    const parsed = isModulePath(path) ? parseModule(path, text) : null;
    if (!parsed?.ok) return null;
    const found = [...nodesOf(parsed.module.program)].flatMap((node) => {
      if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return [];
      const { property } = node.callee;
      const [first] = node.arguments;
      const listens = property.type === "Identifier" && property.name === "listen";
      return listens && first?.type === "NumericLiteral" && first.value === port ? [first] : [];
    });
    if (found.length !== count) return null;
    edits.push(...found.map((node) => replace(path, text, spanOf(node).from, spanOf(node).to, "0")));
  }
  return edits;
}
