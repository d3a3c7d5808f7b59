import type { MetadataRoute } from "next";
import { siteOrigin } from "../lib/site-origin.ts";
import { models } from "../shared/models.ts";

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = await siteOrigin();
  return ["/", ...models.map(({ slug }) => `/${slug}`), "/about"].map((path) => ({ url: `${origin}${path}` }));
}
