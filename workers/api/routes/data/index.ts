import { askData } from "./ask.ts";
import { deleteRows, insertRows, updateRow } from "./change-rows.ts";
import { listRows } from "./list-rows.ts";
import { listTables } from "./list-tables.ts";
import { resetData } from "./reset.ts";

export const dataOperations = [listTables, listRows, insertRows, updateRow, deleteRows, askData, resetData];
