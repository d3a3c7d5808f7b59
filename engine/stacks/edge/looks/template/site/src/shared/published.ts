import type { Choice, FieldMeta, ModelMeta } from "./model.ts";

const isPublished = (choice: Choice): boolean => choice.label.toLowerCase() === "published";

/** The field and the choice that mark a record as public, where the model has such a state. */
export function publishedState(model: ModelMeta): { field: FieldMeta; choice: string } | undefined {
  for (const field of model.fields) {
    const choice = field.choices?.find(isPublished);
    if (choice !== undefined) return { field, choice: choice.value };
  }
  return undefined;
}

/** What visitors see of a list: drafts and archived records stay in the management area. */
export function publishedQuery(model: ModelMeta, query: URLSearchParams): URLSearchParams {
  const state = publishedState(model);
  if (state) query.set(state.field.key, state.choice);
  return query;
}
