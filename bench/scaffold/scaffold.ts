import type { Prd } from "#engine/prd/schema.ts";
import type { FileTree } from "#engine/stacks/stack.ts";

export interface Scaffold {
  /** Index in the values of the seed; with the seed it names the PRD. */
  index: number;
  prd: Prd;
  files: FileTree;
}

export interface Failure {
  index: number;
  step: string;
  message: string;
}

export function report(failures: Failure[], failure: Failure): void {
  failures.push(failure);
  console.error(`${failure.index}: ${failure.step}: ${failure.message}`);
}
