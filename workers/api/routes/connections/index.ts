import { deleteConnection } from "./delete.ts";
import { listConnections } from "./list.ts";
import { putConnection } from "./put.ts";
import { testConnection } from "./test-connection.ts";

export const connectionOperations = [listConnections, putConnection, testConnection, deleteConnection];
