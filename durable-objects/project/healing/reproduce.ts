// The smallest thing that shows a failure: the step, what it prints, and the lines that it is about. Pure.
import type { Diagnosis } from "#engine/heal/diagnosis.ts";
import type { Tree } from "#engine/heal/edits/edit.ts";
import type { Stack } from "#engine/stacks/stack.ts";
import type { Reproduction } from "#protocol/repair-account.ts";

const mostPlaces = 3;
const mostOutput = 2_000;
const linesAround = 6;
/** A line of a bundle or a lockfile may be a whole file. */
const longestLine = 300;

export function reproduce({ where, excerpt, causes = [] }: Diagnosis, tree: Tree, stack: Stack): Reproduction {
  const step = [...stack.buildSteps, ...stack.testSteps].find(({ name }) => name === where);
  const command = where === "install" ? "npm ci" : step && step.command.length > 0 ? written(step.command) : null;
  const places = new Map<string, Reproduction["places"][number]>();
  for (const { error } of causes) {
    const { file, line } = error;
    const text = file === null ? undefined : tree.get(file);
    if (file === null || line === null || text === undefined || places.size === mostPlaces) continue;
    const near = [...places.values()].some(
      (place) => place.path === file && Math.abs(place.line - line) <= linesAround,
    );
    if (!near) places.set(`${file}:${line}`, sliceAround(file, line, text));
  }
  return { step: where, command, output: excerpt.slice(0, mostOutput), places: [...places.values()] };
}

/** What people type for it. */
function written([program = "", ...rest]: readonly string[]): string {
  const line = program === "sh" ? rest.at(-1) : undefined;
  return line === undefined ? `npx ${[program, ...rest].join(" ")}` : `npx -c "${line.replaceAll("exec ", "")}"`;
}

function sliceAround(path: string, line: number, text: string): Reproduction["places"][number] {
  const lines = text.split("\n");
  const at = Math.min(Math.max(line, 1), lines.length);
  const from = Math.max(1, at - linesAround);
  const shown = lines.slice(from - 1, at + linesAround).map((each) => each.slice(0, longestLine));
  return { path, from, line: at, text: shown.join("\n") };
}
