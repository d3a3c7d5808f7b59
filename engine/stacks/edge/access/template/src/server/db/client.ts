import { drizzle } from "drizzle-orm/d1";
import type { Context } from "hono";
import type { AppEnv } from "../env.ts";

/** The database of a request, which knows who asks; see permissions.ts. */
export const connect = (context: Context<AppEnv>) =>
  Object.assign(drizzle(context.env.DB), { viewer: context.get("viewer") });

export type Db = ReturnType<typeof connect>;
