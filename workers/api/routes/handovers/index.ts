import { dismissHandover } from "./dismiss.ts";
import { readHandover } from "./read.ts";
import { retryHandover } from "./retry.ts";
import { rollBackHandover } from "./roll-back.ts";

export const handoverOperations = [readHandover, retryHandover, rollBackHandover, dismissHandover];
