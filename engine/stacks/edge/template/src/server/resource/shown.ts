import { and, type SQL } from "drizzle-orm";
import type { ModelMeta } from "../../shared/model.ts";
import type { Db } from "../db/client.ts";
import { visible } from "../permissions.ts";
import { tableOf } from "./labels.ts";
import { isLive } from "./table.ts";

/** The records of a model that exist for a request: not in the trash, and for it to read. Every list begins with it. */
export const shown = (db: Db, model: ModelMeta): SQL | undefined => and(isLive(tableOf(model)), visible(db, model));
