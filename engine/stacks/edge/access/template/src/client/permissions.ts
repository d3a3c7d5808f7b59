// What the person may do decides what is shown; the server decides anew about every request.
import type { Reach } from "../shared/access/access.ts";
import type { ApiRecord, ModelMeta } from "../shared/model.ts";
import { readSession } from "./access/session.ts";

/** Without a record: whether it may be possible for one of them. */
export function may(model: ModelMeta, action: "read" | "create" | "update" | "delete", record?: ApiRecord): boolean {
  const reach: Reach = readSession().may[model.key]?.[action] ?? "none";
  return reach === "all" || (reach === "own" && (record === undefined || record["_isOwn"] === true));
}

/** The name of who is signed in. */
export const accountName = (): string | null => readSession().user?.name ?? null;
