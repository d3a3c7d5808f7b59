// What rules mend and what they leave, from examples/*.txt: a line with what it is, one with the rule (or `nothing`), the
// error as `tool code place message` (`|` its excerpt, `&` others of the same), files before (`---`), files afterwards where
// they differ (`+++`), files of the version before (`<<<`). Messages are those of the tools.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { structuredError, type StructuredError } from "../structured-error.ts";
import { proposeRepairs } from "./propose-repairs.ts";
import { rules } from "./rules.ts";

interface Example {
  readonly name: string;
  readonly rule: string;
  readonly error: StructuredError;
  readonly files: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  readonly earlier: ReadonlyMap<string, string>;
}

const folder = join(import.meta.dirname, "examples");
const said = /^(?<tool>\S+) (?<code>\S+) (?:-|(?<file>[^\s:]+)(?::(?<line>\d+):(?<column>\d+))?) (?<message>.+)$/;

function readError(line: string, more: Partial<StructuredError> = {}): StructuredError {
  const groups = said.exec(line)?.groups;
  if (groups === undefined) throw new Error(`This is no error: ${line}`);
  const { tool = "", code = "", file = null, line: at, column, message = "" } = groups;
  return structuredError({
    tool: tool as StructuredError["tool"],
    code: code === "-" ? null : code,
    file,
    line: at === undefined ? null : Number(at),
    column: column === undefined ? null : Number(column),
    message,
    ...more,
  });
}

function readExample(text: string): Example {
  const [head = "", ...sections] = text.trimEnd().split(/^(?=(?:---|\+\+\+|<<<) \S+$)/m);
  const [name = "", rule = "", error = "", ...more] = head.trimEnd().split("\n");
  const startingWith = (sign: string): string[] =>
    more.filter((line) => line.startsWith(`${sign} `)).map((line) => line.slice(2));
  const filesOf = (sign: string): Map<string, string> =>
    new Map(
      sections
        .filter((section) => section.startsWith(`${sign} `))
        .map((section) => {
          const end = section.indexOf("\n");
          const path = section.slice(sign.length + 1, end < 0 ? undefined : end);
          return [path, end < 0 ? "" : `${section.slice(end + 1).trimEnd()}\n`];
        }),
    );
  const excerpt = startingWith("|").join("\n");
  const related = startingWith("&").map((line) => readError(line));
  return {
    name,
    rule,
    error: readError(error, { ...(excerpt !== "" && { excerpt }), related }),
    files: filesOf("---"),
    after: filesOf("+++"),
    earlier: filesOf("<<<"),
  };
}

const examples = readdirSync(folder).flatMap((file) =>
  readFileSync(join(folder, file), "utf8")
    .split(/^=== /m)
    .filter((text) => text.trim() !== "")
    .map(readExample),
);

const manifest = {
  packageJson: '{\n  "dependencies": {\n    "hono": "4.13.19",\n    "zod": "4.6.7"\n  }\n}\n',
  lockfile: '{ "lockfileVersion": 3 }\n',
};

function repair({ error, files, earlier }: Example) {
  const { repairs, tree } = proposeRepairs([error], files, [], manifest, earlier);
  const changed = [...tree].filter(([path, text]) => files.get(path) !== text);
  return { rules: repairs.map(({ rule }) => rule), changed: Object.fromEntries(changed) };
}

describe("the rules", () => {
  it.each(examples)("$rule: $name", (example) => {
    const { rule, after } = example;
    expect(repair(example)).toEqual({ rules: rule === "nothing" ? [] : [rule], changed: Object.fromEntries(after) });
  });

  it("are those that examples speak of", () => {
    const known = new Set(["nothing", ...rules.map(({ name }) => name)]);
    expect(examples.filter(({ rule }) => !known.has(rule))).toEqual([]);
  });
});
