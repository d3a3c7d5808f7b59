import type { MetadataRoute } from "next";
import { siteOrigin } from "../lib/site-origin.ts";

export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/manage"] },
    sitemap: `${await siteOrigin()}/sitemap.xml`,
  };
}
