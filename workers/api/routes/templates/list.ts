import { createRoute } from "@hono/zod-openapi";
import { templateLibrary } from "#engine/templates/template-library.ts";
import { open } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { templatesSchema } from "../../schemas/templates.ts";

export const listTemplates = operation({
  guard: open,
  route: createRoute({
    method: "get",
    path: "/api/v1/templates",
    tags: ["templates"],
    summary: "Prompts to begin with: what each is for, what it asks for, and what the app will keep",
    responses: { 200: jsonOf("All of them, by category.", templatesSchema) },
  }),
  handle: (c) => c.json(templateLibrary, 200, { "cache-control": "public, max-age=300" }),
});
