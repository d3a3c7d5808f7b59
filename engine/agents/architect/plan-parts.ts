// What follows from a plan's models by itself. A model neither reads nor writes it: it is taken out of the plans that are
// shown, and put into those that come back.
import { planEndpoints, planPages } from "#engine/architect/pages.ts";
import type { Prd } from "#engine/prd/schema.ts";

/** With every page and address of the models, after those that were planned. */
export function completePlan(prd: Prd): Prd {
  const under = prd.site === undefined && !isSite(prd) ? "" : "/manage";
  const pages = planPages(prd.models, prd.relationships, prd.badges).map((page) => ({
    ...page,
    path: under === "" ? page.path : `${under}${page.path === "/" ? "" : page.path}`,
  }));
  const planned = new Set(prd.pages.map(({ path }) => path));
  const served = new Set(prd.endpoints.map(({ method, path }) => `${method} ${path}`));
  const endpoints = planEndpoints(prd.models).filter(({ method, path }) => !served.has(`${method} ${path}`));
  return {
    ...prd,
    pages: [...prd.pages, ...pages.filter(({ path }) => !planned.has(path))].slice(0, 100),
    endpoints: [...prd.endpoints, ...endpoints].slice(0, 400),
  };
}

/**
 * Without what `completePlan` adds, without the tasks, which are done or belong to rules, and without example records, which
 * tell nothing that the fields do not.
 */
export function essentialPlan(prd: Prd): Prd {
  const own = { ...prd, pages: [], endpoints: [] };
  const added = completePlan(own);
  const isAdded = <Part>(part: Part, parts: readonly Part[]) => parts.some((other) => same(part, other));
  const models = prd.models.map((model) => {
    const { examples: _examples, ...rest } = model;
    return rest;
  });
  return {
    ...prd,
    models,
    pages: prd.pages.filter((page) => !isAdded(page, added.pages)),
    endpoints: prd.endpoints.filter((endpoint) => !isAdded(endpoint, added.endpoints)),
    tasks: [],
  };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isSite = ({ theme: { preset } }: Prd): boolean =>
  preset === "marketing" || preset === "editorial" || preset === "storefront";
