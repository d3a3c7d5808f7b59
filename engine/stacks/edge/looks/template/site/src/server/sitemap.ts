import { and, desc, eq } from "drizzle-orm";
import { Hono } from "hono";
import { modelOf } from "../shared/lookup.ts";
import { publishedState } from "../shared/published.ts";
import { site } from "../shared/site.ts";
import { connect } from "./db/client.ts";
import type { AppEnv } from "./env.ts";
import { shown } from "./resource/shown.ts";
import { tableOf } from "./resource/labels.ts";
import { columnOf } from "./resource/table.ts";

const mostRecords = 1_000;

/** Every public page, with the host it was asked at. */
export const sitemap = new Hono<AppEnv>().get("/sitemap.xml", async (context) => {
  const db = connect(context);
  const { origin } = new URL(context.req.url);
  const records = await Promise.all(
    site.collections.map(async ({ model: key }) => {
      const model = modelOf(key);
      const table = tableOf(model);
      const state = publishedState(model);
      const rows = await db
        .select({ id: table.id })
        .from(table)
        .where(and(shown(db, model), state && eq(columnOf(table, state.field.key), state.choice)))
        .orderBy(desc(table.createdAt))
        .limit(mostRecords);
      return [`/${model.slug}`, ...rows.map(({ id }) => `/${model.slug}/${String(id)}`)];
    }),
  );
  const paths = [
    "/",
    "/about",
    ...(site.questions.length > 0 ? ["/faq"] : []),
    ...(site.contact === "" ? [] : ["/contact"]),
    ...records.flat(),
  ];
  const entries = paths.map((path) => `  <url><loc>${origin}${encodeURI(path)}</loc></url>\n`).join("");
  return context.body(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}</urlset>\n`,
    200,
    { "Content-Type": "application/xml; charset=utf-8" },
  );
});
