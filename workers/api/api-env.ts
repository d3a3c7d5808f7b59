import type { Env } from "../env.ts";

/** What Hono's context carries in this app. */
export interface ApiEnv {
  Bindings: Env;
  Variables: {
    requestId: string;
    /** What the guard found; its type depends on the guard and is given to the handler by `operation()`. */
    granted: unknown;
    /** The OpenAPI document of the app that answers. */
    describe: () => Record<string, unknown>;
  };
}
