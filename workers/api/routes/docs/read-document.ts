import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { open } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";

export const readDocument = operation({
  guard: open,
  route: createRoute({
    method: "get",
    path: "/api/v1/openapi.json",
    tags: ["docs"],
    summary: "This document",
    responses: { 200: jsonOf("OpenAPI 3.1.", z.record(z.string(), z.unknown())) },
  }),
  handle: (c) => Response.json(c.get("describe")()),
});
