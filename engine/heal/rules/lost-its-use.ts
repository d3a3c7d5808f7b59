// Whether a name that is used nowhere lost its use by accident: the version before used it, and all that was done to the file
// since is that text went, with none in its place. Whoever takes a part of an app out leaves the same behind; so nobody but a
// person or a model may say that the rest goes too.
import { diffIndices } from "node-diff3";
import { linesOf } from "../../merge/merge-text.ts";
import { difference, type Tree } from "../edits/edit.ts";
import type { StructuredError } from "../structured-error.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { usesOf } from "../syntax/uses-of.ts";
import { unusedIn } from "./unused-in.ts";

export function lostItsUse(error: StructuredError, tree: Tree, earlier: Tree | null | undefined): boolean {
  const { file } = error;
  const now = file === null ? undefined : tree.get(file);
  const before = file === null ? undefined : earlier?.get(file);
  if (file === null || now === undefined || before === undefined || now === before) return false;
  const name = unusedIn(error);
  const parsed = parseModule(file, before);
  // Without a name it is all that an import brings.
  if (name !== null && parsed.ok && usesOf(parsed.module, name).nodes.length < 2) return false;
  const [old, current] = [linesOf(before), linesOf(now)];
  return diffIndices(old, current).every(({ buffer1, buffer2 }) => {
    const was = old.slice(buffer1[0], buffer1[0] + buffer1[1]).join("");
    const is = current.slice(buffer2[0], buffer2[0] + buffer2[1]).join("");
    return difference(file, was, is).text.trim() === "";
  });
}
