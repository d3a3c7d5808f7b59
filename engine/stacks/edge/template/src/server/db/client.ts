import { drizzle } from "drizzle-orm/d1";
import type { Env } from "../env.ts";

export const connect = (env: Env) => drizzle(env.DB);

export type Db = ReturnType<typeof connect>;
