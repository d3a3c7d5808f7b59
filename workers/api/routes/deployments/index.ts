import { listDeployments } from "./list.ts";

export const deploymentOperations = [listDeployments];
