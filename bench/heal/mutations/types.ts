// What the compiler and the linter refuse.
import type { Node } from "@babel/types";
import { spanOf } from "#engine/heal/syntax/walk.ts";
import { usesOf } from "#engine/heal/syntax/uses-of.ts";
import { importsOf } from "#engine/heal/syntax/module-names.ts";
import {
  atNode,
  cut,
  insertAt,
  lineOf,
  type Mutation,
  pages,
  type Place,
  put,
  type Site,
  slip,
  sources,
} from "./mutation.ts";

const isExpression = (parent: Node | undefined): boolean =>
  parent !== undefined &&
  [
    "CallExpression",
    "MemberExpression",
    "BinaryExpression",
    "ReturnStatement",
    "TemplateLiteral",
    "ConditionalExpression",
    "JSXExpressionContainer",
  ].includes(parent.type);

const isComponent = (node: Node | undefined): boolean =>
  node?.type === "FunctionDeclaration" && /^[A-Z]/.test(node.id?.name ?? "");

/** A list of things in brackets loses one: with the comma behind it, or before it where it is the last. */
function dropFrom(list: readonly (Node | null)[], at: number): Site | null {
  const [before, gone, after] = [list[at - 1], list[at], list[at + 1]];
  if (gone == null) return null;
  if (after != null) return [{ from: spanOf(gone).from, to: spanOf(after).from, text: "" }];
  return before == null ? [cut(gone)] : [{ from: spanOf(before).to, to: spanOf(gone).to, text: "" }];
}

const calls = (
  find: (place: Place & { node: Extract<Node, { type: "CallExpression" }> }) => Site | null,
): Mutation["apply"] =>
  atNode(sources, (place) => (place.node.type === "CallExpression" ? find({ ...place, node: place.node }) : null));

