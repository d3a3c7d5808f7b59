// The one place where the routes of a model are registered; what they are stands in resource-routes.ts.
import { Hono } from "hono";
import type { AppEnv } from "../env.ts";
import { resourceRoutes } from "./resource-routes.ts";
import type { Resource } from "./table.ts";

export function createResource(resource: Resource): Hono<AppEnv> {
  const router = new Hono<AppEnv>();
  for (const { method, path, handle } of resourceRoutes)
    router.on(method, path, (context) => handle(context, resource));
  return router;
}
