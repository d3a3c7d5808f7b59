// npm ends with a block of `npm error …` lines: one fault, its code on the first line. pnpm prints ` ERR_PNPM_… message`.
import { structuredError, type StructuredError } from "../structured-error.ts";
import type { Parser } from "./parser.ts";

const npmLine = /^npm (?:error|ERR!) ?(?<text>.*)$/;
const pnpmLine = /^\s*(?<code>ERR_PNPM_\w+|ELIFECYCLE)\s+(?<message>.*)$/;

/** pnpm's words for a manifest that it cannot read, without a code. */
const pnpmJson = /^\s*ERROR\s+(?<message>.* JSON .* in (?:\S*\/)?package\.json)$/;

/** Says where npm's log lies, how to get help, or repeats the code. */
const noise =
  /^(?:A complete log|This is a problem related|Note that|Or|\s*npm help|Run "npm|For a full report|errno |syscall |path |dest |$)/;

/** The lines that say most, by code, best first; without one it is the first that is not noise. */
const telling: Readonly<Record<string, readonly RegExp[]>> = {
  ERESOLVE: [/^peer /, /^Conflicting peer dependency/],
  EUSAGE: [/^(?:Missing|Invalid): /],
  E404: [/ could not be found/, / is not in this registry/],
};

/** Faults of what `package.json` asks for, rather than of the machine or the network. */
const askedFor = new Set(["ERESOLVE", "EUSAGE", "ETARGET", "E404", "EJSONPARSE", "EINVALIDPACKAGENAME", "EBADENGINE"]);

export const parseNpm: Parser = (output) => {
  const lines = output.split("\n");
  const said = lines.flatMap((line) => npmLine.exec(line)?.groups?.["text"] ?? []);
  const errors: StructuredError[] = [];
  if (said.length > 0) errors.push(readNpm(said));
  for (const line of lines) {
    const unread = pnpmJson.exec(line)?.groups;
    const groups = unread === undefined ? pnpmLine.exec(line)?.groups : { ...unread, code: "EJSONPARSE" };
    if (groups === undefined) continue;
    errors.push(
      structuredError({
        tool: "npm",
        code: groups["code"] ?? null,
        file: "package.json",
        message: groups["message"] ?? "",
        excerpt: line,
      }),
    );
  }
  return errors;
};

function readNpm(said: readonly string[]): StructuredError {
  const code = said.map((line) => /^code (\S+)$/.exec(line)?.[1]).find((found) => found !== undefined) ?? null;
  const rest = said
    .map((line) => line.trim())
    .filter((line) => !/^code \S+$/.test(line) && !noise.test(line))
    .map((line) => (code !== null && line.startsWith(`${code} `) ? line.slice(code.length + 1) : line))
    .slice(0, 40);
  const patterns = telling[code ?? ""] ?? [];
  const best = patterns.map((pattern) => rest.find((line) => pattern.test(line))).find((line) => line !== undefined);
  const message = (best ?? rest[0] ?? `npm ended with ${code ?? "an error"}.`).replace(
    /^(?:notarget|404|JSON\.parse) +/,
    "",
  );
  return structuredError({
    tool: "npm",
    code,
    file: code !== null && askedFor.has(code) ? "package.json" : null,
    message,
    excerpt: rest.join("\n"),
  });
}
