// What can be seen of a page without knowing who wrote it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { z } from "zod";

const script = readFileSync(join(import.meta.dirname, "in-page.js"), "utf8");

const pageFactsSchema = z.object({
  url: z.string(),
  title: z.string(),
  text: z.string(),
  labels: z.array(z.string()),
  buttons: z.array(z.string()),
  links: z.array(
    z.object({
      text: z.string(),
      href: z.string(),
      inNavigation: z.boolean(),
      inMenu: z.boolean(),
      isShown: z.boolean(),
    }),
  ),
  forms: z.number(),
  hasSearch: z.boolean(),
  selects: z.number(),
  images: z.number(),
  hasChart: z.boolean(),
  rows: z.number(),
  width: z.number(),
});
export type PageFacts = z.infer<typeof pageFactsSchema>;

export const readFacts = async (page: Page): Promise<PageFacts> =>
  pageFactsSchema.parse(await page.evaluate<unknown>(script));
