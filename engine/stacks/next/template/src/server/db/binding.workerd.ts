// The database on Cloudflare Workers: the D1 binding of wrangler.toml. Migrations are applied by wrangler.
import { env } from "cloudflare:workers";
import type { Database } from "../env.ts";

export const database = (): Promise<Database> => Promise.resolve(env.DB);
