// The same fault in an app of other people: every name that is nobody's but theirs is another one, and the file is longer.
import type { Tree } from "../edits/edit.ts";
import type { StructuredError } from "../structured-error.ts";
import { isModulePath } from "../syntax/parse-module.ts";
import { namesOfError } from "./names-of-error.ts";
import { isPublicWord } from "./public-words.ts";
import { splitTokens } from "./split-tokens.ts";
import { tokenAt } from "./token-at.ts";

const rename = (word: string): string => (isPublicWord(word) ? word : `${word}Elsewhere`);

export function renameTree(tree: Tree): Tree {
  return new Map([...tree].map(([path, text]) => [path, isModulePath(path) ? renameText(text) : text]));
}

function renameText(text: string): string {
  let renamed = "// Another app\n";
  let at = 0;
  for (const token of splitTokens(text)) {
    renamed += text.slice(at, token.from) + (token.kind === "word" ? rename(token.text) : token.text);
    at = token.to;
  }
  return renamed + text.slice(at);
}

export function renameError(error: StructuredError, before: Tree, renamed: Tree): StructuredError {
  let { message } = error;
  for (const [hole, name] of namesOfError(error).holes) {
    if (!hole.startsWith("path")) message = message.replaceAll(new RegExp(`\\b${name}\\b`, "g"), rename(name));
  }
  const text = before.get(error.file ?? "");
  const now = renamed.get(error.file ?? "");
  if (text === undefined || now === undefined || error.line === null) return { ...error, message };
  const index = tokenAt(splitTokens(text), text, error) ?? 0;
  const head = now.slice(0, splitTokens(now)[index]?.from ?? now.length);
  const line = head.split("\n").length;
  return { ...error, message, line, column: error.column === null ? null : head.length - head.lastIndexOf("\n") };
}
