import { createRoute } from "@hono/zod-openapi";
import { open } from "../../guard.ts";
import { securePage } from "../../middleware/security-headers.ts";
import { operation } from "../../operation.ts";

/** Script and style are copied from swagger-ui-dist into the web build, so that the page works without a network. */
const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>NexusGen API</title>
    <link rel="stylesheet" href="/api-docs/swagger-ui.css" />
  </head>
  <body>
    <main id="docs"></main>
    <script src="/api-docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

export const showDocs = operation({
  guard: open,
  route: createRoute({
    method: "get",
    path: "/api/v1/docs",
    tags: ["docs"],
    summary: "This document as a page on which calls can be tried",
    responses: { 200: { description: "The page.", content: { "text/html": {} } } },
  }),
  handle(c) {
    securePage(c.res.headers, c.env, c.req.raw);
    return c.html(page);
  },
});
