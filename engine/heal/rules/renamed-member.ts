// A type declares a member under a name that nothing uses, while everything uses another that is like it: the declaration
// takes the name that is used.
import type { TSPropertySignature } from "@babel/types";
import { replace } from "../edits/edit.ts";
import { isModulePath, parseModule } from "../syntax/parse-module.ts";
import { nodesOf, spanOf } from "../syntax/walk.ts";
import { nearestName } from "./nearest-name.ts";
import type { Rule, RuleInput } from "./rule.ts";

const unknown = /Property '(?<name>[\w$]+)' does not exist on type '(?<type>[\w$]+)/;
const excess = /'(?<name>[\w$]+)' does not exist in type '(?<type>[\w$]+)/;

export const renamedMember: Rule = {
  name: "renamed-member",
  leaves: ["type/missing-property", "type/mismatch"],
  propose: ({ error, tree }) => {
    const { name, type } = (unknown.exec(error.excerpt) ?? excess.exec(error.excerpt))?.groups ?? {};
    if (name === undefined || type === undefined) return null;
    // One use may be a slip; several agree.
    const uses = error.related.filter(({ message }) => message.includes(`'${name}'`)).length + 1;
    if (uses < 2) return null;
    const found = [...tree].flatMap(([path, text]) => {
      if (!isModulePath(path) || !text.includes(type)) return [];
      return membersOf(path, text, type).map((member) => ({ path, text, member }));
    });
    if (found.some(({ member }) => keyOf(member) === name)) return null;
    const unused = found.filter(({ member }) => {
      const key = keyOf(member);
      const isAlike = key.startsWith(name) || name.startsWith(key) || nearestName(name, [key]) !== null;
      return isAlike && countUses(tree, key) === 1;
    });
    const [only, ...others] = unused;
    if (only === undefined || others.length > 0) return null;
    const { from, to } = spanOf(only.member.key);
    return {
      edits: [replace(only.path, only.text, from, to, name)],
      explanation: `${type} in ${only.path} declares ${keyOf(only.member)}, which nothing uses; everything uses ${name}.`,
    };
  },
};

const keyOf = (member: TSPropertySignature): string => (member.key.type === "Identifier" ? member.key.name : "");

function membersOf(path: string, text: string, type: string): TSPropertySignature[] {
  const parsed = parseModule(path, text);
  if (!parsed.ok) return [];
  for (const node of nodesOf(parsed.module.program)) {
    const isMeant =
      (node.type === "TSInterfaceDeclaration" || node.type === "TSTypeAliasDeclaration") && node.id.name === type;
    if (!isMeant) continue;
    return [...nodesOf(node)].filter(
      (each): each is TSPropertySignature => each.type === "TSPropertySignature" && keyOf(each) !== "",
    );
  }
  return [];
}

function countUses(tree: RuleInput["tree"], name: string): number {
  const word = new RegExp(`\\b${name}\\b`, "g");
  return [...tree].reduce((sum, [path, text]) => sum + (isModulePath(path) ? [...text.matchAll(word)].length : 0), 0);
}
