// What the app is given on Cloudflare Workers: the bindings of wrangler.toml. Migrations are applied by wrangler.
import { env } from "cloudflare:workers";
import type { Env } from "../env.ts";

export const bindings = (): Promise<Env> => Promise.resolve(env);
