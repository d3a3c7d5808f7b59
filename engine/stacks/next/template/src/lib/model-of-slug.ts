import { notFound } from "next/navigation";
import type { ModelMeta } from "../shared/model.ts";
import { models } from "../shared/models.ts";

/** The model whose pages a path segment names; an unknown one ends as "not found". */
export function modelOfSlug(slug: string): ModelMeta {
  const model = models.find((candidate) => candidate.slug === decodeURIComponent(slug));
  if (!model) notFound();
  return model;
}
