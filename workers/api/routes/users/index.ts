import { readMe } from "./read-me.ts";
import { updateMe } from "./update-me.ts";

export const userOperations = [readMe, updateMe];
