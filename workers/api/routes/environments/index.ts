import { addDomain } from "./add-domain.ts";
import { changeVariables } from "./change-variables.ts";
import { listEnvironments } from "./list.ts";
import { putEnvironment } from "./put.ts";
import { removeDomain } from "./remove-domain.ts";
import { verifyDomain } from "./verify-domain.ts";

export const environmentOperations = [
  listEnvironments,
  putEnvironment,
  changeVariables,
  addDomain,
  verifyDomain,
  removeDomain,
];
