// Syntax trees of the app's code. Babel's parser, since it runs in Workers and reads everything the stacks emit; decision
// 0016 has the alternatives. Trees are read for positions only: edits are made in the text, so that its layout stays.
import { parse, type ParseResult } from "@babel/parser";

export type Module = ParseResult;

export type ParsedModule =
  | { readonly ok: true; readonly module: Module }
  /** `offset`: where the parser gave up; `reason`: its own name for why. */
  | { readonly ok: false; readonly offset: number; readonly reason: string; readonly message: string };

const script = /\.[cm]?[jt]sx?$/;

export const isModulePath = (path: string): boolean => script.test(path);

export function parseModule(path: string, text: string): ParsedModule {
  const plugins: ("typescript" | "jsx")[] = [];
  if (/\.[cm]?tsx?$/.test(path)) plugins.push("typescript");
  if (/x$|\.[cm]?js$/.test(path)) plugins.push("jsx");
  try {
    return { ok: true, module: parse(text, { sourceType: "module", plugins, attachComment: false }) };
  } catch (error) {
    return { ok: false, ...readFault(error, text.length) };
  }
}

function readFault(error: unknown, end: number): { offset: number; reason: string; message: string } {
  const fault = error as { pos?: unknown; reasonCode?: unknown; message?: unknown };
  return {
    offset: typeof fault.pos === "number" ? fault.pos : end,
    reason: typeof fault.reasonCode === "string" ? fault.reasonCode : "Unknown",
    message: typeof fault.message === "string" ? fault.message : "",
  };
}
