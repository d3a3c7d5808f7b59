import { z } from "zod";
import { templateCategories } from "#engine/templates/template.ts";

const categoryIds = templateCategories.map(({ id }) => id);

export const templateSchema = z.object({
  id: z.string(),
  title: z.string(),
  category: z.enum(categoryIds),
  /** What it is for, in one sentence. */
  purpose: z.string(),
  /** With `{{name}}` where a variable's value goes. */
  prompt: z.string(),
  variables: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      /** `colour`: the name of one of `colours`, or another one that the architect knows. */
      kind: z.enum(["text", "colour", "choice"]),
      preset: z.string(),
      /** Of a `choice`. */
      choices: z.array(z.string()).optional(),
    }),
  ),
  /** What the app will keep. */
  models: z.array(z.string()),
});
export type TemplateView = z.infer<typeof templateSchema>;

export const templatesSchema = z.object({
  categories: z.array(z.object({ id: z.enum(categoryIds), title: z.string() })),
  colours: z.array(z.object({ name: z.string(), /** `#rrggbb`. */ value: z.string() })),
  items: z.array(templateSchema),
});
export type TemplatesView = z.infer<typeof templatesSchema>;

export const templateParamsSchema = z.object({ id: z.string().min(1).max(64) });
export const templatePictureQuerySchema = z.object({
  /** One of `colours`; the template's own without it, or for another one. */
  colour: z.string().max(40).optional(),
});
