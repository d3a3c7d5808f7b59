// What a running app reported → one fault: which problem it is, where and after what it happened, and the structured error
// that repairs read. Everything in it is scrubbed and bounded; it still comes from the app, and is material, never an
// instruction.
import { parseOutput } from "../parse/parse-output.ts";
import { placeOf } from "../parse/parser.ts";
import { readPageProblem } from "../parse/read-page-problem.ts";
import { stableHash } from "../stable-hash.ts";
import { structuredError, type StructuredError } from "../structured-error.ts";
import { namePage } from "./name-page.ts";
import { scrubStack, scrubText } from "./scrub-text.ts";

/** Where it was noticed: thrown, rejected or logged in a page, a request of a page, or the app's server itself. */
export const faultKinds = ["exception", "rejection", "console", "request", "response", "server"] as const;
export type FaultKind = (typeof faultKinds)[number];

/** As it arrives, unscrubbed. */
export interface ReportedFault {
  readonly kind: FaultKind;
  /** Path of the page; of a fault of the server, of the request. */
  readonly page: string;
  readonly text: string;
  readonly stack?: string | undefined;
  readonly clicked?: { readonly what: "button" | "link"; readonly name?: string | undefined } | undefined;
  /** Method and path of the request that failed. */
  readonly request?: { readonly method: string; readonly path: string } | undefined;
}

export interface AppFault {
  readonly kind: FaultKind;
  /** Equal for two reports of one problem of one app. 16 hexadecimal digits. */
  readonly signature: string;
  /** Pattern of the page, `/customers/:id`; null when only the server knows of it. */
  readonly page: string | null;
  /** "Save", or "a link" where its words are none of our business; null when nothing was clicked just before. */
  readonly clicked: string | null;
  /** "POST /api/orders/:id"; null where no request was at fault. */
  readonly route: string | null;
  readonly error: StructuredError;
}

const longestName = 60;
const source = /[( ]\/?(?<file>src\/[^\s:()]+\.[cm]?[jt]sx?):(?<line>\d+):(?<column>\d+)/;

export function readAppFault(reported: ReportedFault): AppFault {
  const { kind, clicked } = reported;
  const page = namePage(reported.page);
  const route = routeOf(reported);
  const text = scrubText(reported.text);
  const frames = scrubStack(reported.stack ?? "");
  const error = kind === "server" ? readServerFault(text, frames, route ?? page) : readPage(kind, page, text, frames);
  return {
    kind,
    signature: stableHash([family(kind), error.code, route ?? "", error.message].join("\n")),
    page: kind === "server" ? null : page,
    clicked: clicked === undefined ? null : nameClick(clicked),
    route,
    error,
  };
}

/** What is thrown is often logged and rejected as well: that is one problem. */
const family = (kind: FaultKind): string => (kind === "rejection" || kind === "console" ? "exception" : kind);

function routeOf({ kind, page, request }: ReportedFault): string | null {
  if (request !== undefined) {
    const method = /^[A-Z]{3,7}$/.test(request.method) ? request.method : "GET";
    return `${method} ${namePage(request.path)}`;
  }
  return kind === "server" ? namePage(page) : null;
}

function readPage(kind: Exclude<FaultKind, "server">, path: string, text: string, frames: string[]): StructuredError {
  const read = readPageProblem({
    path,
    kind: kind === "rejection" ? "exception" : kind,
    text: [text, ...frames].join("\n"),
  });
  return { ...read, ...placeInSource(frames) };
}

function readServerFault(text: string, frames: string[], where: string): StructuredError {
  const excerpt = [`${where} (server)`, text, ...frames].join("\n");
  const [read] = parseOutput("serve", [text, ...frames.map((line) => `    ${line}`)].join("\n"));
  const named = /^(?:Uncaught )?(?<code>[A-Z]\w*(?:Error|Exception))\b/.exec(text)?.groups?.["code"] ?? null;
  const error = read ?? structuredError({ tool: "workerd", code: named, message: text });
  return { ...error, tool: "workerd", message: text, excerpt, related: [], ...placeInSource(frames) };
}

/** The first frame in the project's own sources: a line of a bundle says nothing about them. */
function placeInSource(frames: readonly string[]): Pick<StructuredError, "file" | "line" | "column"> {
  const groups = frames.map((each) => source.exec(each)?.groups).find((each) => each !== undefined);
  return placeOf(groups);
}

function nameClick({ what, name }: NonNullable<ReportedFault["clicked"]>): string {
  const words = name === undefined ? "" : scrubText(name.replaceAll(/["“”]/g, ""), longestName);
  return words === "" ? `a ${what}` : `“${words}”`;
}
