import { edgeStack } from "./edge/edge-stack.ts";
import type { Stack, StackId } from "./stack.ts";

/** The stacks that can be generated today. */
export const stacks: Partial<Record<StackId, Stack>> = { edge: edgeStack };

export function stackFor(id: StackId): Stack {
  const stack = stacks[id];
  if (!stack)
    throw new Error(`The stack "${id}" is not available yet. Choose one of: ${Object.keys(stacks).join(", ")}.`);
  return stack;
}
