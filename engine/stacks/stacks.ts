import { edgeStack } from "./edge/edge-stack.ts";
import { nextStack } from "./next/next-stack.ts";
import type { Stack, StackId } from "./stack.ts";

export const stacks: Readonly<Record<StackId, Stack>> = { edge: edgeStack, next: nextStack };

export const stackFor = (id: StackId): Stack => stacks[id];
