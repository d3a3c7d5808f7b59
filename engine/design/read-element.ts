// What of an element can be changed in its source without a model, and the change itself. Everything is exact or refused:
// the edit is made in the text at a place that the parser found, so that layout and comments stay.
import type { JSXAttribute, JSXElement, Node } from "@babel/types";
import { type Span, spanOf } from "../heal/syntax/walk.ts";
import { findElement, isOfPage, nameOf, type TextSpot, writeText } from "./find-element.ts";
import { findText } from "./find-text.ts";
import type { SourcePlace } from "./source-place.ts";
import { chooseStyle, readStyles, type StyleGroup, styleGroups, type StyleReading } from "./style-groups.ts";

export type Files = ReadonlyMap<string, string>;

export type TextReading =
  | { kind: "element" | "catalogue" | "elsewhere"; value: string; path: string; line: number }
  /** In several places: which one is meant cannot be known. */
  | { kind: "many"; places: string[] }
  | { kind: "record" | "none" };

export type StylesReading = { kind: "classes"; groups: StyleReading[] } | { kind: "refused"; why: string };

export interface ElementReading {
  place: SourcePlace;
  /** `button`, or the component's name. */
  name: string;
  text: TextReading;
  styles: StylesReading;
}

export type ElementChange =
  | { kind: "text"; from: string; to: string }
  | { kind: "style"; group: string; value: string | null };

export type ElementEdit = { ok: true; path: string; content: string; message: string } | { ok: false; why: string };

/** Null when no element begins there. `visible`: the text that the page shows. */
export function readElement(files: Files, place: SourcePlace, visible: string): ElementReading | null {
  const found = locate(files, place);
  if (found === null) return null;
  const { source, element } = found;
  const text = findText(files, place.path, element, visible);
  const classes = findClasses(element, source);
  return {
    place,
    name: nameOf(element, source),
    text:
      "spot" in text
        ? {
            kind: text.kind,
            value: text.spot.value,
            path: text.path,
            line: lineOf(files.get(text.path) ?? "", text.spot),
          }
        : text,
    styles:
      "why" in classes
        ? { kind: "refused", why: classes.why }
        : { kind: "classes", groups: readStyles(groupsOf(files), classes.value) },
  };
}

export function editElement(files: Files, place: SourcePlace, visible: string, change: ElementChange): ElementEdit {
  const found = locate(files, place);
  if (found === null) return { ok: false, why: "The source has changed since this was drawn. Point at it again." };
  return change.kind === "text"
    ? editText(files, place, found, visible, change)
    : editStyle(files, place, found, change);
}

interface Located {
  source: string;
  element: JSXElement;
}

function locate(files: Files, place: SourcePlace): Located | null {
  const source = files.get(place.path);
  const element = source === undefined ? null : findElement(source, place);
  return source === undefined || element === null ? null : { source, element };
}

function editText(
  files: Files,
  place: SourcePlace,
  { element }: Located,
  visible: string,
  { from, to }: Extract<ElementChange, { kind: "text" }>,
): ElementEdit {
  const found = findText(files, place.path, element, visible);
  if (!("spot" in found)) return { ok: false, why: "This text stands in no one place of the source." };
  if (found.spot.value !== from) return { ok: false, why: "The source says something else by now. Point at it again." };
  const content = replace(files.get(found.path) ?? "", found.spot, writeText(found.spot, to));
  return { ok: true, path: found.path, content, message: `Change “${short(from)}” to “${short(to)}”` };
}

function editStyle(
  files: Files,
  place: SourcePlace,
  { source, element }: Located,
  { group: id, value }: Extract<ElementChange, { kind: "style" }>,
): ElementEdit {
  const group = groupsOf(files).find((each) => each.id === id);
  if (!group || (value !== null && !group.options.some((option) => option.value === value)))
    return { ok: false, why: "There is no such style." };
  const classes = findClasses(element, source);
  if ("why" in classes) return { ok: false, why: classes.why };
  const next = chooseStyle(group, classes.value, value);
  const name = nameOf(element, source);
  const message = `${group.label} of ${name}: ${group.options.find((option) => option.value === value)?.label ?? "as inherited"}`;
  return { ok: true, path: place.path, content: replace(source, classes, classes.write(next)), message };
}

type Classes = (Span & { value: string; write(next: string): string }) | { why: string };

/** The constant part of an element's classes: the literal, or the first literal that they are put together from. */
function findClasses(element: JSXElement, source: string): Classes {
  const { attributes, name, typeArguments } = element.openingElement;
  const attribute = attributes.find(
    (each): each is JSXAttribute =>
      each.type === "JSXAttribute" && each.name.type === "JSXIdentifier" && each.name.name === "className",
  );
  if (attribute === undefined) {
    const own = nameOf(element, source);
    if (!isOfPage(own)) return { why: `${own} decides its look itself. Change it in the component.` };
    if (attributes.some((each) => each.type === "JSXSpreadAttribute"))
      return { why: "Its classes may come with the properties that are handed to it." };
    const at = spanOf(typeArguments ?? name).to;
    return { from: at, to: at, value: "", write: (next) => (next === "" ? "" : ` className="${next}"`) };
  }
  const literal = literalOf(attribute.value ?? null);
  if (literal === null) return { why: "Its classes are put together by code." };
  const { from, to } = spanOf(literal.node);
  // Between its quotes: what quotes they are stays as it is.
  return { from: from + 1, to: to - 1, value: literal.value, write: (next) => next };
}

function literalOf(node: Node | null): { node: Node; value: string } | null {
  if (node === null) return null;
  if (node.type === "StringLiteral") return { node, value: node.value };
  if (node.type === "TemplateLiteral" && node.expressions.length === 0)
    return { node, value: node.quasis[0]?.value.raw ?? "" };
  if (node.type === "JSXExpressionContainer") return literalOf(node.expression);
  const joins =
    node.type === "CallExpression" &&
    node.callee.type === "Identifier" &&
    /^(classNames|clsx|cn|cx|twMerge)$/.test(node.callee.name);
  return joins && node.arguments[0]?.type === "StringLiteral" ? literalOf(node.arguments[0]) : null;
}

function groupsOf(files: Files): StyleGroup[] {
  return styleGroups(
    [...files].flatMap(([path, text]) => (path.endsWith(".css") && text.includes("@theme") ? [text] : [])),
  );
}

const replace = (text: string, { from, to }: Span, next: string): string => text.slice(0, from) + next + text.slice(to);
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
const lineOf = (text: string, { from }: Pick<TextSpot, "from">): number => text.slice(0, from).split("\n").length;
