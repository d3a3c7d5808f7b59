import { deleteConnection } from "./delete.ts";
import { listConnections } from "./list.ts";
import { putConnection } from "./put.ts";

export const connectionOperations = [listConnections, putConnection, deleteConnection];
