// wrangler and workerd: `✘ [ERROR] …` (wrangler bundles with esbuild, whose places follow) and what the runtime throws while
// it starts or answers: `Uncaught Error: …`, `at name.js:3:5`.
import { structuredError, type StructuredError } from "../structured-error.ts";
import { linesWhile, type Parser, placeOf } from "./parser.ts";

const wrangler = /^\s*[✘X] \[ERROR\] (?<message>.*)$/;
const uncaught = /(?:^|: )(?:Uncaught |\(in promise\) )+(?<message>(?<code>\w*Error|\w*Exception)\b.*)$/;
const place = /^\s+(?:at .*?\(?)?(?<file>[^\s:()]+\.[cm]?[jt]sx?):(?<line>\d+):(?<column>\d+)\)?:?$/;

export const parseWorkerd: Parser = (output) => {
  const lines = output.split("\n");
  const errors: StructuredError[] = [];
  for (const [index, line] of lines.entries()) {
    const groups = wrangler.exec(line)?.groups ?? uncaught.exec(line)?.groups;
    if (groups === undefined) continue;
    const body = linesWhile(lines, index + 1, (next) => next.trim() === "" || /^\s/.test(next)).split("\n");
    const found = body.map((next) => place.exec(next)?.groups).find((each) => each !== undefined);
    errors.push(
      structuredError({
        tool: "workerd",
        code: groups["code"] ?? null,
        ...placeOf(found),
        message: groups["message"] ?? line,
        excerpt: [line, ...body.slice(0, 10)].join("\n"),
      }),
    );
  }
  return errors;
};
