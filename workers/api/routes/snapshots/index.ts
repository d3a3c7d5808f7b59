import { createSnapshot } from "./create.ts";
import { listSnapshots } from "./list.ts";
import { revokeSnapshot } from "./revoke.ts";

export const snapshotOperations = [createSnapshot, listSnapshots, revokeSnapshot];
