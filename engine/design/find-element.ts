import type { JSXElement, Node, StringLiteral } from "@babel/types";
import { parseModule } from "../heal/syntax/parse-module.ts";
import { offsetOf } from "../heal/syntax/places.ts";
import { nodesOf, type Span, spanOf } from "../heal/syntax/walk.ts";
import type { SourcePlace } from "./source-place.ts";

/** The element that begins exactly there; null when the file is another one by now. */
export function findElement(text: string, { path, line, column }: SourcePlace): JSXElement | null {
  const offset = offsetOf(text, line, column);
  const parsed = parseModule(path, text);
  if (offset === null || !parsed.ok) return null;
  for (const node of nodesOf(parsed.module.program)) {
    if (node.type === "JSXElement" && spanOf(node).from === offset) return node;
  }
  return null;
}

export const isOfPage = (name: string): boolean => /^[a-z][a-z0-9-]*$/.test(name);

export function nameOf(element: JSXElement, text: string): string {
  const { from, to } = spanOf(element.openingElement.name);
  return text.slice(from, to);
}

/** A piece of text in a file, and how it has to be written there. */
export interface TextSpot extends Span {
  form: "jsx" | "attribute" | "string" | "template";
  /** What it says, white space as the browser shows it. */
  value: string;
}

export const shown = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Null for what is no constant text. */
export function textSpot(node: Node, parent?: Node): TextSpot | null {
  if (node.type === "JSXText") {
    const { from } = spanOf(node);
    const raw = (node.extra?.["raw"] as string | undefined) ?? node.value;
    const lead = raw.length - raw.trimStart().length;
    const core = raw.trim();
    return core === ""
      ? null
      : { from: from + lead, to: from + lead + core.length, form: "jsx", value: shown(node.value) };
  }
  if (node.type === "StringLiteral") {
    const form = parent?.type === "JSXAttribute" ? "attribute" : "string";
    return { ...spanOf(node), form, value: shown((node as StringLiteral).value) };
  }
  if (node.type === "TemplateLiteral" && node.expressions.length === 0) {
    return { ...spanOf(node), form: "template", value: shown(node.quasis[0]?.value.cooked ?? "") };
  }
  return null;
}

/** Source of the text in that form; what cannot stand in it becomes an expression. */
export function writeText({ form }: Pick<TextSpot, "form">, value: string): string {
  switch (form) {
    case "jsx":
      return /[{}<>&]/.test(value) || value !== value.trim() ? `{${JSON.stringify(value)}}` : value;
    case "attribute":
      return /["\\&\n]/.test(value) ? `{${JSON.stringify(value)}}` : `"${value}"`;
    case "string":
    case "template":
      return JSON.stringify(value);
  }
}
