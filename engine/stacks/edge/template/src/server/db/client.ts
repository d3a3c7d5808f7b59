import { drizzle } from "drizzle-orm/d1";
import type { Env } from "../env.ts";

/** The database of a request. */
export const connect = ({ env }: { env: Env }) => drizzle(env.DB);

export type Db = ReturnType<typeof connect>;
