// What workspaces spend on models. `model_usage` is a copy of sums that the projects' Durable Objects keep.
import { and, eq, like, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Database } from "../client.ts";
import { modelUsage, spendHolds } from "../schema/index.ts";
import type { KeySource } from "../vocabulary.ts";

/** Of one generation in one month, by whose key. */
export interface UsageSums {
  readonly generationId: string;
  readonly month: string;
  readonly keySource: KeySource;
  readonly calls: number;
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number;
  readonly lostUsd: number;
}

/** `2026-11`, UTC. */
export function monthOf(date: Date): string {
  return date.toISOString().slice(0, 7);
}

/** Longer than any call: at 32,000 tokens, some ten a second. A generation's end gives back its own at once. */
const holdMs = 60 * 60_000;

export type Hold =
  | { readonly granted: true }
  | { readonly granted: false; readonly limitUsd: number; readonly spentUsd: number; readonly heldUsd: number };

interface Figures {
  limitUsd: number | null;
  spentUsd: number;
  heldUsd: number;
}

// ?1: the project or the workspace, ?2: the month.
const workspaceOf = {
  project: "FROM projects p JOIN workspaces w ON w.id = p.workspace_id WHERE p.id = ?1",
  workspace: "FROM workspaces w WHERE w.id = ?1",
} as const;
const spent = "(SELECT coalesce(sum(cost_usd), 0) FROM model_usage WHERE workspace_id = w.id AND month = ?2)";
const held = "(SELECT coalesce(sum(usd), 0) FROM spend_holds WHERE workspace_id = w.id)";

/**
 * Holds an amount against the monthly budget of the workspace, or of the project's, or refuses: one transaction, so that calls which
 * ask at the same time can never cross it together. A hold under the same id is replaced. `usd` null: not known.
 */
export async function holdSpend(
  db: Database,
  { id, usd, ...of }: { id: string; usd: number | null } & ({ projectId: string } | { workspaceId: string }),
  now = new Date(),
): Promise<Hold> {
  // Raw statements: drizzle's batches take none that select what they insert.
  const client = db.$client;
  const expiresAt = new Date(now.getTime() + holdMs).toISOString();
  const [owner, from] =
    "projectId" in of ? [of.projectId, workspaceOf.project] : [of.workspaceId, workspaceOf.workspace];
  const [, inserted, figures] = await client.batch<Figures>([
    client.prepare("DELETE FROM spend_holds WHERE id = ?1 OR expires_at < ?2").bind(id, now.toISOString()),
    client
      .prepare(
        `INSERT INTO spend_holds (id, workspace_id, usd, expires_at)
         SELECT ?3, w.id, coalesce(?4, 0), ?5 ${from}
         AND (w.monthly_budget_usd IS NULL OR ?4 + ${spent} + ${held} <= w.monthly_budget_usd)`,
      )
      .bind(owner, monthOf(now), id, usd, expiresAt),
    client
      .prepare(`SELECT w.monthly_budget_usd AS limitUsd, ${spent} AS spentUsd, ${held} AS heldUsd ${from}`)
      .bind(owner, monthOf(now)),
  ]);
  if (inserted && inserted.meta.changes > 0) return { granted: true };
  const { limitUsd = 0, spentUsd = 0, heldUsd = 0 } = figures?.results[0] ?? {};
  return { granted: false, limitUsd: limitUsd ?? 0, spentUsd, heldUsd };
}

/** Sums only grow, so that copies which arrive out of order do no harm. `settled`: the hold that is given back with it. */
export async function copyUsage(
  db: Database,
  projectId: string,
  sums: readonly UsageSums[],
  settled: string | null,
): Promise<void> {
  const most = (column: string) => sql.raw(`max(${column}, excluded.${column})`);
  const release = db.delete(spendHolds).where(eq(spendHolds.id, settled ?? ""));
  await db.batch([
    release,
    ...sums.map((row) =>
      db
        .insert(modelUsage)
        .values({
          ...row,
          projectId,
          workspaceId: sql`(SELECT workspace_id FROM projects WHERE id = ${projectId})`,
        })
        .onConflictDoUpdate({
          target: [modelUsage.generationId, modelUsage.month, modelUsage.keySource],
          set: {
            calls: most("calls"),
            inputTokens: most("input_tokens"),
            cachedTokens: most("cached_tokens"),
            outputTokens: most("output_tokens"),
            costUsd: most("cost_usd"),
            lostUsd: most("lost_usd"),
          },
        }),
    ),
  ]);
}

/** What was spent outside of generations, in one row a month; the hold is given back with it. */
export async function addUsage(
  db: Database,
  {
    workspaceId,
    hold,
    ...call
  }: Omit<UsageSums, "generationId" | "month" | "calls"> & { workspaceId: string; hold: string },
  now = new Date(),
): Promise<void> {
  const more = (column: string) => sql.raw(`${column} + excluded.${column}`);
  await db.batch([
    db.delete(spendHolds).where(eq(spendHolds.id, hold)),
    db
      .insert(modelUsage)
      .values({ ...call, calls: 1, workspaceId, projectId: "", generationId: workspaceId, month: monthOf(now) })
      .onConflictDoUpdate({
        target: [modelUsage.generationId, modelUsage.month, modelUsage.keySource],
        set: {
          calls: more("calls"),
          inputTokens: more("input_tokens"),
          cachedTokens: more("cached_tokens"),
          outputTokens: more("output_tokens"),
          costUsd: more("cost_usd"),
          lostUsd: more("lost_usd"),
        },
      }),
  ]);
}

export async function releaseHold(db: Database, id: string): Promise<void> {
  await db.delete(spendHolds).where(eq(spendHolds.id, id));
}

/** Of a generation that is over: a process that died may have left some. Their ids begin with the generation's. */
export async function releaseHolds(db: Database, generationId: string): Promise<void> {
  await db.delete(spendHolds).where(like(spendHolds.id, `${generationId}:%`));
}

export interface WorkspaceUsage {
  /** Held for calls that are under way. */
  readonly heldUsd: number;
  readonly sources: readonly Omit<UsageSums, "generationId" | "month">[];
}

export async function readWorkspaceUsage(
  db: Database,
  workspaceId: string,
  month: string,
  now = new Date(),
): Promise<WorkspaceUsage> {
  const sum = (column: SQLiteColumn) => sql<number>`coalesce(sum(${column}), 0)`;
  const [sources, [held]] = await db.batch([
    db
      .select({
        keySource: modelUsage.keySource,
        calls: sum(modelUsage.calls),
        inputTokens: sum(modelUsage.inputTokens),
        cachedTokens: sum(modelUsage.cachedTokens),
        outputTokens: sum(modelUsage.outputTokens),
        costUsd: sum(modelUsage.costUsd),
        lostUsd: sum(modelUsage.lostUsd),
      })
      .from(modelUsage)
      .where(and(eq(modelUsage.workspaceId, workspaceId), eq(modelUsage.month, month)))
      .groupBy(modelUsage.keySource)
      .orderBy(modelUsage.keySource),
    db
      .select({ usd: sql<number>`coalesce(sum(${spendHolds.usd}), 0)` })
      .from(spendHolds)
      .where(and(eq(spendHolds.workspaceId, workspaceId), sql`${spendHolds.expiresAt} >= ${now.toISOString()}`)),
  ]);
  return { heldUsd: held?.usd ?? 0, sources };
}
