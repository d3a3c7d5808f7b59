// The API. `createApp()` knows every route; what may be reached is decided in `guard.ts`, what is shown in `views.ts`.
import { OpenAPIHono } from "@hono/zod-openapi";
import { getPath } from "hono/utils/url";
import type { z } from "zod";
import { newId } from "#db/ids.ts";
import type { ApiEnv } from "./api-env.ts";
import { ApiError, onError, onNotFound } from "./errors.ts";
import { plainMessage } from "./plain-message.ts";
import { allowListedOrigins } from "./middleware/cross-origin.ts";
import { secureData } from "./middleware/security-headers.ts";
import { buildOpenApiDocument } from "./openapi.ts";
import { mount } from "./operation.ts";
import { operations } from "./routes/index.ts";

export function createApp(): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({
    getPath: (request) => canonicalPath(getPath(request)),
    defaultHook: (result) => {
      if (!result.success) throw invalid(result.error, result.target);
    },
  });
  let document: Record<string, unknown> | undefined;
  const describe = () => (document ??= buildOpenApiDocument(app));
  app.use(async (c, next) => {
    const requestId = newId("request");
    c.set("requestId", requestId);
    c.set("describe", describe);
    await next();
    // The answer to a socket upgrade is the Durable Object's, and immutable.
    if (c.res.status === 101) return;
    const { headers } = c.res;
    headers.set("x-request-id", requestId);
    if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
    if (!headers.has("content-security-policy")) secureData(headers, c.env);
  });
  app.use(allowListedOrigins);
  for (const operation of operations) mount(app, operation);
  app.onError(onError);
  app.notFound(onNotFound);
  return app;
}

/** `/api/x` is `/api/v1/x`. */
export function canonicalPath(path: string): string {
  return path.startsWith("/api/v1/") || !path.startsWith("/api/") ? path : `/api/v1${path.slice(4)}`;
}

function invalid(error: z.ZodError, target: string): ApiError {
  const details = error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: "There is no such field." }))
      : [{ path: issue.path.join("."), message: plainMessage(issue) }],
  );
  const first = details[0] ?? { path: "", message: "It is not valid." };
  const where = target === "json" ? (first.path ? `Field "${first.path}"` : "The body") : `Parameter "${first.path}"`;
  return new ApiError("VALIDATION_ERROR", `${where}: ${first.message}`, { details });
}
