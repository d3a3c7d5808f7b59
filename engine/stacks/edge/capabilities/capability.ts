// What one capability adds to a generated app, as data; emit-capabilities.ts writes the registries from it.
import type { ResolvedApp } from "#engine/prd/resolved.ts";

export interface EmittedPage {
  path: string;
  title: string;
  icon: string;
  /** Below src/client/capabilities; exports `Component`. */
  module: string;
  isHome?: boolean;
  isHidden?: boolean;
  /** A module that exports `Mark`, shown behind its title in the menu of a site. */
  mark?: string;
}

export interface Contribution {
  /** Folders of template/ that are copied into the app. */
  folders: string[];
  pages?: EmittedPage[];
  panels?: { id: string; models: string[]; module: string }[];
  /** Modules that export `Action`: what visitors do with a record at once. */
  actions?: { id: string; models: string[]; module: string }[];
  /**
   * Hono apps: where they are mounted below /api, the module below src/server/capabilities, the name it exports, and what
   * each of their routes does ("POST /checkout"), for the description of the API.
   */
  routes?: { path: string; module: string; name: string; summaries: Readonly<Record<string, string>> }[];
  /** Checks before a record of a model is stored. */
  rules?: { model: string; module: string; name: string }[];
  /** SQL statements after the example rows. */
  seed?: string[];
  /** Files written for this app. */
  files?: ReadonlyMap<string, string>;
}

/** Says why a capability cannot be built on these models; shown to the user among the app's notes. */
export interface Refusal {
  note: string;
}

/** A first path segment that no model's page or API uses. */
export function freeSlug(app: ResolvedApp, wished: string): string {
  const taken = new Set(app.models.map((model) => model.slug));
  let slug = wished;
  while (taken.has(slug)) slug = `${slug}-page`;
  return slug;
}

/** A table that no model of the app has. */
export function freeTable(app: ResolvedApp, wished: string): string {
  const taken = new Set([...app.models, ...app.links].map(({ table }) => table.toLowerCase()));
  let table = wished;
  while (taken.has(table)) table = `${table}_`;
  return table;
}
