// One route: its contract, its guard, its handler. `operation()` ties their types together; `mount()` puts it into the
// app, where the order is guard, body limit, validation, handler.
import type { OpenAPIHono, RouteConfig, RouteHandler } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { z } from "zod";
import type { ApiEnv } from "./api-env.ts";
import type { Granted, Guard } from "./guard.ts";
import { limitBody } from "./middleware/limit-body.ts";
import { checkBodyMember, checkGuard } from "./middleware/check-guard.ts";
import { describeErrors, describeSecurity } from "./openapi.ts";

export interface Operation {
  guard: Guard;
  route: RouteConfig;
  respond(c: Context<ApiEnv>): Response | Promise<Response>;
  /** Bytes. */
  bodyLimit: number;
}

const defaultBodyLimit = 64 * 1024;

export function operation<R extends RouteConfig, const G extends Guard>(definition: {
  guard: G;
  route: R;
  handle(
    c: Parameters<RouteHandler<R, ApiEnv>>[0],
    granted: Granted<G>,
  ): Response | Promise<Response> | ReturnType<RouteHandler<R, ApiEnv>>;
  bodyLimit?: number;
}): Operation {
  return {
    guard: definition.guard,
    route: definition.route,
    bodyLimit: definition.bodyLimit ?? defaultBodyLimit,
    respond: (c) =>
      definition.handle(
        c as Parameters<RouteHandler<R, ApiEnv>>[0],
        c.get("granted") as Granted<G>,
      ) as Promise<Response>,
  };
}

export function mount(app: OpenAPIHono<ApiEnv>, { guard, route, respond, bodyLimit }: Operation): void {
  const byBody = guard.kind === "member" && guard.by === "body";
  app.openapi(
    {
      ...route,
      ...describeSecurity(guard),
      responses: { ...route.responses, ...describeErrors(guard, route) },
      middleware: route.request?.body ? [checkGuard(guard), limitBody(bodyLimit)] : [checkGuard(guard)],
    },
    (async (c: Context<ApiEnv>) => {
      if (byBody) await checkBodyMember(c, guard);
      return respond(c);
    }) as never,
  );
}

/** A request body of JSON that must be there. */
export function jsonBody<T extends z.ZodType>(schema: T) {
  return { content: { "application/json": { schema } }, required: true } as const;
}

/** A response of JSON. */
export function jsonOf<T extends z.ZodType>(description: string, schema: T) {
  return { description, content: { "application/json": { schema } } } as const;
}
