import type { MetadataRoute } from "next";
import { siteLinks } from "../components/site/site-links.ts";
import { siteOrigin } from "../lib/site-origin.ts";
import { listRecords } from "../server/api.ts";
import { modelOf } from "../shared/lookup.ts";
import { publishedQuery } from "../shared/published.ts";
import { site } from "../shared/site.ts";

/** Of each model the newest, as many as one answer of the API holds. */
const recordsListed = "100";

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = await siteOrigin();
  const records = await Promise.all(
    site.collections.map(async (entry) => {
      const model = modelOf(entry.model);
      const { items } = await listRecords(
        model,
        publishedQuery(model, new URLSearchParams({ pageSize: recordsListed })),
      );
      return items.map(({ id, updatedAt }) => ({ url: `${origin}/${model.slug}/${id}`, lastModified: updatedAt }));
    }),
  );
  return [{ url: `${origin}/` }, ...siteLinks.map(({ to }) => ({ url: `${origin}${to}` })), ...records.flat()];
}
