// A tool's use as one line for people.
import type { ToolCall } from "#engine/llm/provider.ts";
import type { ToolOutcome } from "./tool.ts";

const verbs: Readonly<Record<string, string>> = {
  list_files: "Looked at the files",
  read_file: "Read",
  search: "Searched for",
  search_docs: "Looked up",
  write_file: "Wrote",
  edit_file: "Changed",
  delete_file: "Deleted",
  rename_file: "Moved",
  add_dependency: "Added the package",
  run_check: "Checked types and lint",
  run_tests: "Ran the tests",
  read_build_log: "Read the build log",
  finish: "Finished",
  submit_plan: "Handed in the plan",
  ask_questions: "Asked questions",
  report_findings: "Reported its findings",
};

/** Their failure says what failed by itself. */
const checks = new Set(["run_check", "run_tests"]);

export function describeToolUse(call: ToolCall, outcome: ToolOutcome): string {
  const input = (typeof call.input === "object" && call.input !== null ? call.input : {}) as Record<string, unknown>;
  const about = ["path", "from", "pattern", "folder", "question", "name"]
    .map((key) => input[key])
    .find((value) => typeof value === "string");
  const what = `${verbs[call.name] ?? call.name}${about ? ` ${String(about).slice(0, 120)}` : ""}`;
  if (!outcome.isError) return what;
  return checks.has(call.name) ? firstLines(outcome.text) : `Tried: ${what}. ${firstLines(outcome.text)}`;
}

function firstLines(text: string): string {
  const lines = text.split("\n");
  return lines.length > 6 ? `${lines.slice(0, 6).join("\n")}\n…` : text.slice(0, 600);
}
