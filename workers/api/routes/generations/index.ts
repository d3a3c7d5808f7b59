import { commandOperations } from "./command.ts";
import { listHistory } from "./list-history.ts";
import { listGenerations } from "./list.ts";
import { readGeneration } from "./read.ts";
import { startGeneration } from "./start.ts";

export const generationOperations = [
  startGeneration,
  listHistory,
  readGeneration,
  listGenerations,
  ...commandOperations,
];
