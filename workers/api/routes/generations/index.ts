import { commandOperations } from "./command.ts";
import { listGenerations } from "./list.ts";
import { readGeneration } from "./read.ts";
import { startGeneration } from "./start.ts";

export const generationOperations = [startGeneration, readGeneration, listGenerations, ...commandOperations];
