// What cannot be read.
import type { Leaf } from "#engine/heal/classify/taxonomy.ts";
import { spanOf } from "#engine/heal/syntax/walk.ts";
import { atNode, cut, cutCharacter, insertAt, inText, lineOf, type Mutation, pages, put, sources } from "./mutation.ts";

const unreadable: readonly Leaf[] = ["syntax/parse", "syntax/unexpected-token", "syntax/unexpected-end"];
const isTall = (text: string, from: number, to: number): boolean => text.slice(from, to).includes("\n");

export const syntaxMutations: readonly Mutation[] = [
  {
    kind: "drop-closing-brace",
    leaves: unreadable,
    apply: atNode(sources, ({ node, text }) => {
      const { from, to } = spanOf(node);
      return node.type === "BlockStatement" && isTall(text, from, to) ? [cutCharacter(text, to - 1)] : null;
    }),
  },
  {
    kind: "drop-closing-parenthesis",
    leaves: unreadable,
    apply: atNode(sources, ({ node, text }) => {
      const { from, to } = spanOf(node);
      return node.type === "CallExpression" && !isTall(text, from, to) ? [{ from: to - 1, to, text: "" }] : null;
    }),
  },
  {
    kind: "drop-closing-tag",
    leaves: unreadable,
    apply: atNode(pages, ({ node, text }) => {
      if (node.type !== "JSXElement" || !node.closingElement) return null;
      const { from, to } = spanOf(node.closingElement);
      const line = lineOf(text, from);
      return text.slice(line.from, line.to).trim() === text.slice(from, to) ? [{ ...line, text: "" }] : null;
    }),
  },
  {
    kind: "wrong-closing-tag",
    leaves: unreadable,
    apply: atNode(pages, ({ node }) => {
      const name = node.type === "JSXClosingElement" && node.name.type === "JSXIdentifier" ? node.name : null;
      if (name === null || !/^[a-z]/.test(name.name)) return null;
      return [put(name, name.name === "div" ? "section" : "div")];
    }),
  },
  {
    kind: "cut-off-end",
    leaves: unreadable,
    apply: atNode(sources, ({ node, text }) => {
      if (node.type !== "Program") return null;
      const last = node.body.at(-1);
      const end = last === undefined ? 0 : spanOf(last).to;
      return last !== undefined && text[end - 1] === "}" ? [{ from: end - 1, to: text.length, text: "" }] : null;
    }),
  },
  {
    kind: "cut-off-middle",
    leaves: unreadable,
    weight: 0.5,
    apply: atNode(sources, ({ node, text }) => {
      if (node.type !== "Program") return null;
      const last = node.body.at(-1);
      if (last === undefined || !isTall(text, spanOf(last).from, spanOf(last).to)) return null;
      const middle = Math.floor((spanOf(last).from + spanOf(last).to) / 2);
      return [{ from: lineOf(text, middle).from, to: text.length, text: "" }];
    }),
  },
  {
    kind: "drop-quote",
    leaves: unreadable,
    apply: atNode(sources, ({ node, parents }) =>
      node.type === "StringLiteral" && parents.at(-1)?.type !== "JSXAttribute"
        ? [{ from: spanOf(node).to - 1, to: spanOf(node).to, text: "" }]
        : null,
    ),
  },
  {
    kind: "extra-closing-brace",
    leaves: unreadable,
    apply: atNode(sources, ({ node, parents }) =>
      node.type === "FunctionDeclaration" && parents.length <= 2 ? [insertAt(spanOf(node).to, "\n}")] : null,
    ),
  },
  {
    kind: "drop-comma",
    leaves: unreadable,
    apply: atNode(sources, ({ node, text }) => {
      if (node.type !== "ObjectExpression" || node.properties.length < 2) return null;
      const [first, second] = node.properties;
      if (first === undefined || second === undefined) return null;
      const comma = text.indexOf(",", spanOf(first).to);
      return comma >= 0 && comma < spanOf(second).from ? [{ from: comma, to: comma + 1, text: "" }] : null;
    }),
  },
  {
    kind: "keyword-slip",
    leaves: unreadable,
    apply: atNode(sources, ({ node, text }) => {
      const { from } = spanOf(node);
      const slips = { return: "retrun", const: "cosnt", export: "exprot" };
      for (const [word, wrong] of Object.entries(slips)) {
        if (/Statement|Declaration/.test(node.type) && text.startsWith(`${word} `, from))
          return [{ from, to: from + word.length, text: wrong }];
      }
      return null;
    }),
  },
  {
    kind: "drop-async",
    leaves: ["syntax/parse"],
    apply: atNode(sources, ({ node, text }) => {
      const waits =
        "async" in node && node.async === true && "body" in node && text.startsWith("async ", spanOf(node).from);
      const { from, to } = spanOf(node);
      return waits && text.slice(from, to).includes("await ") ? [{ from, to: from + "async ".length, text: "" }] : null;
    }),
  },
  {
    kind: "drop-template-brace",
    leaves: unreadable,
    weight: 0.5,
    apply: atNode(sources, ({ node, text }) => {
      const [only] = node.type === "TemplateLiteral" ? node.expressions : [];
      const end = only === undefined ? -1 : spanOf(only).to;
      return end >= 0 && text[end] === "}" ? [{ from: end, to: end + 1, text: "" }] : null;
    }),
  },
  {
    kind: "html-comment",
    leaves: unreadable,
    apply: atNode(pages, ({ node, text }) => {
      if (node.type !== "JSXElement" || !isTall(text, spanOf(node).from, spanOf(node).to)) return null;
      const [first] = node.children;
      return first?.type === "JSXText" ? [insertAt(spanOf(first).to, "<!-- the content -->\n")] : null;
    }),
  },
  {
    kind: "markdown-fence",
    leaves: unreadable,
    apply: atNode(sources, ({ node, path, text }) =>
      node.type === "Program"
        ? [insertAt(0, `\`\`\`${path.endsWith("x") ? "tsx" : "ts"}\n`), insertAt(text.length, "```\n")]
        : null,
    ),
  },
  {
    kind: "css-drop-brace",
    leaves: unreadable,
    apply: inText(["src/client/styles.css", "src/styles/styles.css"], (text) => {
      const at = text.lastIndexOf("}");
      return at < 0 ? null : text.slice(0, at) + text.slice(at + 1);
    }),
  },
  {
    kind: "drop-value",
    leaves: unreadable,
    weight: 0.5,
    // A declaration loses what it declares: `const total = ;`.
    apply: atNode(sources, ({ node }) =>
      node.type === "VariableDeclarator" && node.init && node.init.type === "CallExpression" ? [cut(node.init)] : null,
    ),
  },
];
