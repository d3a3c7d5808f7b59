import { cors } from "hono/cors";
import type { MiddlewareHandler } from "hono";
import { variables } from "../../env.ts";
import type { ApiEnv } from "../api-env.ts";

const answer = cors({
  origin: (origin, c) => (variables(c.env).CORS_ORIGINS.includes(origin) ? origin : null),
  credentials: true,
  allowMethods: ["GET", "POST", "PATCH", "DELETE"],
  allowHeaders: ["authorization", "content-type"],
  exposeHeaders: ["x-request-id", "retry-after"],
  maxAge: 600,
});

/** Pages of the origins in CORS_ORIGINS may call the API; without that list, our own alone. */
export const allowListedOrigins: MiddlewareHandler<ApiEnv> = (c, next) =>
  c.req.header("origin") === undefined ? next() : answer(c, next);
