import type { ComponentType } from "react";
import { modelOf } from "../../shared/lookup.ts";
import { site } from "../../shared/site.ts";
import { capabilityPages } from "../capabilities/registry.ts";
import { words } from "./words.ts";

/** Where a visitor can go, in the order of the menu. */
export const siteLinks: readonly { to: string; label: () => string; Mark?: ComponentType }[] = [
  ...site.collections.map(({ model: key }) => {
    const model = modelOf(key);
    return { to: `/${model.slug}`, label: () => model.pluralLabel };
  }),
  ...capabilityPages
    .filter((page) => !page.isHome && !page.isHidden)
    .map((page) => ({ to: `/${page.path}`, label: () => page.title, ...(page.Mark && { Mark: page.Mark }) })),
  { to: "/about", label: () => site.aboutTitle || words.about },
  ...(site.questions.length > 0 ? [{ to: "/faq", label: () => words.questions }] : []),
  ...(site.contact === "" ? [] : [{ to: "/contact", label: () => words.contact }]),
];
