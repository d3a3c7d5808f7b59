// What every repository has besides its code, whatever the stack: editor settings, CI, how to contribute, the licence.
// A stack adds its own `.env.example` and Dockerfile, since these name its commands.
import type { Prd } from "#engine/prd/schema.ts";
import type { FileTree } from "../../stack.ts";
import { template } from "../template.generated.ts";
import { emitLicense } from "./emit-license.ts";

/** Names that would act on this repository if they stood in the template folder under their own. */
const renamed: Readonly<Record<string, string>> = { editorconfig: ".editorconfig" };

export function emitHousekeeping(prd: Prd): FileTree {
  const files = Object.entries(template).map(([path, text]) => [renamed[path] ?? path, text] as const);
  return new Map([...files, ["LICENSE", emitLicense(prd)]]);
}
