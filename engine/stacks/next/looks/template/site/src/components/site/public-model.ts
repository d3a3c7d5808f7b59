import { notFound, redirect } from "next/navigation";
import { modelOf } from "../../shared/lookup.ts";
import type { ModelMeta } from "../../shared/model.ts";
import { models } from "../../shared/models.ts";
import type { PublicModel } from "../../shared/site-meta.ts";
import { site } from "../../shared/site.ts";

/** What visitors see at a path segment. Records that they do not see lead on to the management area. */
export function publicModel(slug: string, rest = ""): { entry: PublicModel; model: ModelMeta } {
  const entry = site.collections.find(({ model }) => modelOf(model).slug === slug);
  if (entry) return { entry, model: modelOf(entry.model) };
  if (models.some((model) => model.slug === slug)) redirect(`/manage/${slug}${rest}`);
  notFound();
}
