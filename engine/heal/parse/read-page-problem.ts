// What a browser met on a page of the running app → a structured error. The text comes from the app under test.
import type { PageProblem } from "#builder/checks/report.ts";
import { structuredError, type StructuredError } from "../structured-error.ts";
import { placeOf } from "./parser.ts";

const frame =
  /(?:at .*?\(?|@)https?:\/\/[^/\s]+\/(?<file>(?:src|app|components|lib)\/[^\s:?()]+)(?:\?[^\s:]*)?:(?<line>\d+):(?<column>\d+)/;
const named = /(?:Uncaught (?:\(in promise\) )?)?(?<code>[A-Z]\w*(?:Error|Exception))(?:: |\b)/;
const answered = /\b(?<status>[45]\d\d)\b/;
/** React's numbered errors of production builds. */
const react = /Minified React error #(?<number>\d+)/;

export function readPageProblem({ path, kind, text }: PageProblem): StructuredError {
  const number = react.exec(text)?.groups?.["number"];
  const status = kind === "response" ? answered.exec(text)?.groups?.["status"] : undefined;
  const code =
    number === undefined
      ? status === undefined
        ? named.exec(text)?.groups?.["code"]
        : `HTTP${status}`
      : `REACT${number}`;
  const first = text.split("\n")[0] ?? text;
  return structuredError({
    tool: "browser",
    code: code ?? kind,
    ...placeOf(frame.exec(text)?.groups),
    message: first === "" ? `The page ${path} stayed empty.` : first,
    excerpt: `${path} (${kind})\n${text}`,
  });
}
