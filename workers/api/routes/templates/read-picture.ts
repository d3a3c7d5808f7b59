import { createRoute } from "@hono/zod-openapi";
import { planFromPrompt } from "#engine/architect/architect.ts";
import { drawSketch } from "#engine/sketch/draw-sketch.ts";
import { templateColours } from "#engine/templates/colours.ts";
import { findTemplate } from "#engine/templates/templates.ts";
import { fillVariables } from "#protocol/prompt-variables.ts";
import { notFound } from "../../errors.ts";
import { open } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { templateParamsSchema, templatePictureQuerySchema } from "../../schemas/templates.ts";

/** Planning takes some ms and anyone may ask: each of the few pictures there are is drawn once an isolate. */
const drawn = new Map<string, string>();

export const readTemplatePicture = operation({
  guard: open,
  route: createRoute({
    method: "get",
    path: "/api/v1/templates/{id}/picture",
    tags: ["templates"],
    summary: "What the app of a template will look like, drawn from the plan of its prompt",
    request: { params: templateParamsSchema, query: templatePictureQuerySchema },
    responses: { 200: { description: "The picture, 640 × 400.", content: { "image/svg+xml": {} } } },
  }),
  handle(c) {
    const { id } = c.req.valid("param");
    const wanted = c.req.valid("query").colour;
    const template = findTemplate(id);
    if (!template) throw notFound("template");
    const colour = templateColours.find(({ name }) => name === wanted)?.name;
    const key = `${id}/${colour ?? ""}`;
    const picture =
      drawn.get(key) ??
      draw(template.prompt, {
        ...Object.fromEntries(template.variables.map(({ name, preset }) => [name, preset])),
        ...(colour !== undefined && { colour }),
      });
    drawn.set(key, picture);
    return c.body(picture, 200, { "content-type": "image/svg+xml", "cache-control": "public, max-age=3600" });
  },
});

function draw(prompt: string, values: Record<string, string>): string {
  const planned = planFromPrompt(fillVariables(prompt, values));
  if (!planned.ok) throw new Error(`A template's prompt has no plan: ${planned.message}`);
  return drawSketch(planned.prd);
}
