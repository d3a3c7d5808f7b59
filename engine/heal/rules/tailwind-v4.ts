// Style sheets as Tailwind 3 wrote them, under Tailwind 4: its three directives are one import, and some utilities have other
// names. Read as CSS is: comments and strings are passed over.
import { replace, type ReplaceEdit } from "../edits/edit.ts";
import { styleCode } from "../syntax/style-code.ts";
import type { Rule } from "./rule.ts";

/** From the upgrade guide; utilities for opacity have no other name, but a part of another value. */
const renamed: Readonly<Record<string, string>> = {
  "decoration-clone": "box-decoration-clone",
  "decoration-slice": "box-decoration-slice",
  "flex-grow": "grow",
  "flex-grow-0": "grow-0",
  "flex-shrink": "shrink",
  "flex-shrink-0": "shrink-0",
  "overflow-ellipsis": "text-ellipsis",
};
const directive = /@tailwind\s+(?:base|components|utilities|screens|variants)\s*;\n?/g;
const application = /@apply\s+(?<utilities>[^;}]+)/g;

export const tailwindV4: Rule = {
  name: "tailwind-v4",
  leaves: ["type/undefined-name", "configuration/invalid", "runtime/import", "syntax/parse", "unknown/other"],
  propose: ({ error: { file, code, message, excerpt }, tree }) => {
    if (!/tailwind|utility class|@apply/i.test(`${code}\n${message}\n${excerpt}`)) return null;
    const sheets = [...tree].filter(
      ([path]) => path.endsWith(".css") && (file === null || !file.endsWith(".css") || path === file),
    );
    const edits = sheets.flatMap(([path, text]) => [...directives(path, text), ...utilities(path, text)]);
    if (edits.length === 0) return null;
    return { edits, explanation: "A style sheet was written for Tailwind 3; it says the same for Tailwind 4 now." };
  },
};

function directives(path: string, text: string): ReplaceEdit[] {
  const found = [...styleCode(text).matchAll(directive)];
  return found.map(({ 0: said, index }, at) => {
    const isImported = /@import\s+["']tailwindcss["']/.test(text);
    const end = at === 0 && !isImported ? '@import "tailwindcss";\n' : "";
    return replace(path, text, index, index + said.length, said.endsWith("\n") ? end : end.trimEnd());
  });
}

function utilities(path: string, text: string): ReplaceEdit[] {
  return [...styleCode(text).matchAll(application)].flatMap(({ index, groups, 0: said }) => {
    const list = groups?.["utilities"] ?? "";
    const begin = index + said.length - list.length;
    return [...list.matchAll(/\S+/g)].flatMap(({ 0: utility, index: at }) => {
      const variant = utility.slice(0, utility.lastIndexOf(":") + 1);
      const now = renamed[utility.slice(variant.length)];
      return now === undefined ? [] : [replace(path, text, begin + at, begin + at + utility.length, variant + now)];
    });
  });
}
