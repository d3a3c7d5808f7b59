import { dismissProblem } from "./dismiss.ts";
import { listProblems } from "./list.ts";

export const problemOperations = [listProblems, dismissProblem];
