// All templates of ours, by category. One file a category; the order is the order in which they are shown.
import { customers } from "./categories/customers.ts";
import { home } from "./categories/home.ts";
import { learning } from "./categories/learning.ts";
import { people } from "./categories/people.ts";
import { sites } from "./categories/sites.ts";
import { stock } from "./categories/stock.ts";
import { work } from "./categories/work.ts";
import type { Template, TemplateCategory } from "./template.ts";

export const templatesByCategory: Readonly<Record<TemplateCategory, readonly Template[]>> = {
  work,
  customers,
  stock,
  people,
  learning,
  home,
  sites,
};

const byId = new Map(
  Object.values(templatesByCategory)
    .flat()
    .map((template) => [template.id, template]),
);

export const findTemplate = (id: string): Template | undefined => byId.get(id);
