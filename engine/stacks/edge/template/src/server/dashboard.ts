import { and, asc, count, desc, gte } from "drizzle-orm";
import { Hono } from "hono";
import type { Dashboard } from "../shared/model.ts";
import { models } from "../shared/models.ts";
import { countByWeek, sumNumbers } from "./dashboard-numbers.ts";
import { connect, type Db } from "./db/client.ts";
import type { AppEnv } from "./env.ts";
import { shown } from "./resource/shown.ts";
import { badgeCondition } from "./resource/filters.ts";
import { tableOf, toApiRecords } from "./resource/labels.ts";
import { columnOf, type Row } from "./resource/table.ts";

const week = 7 * 86_400_000;
const recentShown = 8;
const breakdownsShown = 4;

async function countModels(db: Db): Promise<Dashboard["models"]> {
  const since = new Date(Date.now() - week).toISOString();
  return Promise.all(
    models.map(async (model) => {
      const table = tableOf(model);
      const [all, fresh] = await db.batch([
        db.select({ total: count() }).from(table).where(shown(db, model)),
        db
          .select({ total: count() })
          .from(table)
          .where(and(shown(db, model), gte(table.createdAt, since))),
      ]);
      return { model: model.key, count: all[0]?.total ?? 0, newThisWeek: fresh[0]?.total ?? 0 };
    }),
  );
}

async function countBadges(db: Db): Promise<Dashboard["badges"]> {
  return Promise.all(
    models.flatMap((model) =>
      model.badges.map(async (badge) => {
        const table = tableOf(model);
        const rows = await db
          .select({ total: count() })
          .from(table)
          .where(and(shown(db, model), badgeCondition(badge, table)));
        return { model: model.key, badge: badge.slug, count: rows[0]?.total ?? 0 };
      }),
    ),
  );
}

/** The first choice field of each model, for the first few models that have one. */
async function breakDown(db: Db): Promise<Dashboard["breakdowns"]> {
  const chosen = models.flatMap((model) => {
    const field = model.fields.find(({ type }) => type === "enum");
    return field ? [{ model, field }] : [];
  });
  return Promise.all(
    chosen.slice(0, breakdownsShown).map(async ({ model, field }) => {
      const table = tableOf(model);
      const column = columnOf(table, field.key);
      const slices = await db
        .select({ value: column, count: count() })
        .from(table)
        .where(shown(db, model))
        .groupBy(column);
      return {
        model: model.key,
        field: field.key,
        slices: slices.map((slice) => ({
          value: slice.value === null ? null : String(slice.value),
          count: slice.count,
        })),
      };
    }),
  );
}

async function listRecent(db: Db): Promise<Dashboard["recent"]> {
  const perModel = await Promise.all(
    models.map(async (model) => {
      const table = tableOf(model);
      const rows = await db
        .select()
        .from(table)
        .where(shown(db, model))
        .orderBy(desc(table.createdAt), asc(table.id))
        .limit(recentShown);
      return (await toApiRecords(db, model, rows as Row[])).map((record) => ({
        model: model.key,
        id: record.id,
        label: record._label,
        createdAt: record.createdAt,
      }));
    }),
  );
  return perModel
    .flat()
    .sort((a, b) => (a.createdAt === b.createdAt ? a.id.localeCompare(b.id) : b.createdAt.localeCompare(a.createdAt)))
    .slice(0, recentShown);
}

export const dashboard = new Hono<AppEnv>().get("/", async (context) => {
  const db = connect(context);
  const counts = await countModels(db);
  const [badges, breakdowns, trends, totals, recent] = await Promise.all([
    countBadges(db),
    breakDown(db),
    countByWeek(db, counts),
    sumNumbers(db),
    listRecent(db),
  ]);
  return context.json({ models: counts, badges, breakdowns, trends, totals, recent } satisfies Dashboard);
});
