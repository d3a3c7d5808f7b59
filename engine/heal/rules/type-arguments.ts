// A generic type without its arguments: it gets those that the same type has elsewhere in the file, of something of the same
// name where there is one, or else wherever it is used. A record that is joined with other members holds whatever: any
// narrower value would contradict those.
import type { Node, TSTypeReference } from "@babel/types";
import { insert } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { offsetOf } from "../syntax/places.ts";
import { pathTo, childrenOf, spanOf } from "../syntax/walk.ts";
import type { Rule } from "./rule.ts";

interface Use {
  readonly type: TSTypeReference;
  /** What is declared to be of that type. */
  readonly owner: string | null;
}

export const typeArguments: Rule = {
  name: "type-arguments",
  leaves: ["type/generic-constraint"],
  propose: ({ error: { file, line, column, code }, tree }) => {
    const text = file === null ? undefined : tree.get(file);
    if (file === null || text === undefined || line === null || column === null || code !== "TS2314") return null;
    const parsed = parseModule(file, text);
    const offset = offsetOf(text, line, column);
    if (!parsed.ok || offset === null) return null;
    const chain = pathTo(parsed.module.program, offset);
    const at = chain.findLastIndex((node) => node.type === "TSTypeReference");
    const bare = chain[at];
    const name = bare?.type === "TSTypeReference" ? nameOf(bare) : null;
    if (bare?.type !== "TSTypeReference" || bare.typeArguments != null || name === null) return null;
    const uses = usesIn(parsed.module.program, null).filter(({ type }) => nameOf(type) === name);
    const owner = uses.find(({ type }) => type === bare)?.owner ?? null;
    const namesakes = uses.filter((use) => owner !== null && use.owner === owner);
    const edit = (given: string) => [insert(file, spanOf(bare.typeName).to, given)];
    const given = onlyArguments(namesakes, text) ?? onlyArguments(uses, text);
    if (given !== null) {
      const explanation = `${name} in ${file} had no arguments; it has those that it has elsewhere in the file.`;
      return { edits: edit(given), explanation };
    }
    const isJoined = chain[at - 1]?.type === "TSIntersectionType";
    if (name !== "Record" || !isJoined || uses.some(({ type }) => type.typeArguments != null)) return null;
    const explanation = `Record in ${file} had no arguments; beside other members it may hold anything.`;
    return { edits: edit("<string, unknown>"), explanation };
  },
};

const nameOf = ({ typeName }: TSTypeReference): string | null =>
  typeName.type === "Identifier" ? typeName.name : null;

/** Every named type below the node, with the innermost thing that is declared to be of it. */
function usesIn(node: Node, owner: string | null): Use[] {
  const within = ownerOf(node) ?? owner;
  const own: Use[] = node.type === "TSTypeReference" ? [{ type: node, owner: within }] : [];
  return [...own, ...childrenOf(node).flatMap((child) => usesIn(child, within))];
}

function ownerOf(node: Node): string | null {
  if (node.type === "Identifier" && node.typeAnnotation != null) return node.name;
  if (node.type !== "TSPropertySignature" && node.type !== "ClassProperty") return null;
  return node.key.type === "Identifier" ? node.key.name : null;
}

/** "<string, unknown>" where all that have arguments have the same. */
function onlyArguments(uses: readonly Use[], text: string): string | null {
  const found = new Set(
    uses.flatMap(({ type: { typeArguments: list } }) =>
      list == null ? [] : text.slice(spanOf(list).from, spanOf(list).to),
    ),
  );
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? null : only;
}
