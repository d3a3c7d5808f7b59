import { planElementEdit } from "./edit.ts";
import { openMarked } from "./open-marked.ts";
import { readElements } from "./read.ts";

export const elementOperations = [openMarked, readElements, planElementEdit];
