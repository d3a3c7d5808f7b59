// What the person may do decides what is shown. This app has no accounts: everything is. An app with accounts has another
// file in this place.
import type { ApiRecord, ModelMeta } from "../shared/model.ts";

/** Without a record: whether it may be possible for one of them. */
export const may = (
  _model: ModelMeta,
  _action: "read" | "create" | "update" | "delete",
  _record?: ApiRecord,
): boolean => true;

/** The name of who is signed in. */
export const accountName = (): string | null => null;
