import { createRoute } from "@hono/zod-openapi";
import { open } from "../../guard.ts";
import { operation } from "../../operation.ts";

/** A file of its own, since the page's policy forbids inline script. */
const script = `SwaggerUIBundle({ url: "/api/v1/openapi.json", dom_id: "#docs", deepLinking: true, validatorUrl: null });\n`;

export const startDocs = operation({
  guard: open,
  route: createRoute({
    method: "get",
    path: "/api/v1/docs/start.js",
    tags: ["docs"],
    summary: "The script of the documentation page",
    responses: { 200: { description: "The script.", content: { "text/javascript": {} } } },
  }),
  handle: (c) => c.body(script, 200, { "content-type": "text/javascript; charset=utf-8" }),
});
