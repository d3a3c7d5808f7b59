// A problem of the running app → the diagnosis that repairs begin with. Build and tests pass, so nothing but the report says
// what is wrong. The message is ours, since it stands where agents read instructions; the app's words are in the excerpt.
import { diagnoseError } from "../diagnose.ts";
import type { Diagnosis } from "../diagnosis.ts";
import type { StructuredError } from "../structured-error.ts";

const longestExcerpt = 4_000;

/** `happened`: how often, where and after what. */
export function diagnoseAppFault(error: StructuredError, happened: string): Diagnosis {
  const known = diagnoseError("serve", error);
  const name = error.code !== null && /^[A-Za-z]\w{2,40}$/.test(error.code) ? error.code : "an error";
  const excerpt = [
    "The app was built and its tests passed. While it was used, it reported:",
    error.excerpt,
    happened,
  ].join("\n");
  return {
    ...known,
    // Whatever it looks like, running the same again does not mend it.
    category: "runtime",
    kind: known.category === "runtime" ? known.kind : "exception",
    where: "preview",
    message: `The running app reported ${name}.`,
    excerpt: excerpt.slice(0, longestExcerpt),
  };
}
