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

const stages =
  /^(new|open|pending|active|inactive|in progress|in review|approved|rejected|confirmed|completed|done|closed|draft|archived|published|on hold|planned|paused)$/i;

/** How far the people behind the site are with a record is no news to visitors; whether a house is sold is. */
export const isInternal = (field: FieldMeta): boolean =>
  /status|state|stage|priority/i.test(field.key) && (field.choices ?? []).every(({ label }) => stages.test(label));

/** What visitors see of a list: drafts and archived records stay in the management area. */
export function publishedQuery(model: ModelMeta, query: URLSearchParams): URLSearchParams {
  const state = publishedState(model);
  if (state) query.set(state.field.key, state.choice);
  return query;
}
