// Where a text that an element shows is written: in the element, in the catalogue of messages it names, or, when neither,
// in the one place of the source that says exactly this. Texts that come from records stand nowhere.
import type { JSXElement, Node } from "@babel/types";
import { isModulePath, parseModule } from "../heal/syntax/parse-module.ts";
import { childrenOf, nodesOf } from "../heal/syntax/walk.ts";
import { shown, textSpot, type TextSpot } from "./find-element.ts";

export type FoundText =
  | { kind: "element" | "catalogue" | "elsewhere"; path: string; spot: TextSpot }
  /** `path:line` of each. */
  | { kind: "many"; places: string[] }
  /** `computed`: the element's own text is put together by code. */
  | { kind: "record" | "none" };

export function findText(
  files: ReadonlyMap<string, string>,
  path: string,
  element: JSXElement,
  visible: string,
): FoundText {
  const children = element.children.filter((child) => child.type !== "JSXText" || child.value.trim() !== "");
  const texts = children.flatMap((child) => {
    if (child.type === "JSXText") return textSpot(child) ?? [];
    return child.type === "JSXExpressionContainer" ? (textSpot(child.expression, child) ?? []) : [];
  });
  const [only] = texts;
  if (only !== undefined && texts.length === 1) return { kind: "element", path, spot: only };
  const text = shown(visible);
  const named = children.flatMap((child) =>
    child.type === "JSXExpressionContainer" && child.expression.type === "MemberExpression" ? [child.expression] : [],
  );
  const [member] = named;
  if (member?.property.type === "Identifier" && named.length === 1) {
    const spots = findKeys(files, member.property.name, text);
    if (spots.length === 1 && spots[0]) return { kind: "catalogue", ...spots[0] };
  }
  if (text === "") return { kind: "none" };
  const places = findLiterals(files, text);
  if (places.length === 0) return { kind: "record" };
  if (places.length > 1 || !places[0]) {
    const lineOf = ({ path, spot }: Place): number => (files.get(path) ?? "").slice(0, spot.from).split("\n").length;
    return { kind: "many", places: places.map((place) => `${place.path}:${lineOf(place)}`) };
  }
  return { kind: "elsewhere", ...places[0] };
}

interface Place {
  path: string;
  spot: TextSpot;
}

/** Entries `key: "text"` that say what is shown. */
function findKeys(files: ReadonlyMap<string, string>, key: string, text: string): Place[] {
  return search(files, text, (node) =>
    node.type === "ObjectProperty" && node.key.type === "Identifier" && node.key.name === key
      ? textSpot(node.value, node)
      : null,
  );
}

function findLiterals(files: ReadonlyMap<string, string>, text: string): Place[] {
  return search(files, text, (node, parent) => {
    // Names of types, modules and keys are no texts.
    if (parent?.type === "ImportDeclaration" || parent?.type === "TSLiteralType") return null;
    if (parent?.type === "ObjectProperty" && parent.key === node) return null;
    return textSpot(node, parent);
  });
}

function search(
  files: ReadonlyMap<string, string>,
  text: string,
  read: (node: Node, parent: Node | undefined) => TextSpot | null,
): Place[] {
  // White space may lie between its words in the source, so the longest word decides where to look.
  const word = text.split(" ").toSorted((a, b) => b.length - a.length)[0] ?? text;
  const places: Place[] = [];
  for (const [path, source] of files) {
    if (!path.startsWith("src/") || !isModulePath(path) || /\.(test|generated)\./.test(path) || !source.includes(word))
      continue;
    const parsed = parseModule(path, source);
    if (!parsed.ok) continue;
    for (const parent of nodesOf(parsed.module.program)) {
      for (const node of childrenOf(parent)) {
        const spot = read(node, parent);
        if (spot?.value === text) places.push({ path, spot });
      }
    }
  }
  return places;
}
