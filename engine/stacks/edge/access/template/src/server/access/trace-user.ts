import type { Context } from "hono";
import { connect } from "../db/client.ts";
import type { AppEnv } from "../env.ts";
import { rowOf } from "./changes.ts";
import { changes, type users } from "./tables.ts";

/** Accounts stand in the audit trail like records, under a model of their own. `changed`: before and after, by field. */
export const traceUser = (
  context: Context<AppEnv>,
  user: Pick<typeof users.$inferSelect, "id" | "name">,
  action: string,
  changed: object = {},
) =>
  connect(context)
    .insert(changes)
    .values(
      rowOf(context.get("viewer"), {
        action,
        model: "_users",
        recordId: user.id,
        label: user.name,
        fields: Object.entries(changed).map(([field, [before, after]]) => ({ field, before, after })),
      }),
    );
