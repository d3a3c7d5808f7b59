import { createRoute } from "@hono/zod-openapi";
import { templateColours } from "#engine/templates/colours.ts";
import { templateCategories } from "#engine/templates/template.ts";
import { templatesByCategory } from "#engine/templates/templates.ts";
import { open } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { templatesSchema, type TemplatesView } from "../../schemas/templates.ts";

const library: TemplatesView = {
  categories: templateCategories.map(({ id, title }) => ({ id, title })),
  colours: templateColours.map(({ name, value }) => ({ name, value })),
  items: templateCategories.flatMap(({ id: category }) =>
    templatesByCategory[category].map(({ id, title, purpose, prompt, variables, models }) => ({
      id,
      title,
      category,
      purpose,
      prompt,
      variables: variables.map(({ choices, ...variable }) => ({
        ...variable,
        ...(choices && { choices: [...choices] }),
      })),
      models: [...models],
    })),
  ),
};

export const listTemplates = operation({
  guard: open,
  route: createRoute({
    method: "get",
    path: "/api/v1/templates",
    tags: ["templates"],
    summary: "Prompts to begin with: what each is for, what it asks for, and what the app will keep",
    responses: { 200: jsonOf("All of them, by category.", templatesSchema) },
  }),
  handle: (c) => c.json(library, 200, { "cache-control": "public, max-age=300" }),
});
