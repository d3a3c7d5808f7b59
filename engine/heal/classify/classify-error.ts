// A structured error → a leaf of the taxonomy. Words first, since one code may mean several things (TS2307 is a package
// or a file), then the code, then the tool; what nothing recognises is unknown, and says so.
import type { StructuredError, Tool } from "../structured-error.ts";
import { codeLeaves } from "./code-leaves.ts";
import { messageLeaves } from "./message-leaves.ts";
import type { Classification, Leaf } from "./taxonomy.ts";

/** What a tool's fault is most likely to be when neither its words nor its code say. */
const toolLeaves: Readonly<Partial<Record<Tool, Leaf>>> = {
  tsc: "type/other",
  oxlint: "type/lint",
  eslint: "type/lint",
  vitest: "runtime/test-failure",
  browser: "runtime/exception",
  workerd: "runtime/exception",
  health: "network/service",
};

const sure = { code: 0.95, words: 0.8, tool: 0.5, nothing: 0 } as const;

export function classifyError(error: StructuredError): Classification {
  const found = classifyReport(error);
  // The compiler reads its configuration with the parser that it has.
  const isJson = error.file?.endsWith(".json") === true && found.leaf.startsWith("syntax/");
  if (isJson) return { ...found, leaf: "configuration/json" };
  // A configuration runs before anything of the app does.
  const isThrown = found.leaf === "runtime/exception" && configurationFile.test(error.file ?? "");
  return isThrown ? { ...found, leaf: "configuration/invalid" } : found;
}

const configurationFile = /(?:^|\/)[\w-]+\.config\.[cm]?[jt]s$/;

function classifyReport(error: StructuredError): Classification {
  const { tool, code, message } = error;
  const refined = tool === "tsc" || code === "TYPE" ? refine(error) : undefined;
  if (refined !== undefined) return { leaf: refined, confidence: sure.code };
  const byCode = leafOfCode(tool, code);
  const byWords = messageLeaves.find(
    ({ pattern, tools, codes }) =>
      (tools === undefined || tools.includes(tool)) &&
      (codes === undefined || code === null || codes.test(code)) &&
      pattern.test(message),
  )?.leaf;
  // A compiler's code is exact; its words quote the user's names, which may say anything.
  if (
    byCode !== undefined &&
    (tool === "tsc" || byWords === undefined || byWords === byCode || byWords === "runtime/exception")
  ) {
    return { leaf: byCode, confidence: sure.code };
  }
  if (byWords !== undefined) return { leaf: byWords, confidence: sure.words };
  const byTool = toolLeaves[tool];
  if (byTool !== undefined) return { leaf: byTool, confidence: sure.tool };
  return { leaf: "unknown/other", confidence: sure.nothing };
}

/** What the compiler files under "not assignable", and is something narrower. */
const refinements: readonly { readonly pattern: RegExp; readonly leaf: Leaf }[] = [
  {
    pattern: /'(?<type>.+) \| (?:undefined|null)' is not assignable to (?:type|parameter of type) '\k<type>'/,
    leaf: "type/null",
  },
  { pattern: /(?:Type|type) '(?:undefined|null)' is not assignable/, leaf: "type/null" },
  {
    pattern: /Propert(?:y|ies) .* (?:is|are) missing in type|is missing the following properties/,
    leaf: "type/missing-property",
  },
];

function refine({ code, excerpt }: StructuredError): Leaf | undefined {
  if (code !== "TS2322" && code !== "TS2345") return undefined;
  return refinements.find(({ pattern }) => pattern.test(excerpt))?.leaf;
}

const unusedRule = /\bno-unused-vars\b|\bno-unused-imports\b|\bno-unused-private-class-members\b/;

function leafOfCode(tool: Tool, code: string | null): Leaf | undefined {
  if (code === null) return undefined;
  if (unusedRule.test(code)) return "type/unused";
  if (tool === "npm" && /^E(?:429|5\d\d)$/.test(code)) return "network/registry";
  if (codeLeaves[code] !== undefined) return codeLeaves[code];
  // Rules of the linter are the linter's, whatever they are about.
  if ((tool === "oxlint" || tool === "eslint") && /\(/.test(code)) return "type/lint";
  // What has no entry: TypeScript counts syntax from 1000, types from 2000, its own options from 5000.
  const number = /^TS(\d+)$/.exec(code)?.[1];
  if (number === undefined) return undefined;
  if (number.length === 4 && number.startsWith("1")) return "syntax/parse";
  if (number.length === 4 && number.startsWith("5")) return "configuration/invalid";
  return number === "2307" || number === "2306" ? undefined : "type/other";
}