export const typeMutations: readonly Mutation[] = [
  {
    kind: "misspell-name",
    leaves: ["type/undefined-name"],
    weight: 1.5,
    apply: atNode(sources, ({ node, parents, module, random }) => {
      const parent = parents.at(-1);
      if (node.type !== "Identifier" || node.name.length < 4 || !isExpression(parent)) return null;
      if (parent?.type === "MemberExpression" && parent.property === node) return null;
      const wrong = slip(node.name, random);
      return usesOf(module, node.name).nodes.length > 1 && usesOf(module, wrong).nodes.length === 0
        ? [{ from: spanOf(node).from, to: spanOf(node).from + node.name.length, text: wrong }]
        : null;
    }),
  },
  {
    kind: "misspell-member",
    leaves: ["type/missing-property"],
    weight: 1.5,
    apply: atNode(sources, ({ node, random }) => {
      if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier") return null;
      return node.property.name.length < 4 ? null : [put(node.property, slip(node.property.name, random))];
    }),
  },
  {
    kind: "invented-member",
    leaves: ["type/missing-property"],
    apply: atNode(sources, ({ node, parents }) => {
      if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier") return null;
      return isExpression(parents.at(-1)) ? [put(node.property, "currentSelection")] : null;
    }),
  },
  {
    kind: "rename-member",
    leaves: ["type/missing-property"],
    apply: atNode(/^src\/shared\/(?:model|fields|views|lookup)\.ts$/, ({ node }) =>
      node.type === "TSPropertySignature" && node.key.type === "Identifier"
        ? [put(node.key, `${node.key.name}Value`)]
        : null,
    ),
  },
  {
    kind: "drop-prop",
    leaves: ["type/missing-property"],
    apply: atNode(pages, ({ node, text }) => {
      if (node.type !== "JSXOpeningElement" || node.name.type !== "JSXIdentifier" || !/^[A-Z]/.test(node.name.name))
        return null;
      const gone = node.attributes.find(
        (each) =>
          each.type === "JSXAttribute" &&
          /^(?:model|record|field|label|name|to|title|onChange|value)$/.test(String(each.name.name)),
      );
      if (gone === undefined) return null;
      const { from, to } = spanOf(gone);
      return [{ from: from - (/\s/.test(text[from - 1] ?? "") ? 1 : 0), to, text: "" }];
    }),
  },
  {
    kind: "html-attribute",
    leaves: ["type/mismatch", "type/missing-property"],
    apply: atNode(pages, ({ node }) =>
      node.type === "JSXAttribute" && node.name.name === "className" ? [put(node.name, "class")] : null,
    ),
  },
  {
    kind: "drop-object-member",
    leaves: ["type/missing-property", "type/mismatch"],
    apply: atNode(sources, ({ node, parents, random }) => {
      if (node.type !== "ObjectExpression" || node.properties.length < 2) return null;
      if (!["ReturnStatement", "CallExpression", "ArrowFunctionExpression"].includes(parents.at(-1)?.type ?? ""))
        return null;
      return dropFrom(node.properties, random.below(node.properties.length));
    }),
  },
  {
    kind: "excess-member",
    leaves: ["type/mismatch"],
    apply: atNode(sources, ({ node, parents }) => {
      const [first] = node.type === "ObjectExpression" ? node.properties : [];
      if (first === undefined || parents.at(-1)?.type !== "CallExpression") return null;
      return [insertAt(spanOf(first).from, "isExtra: true, ")];
    }),
  },
  {
    kind: "drop-argument",
    leaves: ["type/mismatch"],
    apply: calls(({ node }) =>
      node.callee.type === "Identifier" ? dropFrom(node.arguments, node.arguments.length - 1) : null,
    ),
  },
  {
    kind: "extra-argument",
    leaves: ["type/mismatch"],
    apply: calls(({ node, module, text }) => {
      if (node.callee.type !== "Identifier" || node.arguments.length === 0) return null;
      const { name } = node.callee;
      const isOurs = importsOf(module).some(
        ({ source, specifiers }) => source.value.startsWith(".") && specifiers.some(({ local }) => local.name === name),
      );
      const end = spanOf(node).to - 1;
      return isOurs && text[end] === ")" ? [insertAt(spanOf(node.arguments.at(-1) as Node).to, ", 7")] : null;
    }),
  },
  {
    kind: "number-for-string",
    leaves: ["type/mismatch"],
    apply: atNode(sources, ({ node, parents }) =>
      node.type === "StringLiteral" &&
      ["CallExpression", "ObjectProperty"].includes(parents.at(-1)?.type ?? "") &&
      parents.at(-1)?.type !== "ImportDeclaration"
        ? [put(node, "404")]
        : null,
    ),
  },
  {
    kind: "string-for-number",
    leaves: ["type/mismatch"],
    apply: atNode(sources, ({ node, parents }) => {
      const parent = parents.at(-1);
      return node.type === "NumericLiteral" &&
        ["CallExpression", "ObjectProperty", "BinaryExpression", "ReturnStatement"].includes(parent?.type ?? "")
        ? [put(node, JSON.stringify(String(node.value)))]
        : null;
    }),
  },
  {
    kind: "drop-optional-chain",
    leaves: ["type/null"],
    weight: 1.5,
    apply: atNode(sources, ({ node, text }) => {
      if (node.type !== "OptionalMemberExpression" || !node.optional || node.computed) return null;
      const at = text.indexOf("?.", spanOf(node.object).to);
      return at < 0 ? null : [{ from: at, to: at + 1, text: "" }];
    }),
  },
  {
    kind: "drop-default",
    leaves: ["type/null"],
    apply: atNode(sources, ({ node }) =>
      node.type === "LogicalExpression" && node.operator === "??"
        ? [{ from: spanOf(node.left).to, to: spanOf(node).to, text: "" }]
        : null,
    ),
  },
  {
    kind: "drop-guard",
    leaves: ["type/null"],
    apply: atNode(sources, ({ node, text }) => {
      if (node.type !== "IfStatement" || node.alternate) return null;
      const isAbsence =
        (node.test.type === "UnaryExpression" && node.test.operator === "!") ||
        (node.test.type === "BinaryExpression" &&
          node.test.operator === "===" &&
          /^(?:undefined|null)$/.test(text.slice(spanOf(node.test.right).from, spanOf(node.test.right).to)));
      const leaves = ["ReturnStatement", "ThrowStatement", "ContinueStatement"].includes(node.consequent.type);
      return isAbsence && leaves
        ? [{ from: lineOf(text, spanOf(node).from).from, to: lineOf(text, spanOf(node).to - 1).to, text: "" }]
        : null;
    }),
  },
  {
    kind: "drop-await",
    leaves: ["type/mismatch", "type/missing-property", "type/other", "type/lint"],
    weight: 1.5,
    apply: atNode(sources, ({ node, parents }) =>
      node.type === "AwaitExpression" && parents.at(-1)?.type !== "ExpressionStatement"
        ? [{ from: spanOf(node).from, to: spanOf(node.argument).from, text: "" }]
        : null,
    ),
  },
  {
    kind: "drop-annotation",
    leaves: ["type/other"],
    apply: atNode(sources, ({ node, parents }) => {
      if (node.type !== "TSTypeAnnotation") return null;
      const [owner, parent] = [parents.at(-2), parents.at(-1)];
      const isParameter =
        owner?.type === "FunctionDeclaration" && parent !== undefined && owner.params.some((each) => each === parent);
      return isParameter ? [cut(node)] : null;
    }),
  },
  {
    kind: "drop-case",
    leaves: ["type/mismatch", "type/other", "type/missing-property"],
    weight: 0.5,
    apply: atNode(sources, ({ node }) =>
      node.type === "SwitchCase" && node.test !== null && node.test !== undefined && node.consequent.length > 0
        ? [cut(node)]
        : null,
    ),
  },
  {
    kind: "drop-type-arguments",
    leaves: ["type/generic-constraint"],
    apply: atNode(sources, ({ node, text }) => {
      if (node.type !== "TSTypeReference" || !node.typeArguments || node.typeName.type !== "Identifier") return null;
      return /^(?:Promise|Map|Record|ReadonlyMap|Set|ReadonlySet)$/.test(node.typeName.name) &&
        text[spanOf(node.typeArguments).from] === "<"
        ? [cut(node.typeArguments)]
        : null;
    }),
  },
  {
    kind: "break-constraint",
    leaves: ["type/generic-constraint"],
    weight: 0.5,
    apply: atNode(sources, ({ node }) => {
      if (node.type !== "TSTypeReference" || node.typeName.type !== "Identifier" || node.typeName.name !== "Record")
        return null;
      const key =
        node.typeArguments?.type === "TSTypeParameterInstantiation" ? node.typeArguments.params[0] : undefined;
      return key === undefined ? null : [put(key, "Date")];
    }),
  },
  {
    kind: "unused-import",
    leaves: ["type/unused"],
    apply: atNode(pages, ({ node, text }) =>
      node.type === "ImportDeclaration" && !text.includes("useReducer")
        ? [insertAt(spanOf(node).from, 'import { useReducer } from "react";\n')]
        : null,
    ),
  },
  {
    kind: "unused-imported-name",
    leaves: ["type/unused"],
    apply: atNode(sources, ({ node, text }) => {
      const names: Record<string, string> = {
        react: "useReducer",
        hono: "type HonoRequest",
        "drizzle-orm": "notBetween",
      };
      const name =
        node.type === "ImportDeclaration" && node.importKind !== "type" ? names[node.source.value] : undefined;
      const [first] = node.type === "ImportDeclaration" ? node.specifiers : [];
      if (name === undefined || first?.type !== "ImportSpecifier" || text.includes(name.replace("type ", "")))
        return null;
      return [insertAt(spanOf(first).from, `${name}, `)];
    }),
  },
  {
    kind: "unused-variable",
    leaves: ["type/unused"],
    apply: atNode(sources, ({ node, parents, text, random }) => {
      if (node.type !== "BlockStatement" || !/Function|Method/.test(parents.at(-1)?.type ?? "")) return null;
      const [first] = node.body;
      if (first === undefined || lineOf(text, spanOf(first).from).from === lineOf(text, spanOf(node).from).from)
        return null;
      const value = random.pick(["0", "new Date()", '""', "false", "[]", "new Map<string, number>()", "Date.now()"]);
      const indent = " ".repeat(spanOf(first).from - lineOf(text, spanOf(first).from).from);
      return [insertAt(spanOf(first).from, `const leftOver = ${value};\n${indent}`)];
    }),
  },
  {
    kind: "unused-function",
    leaves: ["type/unused"],
    apply: atNode(sources, ({ node, text }) =>
      node.type === "Program"
        ? [insertAt(text.length, "\nfunction leftOver(count: number): number {\n  return count * 2;\n}\n")]
        : null,
    ),
  },
  {
    kind: "unused-parameter",
    leaves: ["type/unused"],
    apply: atNode(sources, ({ node }) => {
      const last = node.type === "FunctionDeclaration" ? node.params.at(-1) : undefined;
      return last?.type === "Identifier" ? [insertAt(spanOf(last).to, ", leftOver = 0")] : null;
    }),
  },
  {
    kind: "missing-alternative-text",
    leaves: ["type/lint"],
    apply: atNode(pages, ({ node, text }) => {
      if (node.type !== "JSXAttribute" || node.name.name !== "alt") return null;
      const { from, to } = spanOf(node);
      return [{ from: from - (text[from - 1] === " " ? 1 : 0), to, text: "" }];
    }),
  },
  {
    kind: "hook-in-condition",
    leaves: ["type/lint"],
    apply: atNode(pages, ({ node, parents, text }) => {
      const isHook =
        node.type === "VariableDeclaration" &&
        /^const .*= use[A-Z]\w*\(/.test(text.slice(spanOf(node).from, spanOf(node).to)) &&
        isComponent(parents.at(-2));
      return isHook ? [insertAt(spanOf(node).from, "if (performance.now() < 0) return null;\n  ")] : null;
    }),
  },
  {
    kind: "debugger-left",
    leaves: ["type/lint"],
    apply: atNode(sources, ({ node, parents }) => {
      const [first] = node.type === "BlockStatement" && /Function/.test(parents.at(-1)?.type ?? "") ? node.body : [];
      return first === undefined ? null : [insertAt(spanOf(first).from, "debugger;\n  ")];
    }),
  },
  {
    kind: "self-comparison",
    leaves: ["type/lint"],
    weight: 0.5,
    apply: atNode(sources, ({ node, text }) =>
      node.type === "BinaryExpression" && node.operator === "===" && node.left.type === "Identifier"
        ? [put(node.right, text.slice(spanOf(node.left).from, spanOf(node.left).to))]
        : null,
    ),
  },
  {
    kind: "missing-key",
    leaves: ["type/lint"],
    apply: atNode(pages, ({ node, text }) => {
      if (node.type !== "JSXAttribute" || node.name.name !== "key") return null;
      const { from, to } = spanOf(node);
      return [{ from: from - (text[from - 1] === " " ? 1 : 0), to, text: "" }];
    }),
  },
];
