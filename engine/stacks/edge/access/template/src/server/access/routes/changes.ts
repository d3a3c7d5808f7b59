// GET /changes ?model= &user= &action= &page= → ChangePage, the newest first; for administrators
import { and, count, desc, eq } from "drizzle-orm";
import { Hono } from "hono";
import type { ChangePage } from "../../../shared/access/access.ts";
import { connect } from "../../db/client.ts";
import type { AppEnv } from "../../env.ts";
import { describeChanges } from "../describe-changes.ts";
import { changes } from "../tables.ts";

const pageSize = 50;

export const changeRoutes = new Hono<AppEnv>().get("/changes", async (context) => {
  const { model = "", user = "", action = "", page: wished = "" } = context.req.query();
  const page = Math.min(Math.max(1, Math.trunc(Number(wished)) || 1), 100_000);
  const condition = and(
    model === "" ? undefined : eq(changes.model, model),
    user === "" ? undefined : eq(changes.userId, user),
    action === "" ? undefined : eq(changes.action, action),
  );
  const db = connect(context);
  const [rows, totals] = await db.batch([
    db
      .select()
      .from(changes)
      .where(condition)
      .orderBy(desc(changes.at), desc(changes.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db.select({ total: count() }).from(changes).where(condition),
  ]);
  const items = await describeChanges(db, rows);
  return context.json({ items, total: totals[0]?.total ?? 0, page, pageSize } satisfies ChangePage);
});
