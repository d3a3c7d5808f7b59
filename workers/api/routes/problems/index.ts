import { listRequests } from "../requests/list.ts";
import { dismissProblem } from "./dismiss.ts";
import { listProblems } from "./list.ts";
import { repairProblem } from "./repair.ts";

export const problemOperations = [listProblems, repairProblem, dismissProblem, listRequests];
