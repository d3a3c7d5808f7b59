// What people say of one record: the site's quotes that point to it.
import { modelOf } from "../../shared/lookup.ts";
import type { ModelMeta } from "../../shared/model.ts";
import { publishedQuery } from "../../shared/published.ts";
import { site } from "../../shared/site.ts";

/** Where they are asked for; null when the quotes are about the whole. */
export function quotesOf(model: ModelMeta, id: string): { model: ModelMeta; query: URLSearchParams } | null {
  if (site.quotes === "") return null;
  const quotes = modelOf(site.quotes);
  const key = quotes.fields.find((field) => field.reference?.model === model.key)?.key;
  return key === undefined
    ? null
    : { model: quotes, query: publishedQuery(quotes, new URLSearchParams({ [key]: id, pageSize: "6" })) };
}
