// What the dashboard draws: new records a week, and sums of the numbers worth adding up.
import { and, gte, isNotNull, sql } from "drizzle-orm";
import { modelOf } from "../shared/lookup.ts";
import type { Dashboard, FieldMeta } from "../shared/model.ts";
import { models } from "../shared/models.ts";
import type { Db } from "./db/client.ts";
import { shown } from "./resource/shown.ts";
import { tableOf } from "./resource/labels.ts";
import { columnOf } from "./resource/table.ts";

const day = 86_400_000;
const weeksShown = 12;
const trendsShown = 4;
const totalsShown = 6;
const totalsPerModel = 2;

/** New records of the last twelve weeks, the oldest first, of the models that hold the most. */
export async function countByWeek(
  db: Db,
  counts: Dashboard["models"],
  now: number = Date.now(),
): Promise<Dashboard["trends"]> {
  const fullest = counts.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  const drawn = new Set(fullest.slice(0, trendsShown).map(({ model }) => model));
  return Promise.all(
    counts
      .filter(({ model }) => drawn.has(model))
      .map(async ({ model }) => {
        const table = tableOf(modelOf(model));
        const weeksAgo = sql<number>`cast((julianday(${new Date(now).toISOString()}) - julianday(${table.createdAt})) / 7 as integer)`;
        const rows = await db
          .select({ weeksAgo, count: sql<number>`count(*)` })
          .from(table)
          .where(
            and(
              shown(db, modelOf(model)),
              gte(table.createdAt, new Date(now - weeksShown * 7 * day).toISOString()),
            ),
          )
          .groupBy(sql`1`);
        const weeks = Array.from({ length: weeksShown }, (_, at) => ({
          start: new Date(now - (weeksShown - at) * 7 * day + day).toISOString().slice(0, 10),
          count: 0,
        }));
        for (const row of rows) {
          const week = weeks[weeksShown - 1 - Math.max(0, row.weeksAgo)];
          if (week) week.count += row.count;
        }
        return { model, weeks };
      }),
  );
}

/** Numbers that name or place something: adding them up says nothing. */
const labels = /year|month|rank|position|order$|number$|code|zip|postal|latitude|longitude|level|version|floor|port$/i;

const isTelling = ({ type, key }: FieldMeta): boolean =>
  type === "money" || ((type === "integer" || type === "decimal") && !labels.test(key));

/** Sum and average of amounts first, then of other numbers. */
export async function sumNumbers(db: Db): Promise<Dashboard["totals"]> {
  const chosen = models.flatMap((model) =>
    model.fields
      .filter(isTelling)
      .toSorted((a, b) => Number(b.type === "money") - Number(a.type === "money"))
      .slice(0, totalsPerModel)
      .map((field) => ({ model, field })),
  );
  const found = await Promise.all(
    chosen.slice(0, totalsShown).map(async ({ model, field }) => {
      const table = tableOf(model);
      const column = columnOf(table, field.key);
      // Amounts are stored in cents.
      const read = (stored: number): number => Number(column.mapFromDriverValue(stored));
      const rows = await db
        .select({
          sum: sql`sum(${column})`.mapWith(read),
          average: sql`avg(${column})`.mapWith(read),
        })
        .from(table)
        .where(and(shown(db, model), isNotNull(column)));
      const { sum = null, average = null } = rows[0] ?? {};
      return sum === null || average === null ? [] : [{ model: model.key, field: field.key, sum, average }];
    }),
  );
  return found.flat();
}
