// Why the builder would not begin → a structured error. It reads manifest and lockfile before any tool does.
import { structuredError, type StructuredError } from "../structured-error.ts";

/** Null where the reason is not about one of the two. */
export function readRefusal(reason: string): StructuredError | null {
  const file = /^(?<file>package(?:-lock)?\.json)\b/.exec(reason)?.groups?.["file"];
  if (file === undefined) return null;
  const code = file === "package-lock.json" ? "EUSAGE" : "EJSONPARSE";
  return structuredError({ tool: "npm", code, file, message: reason });
}
