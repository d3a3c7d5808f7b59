// Rows of the loop in the Durable Object's own SQLite. Synchronous; the caller opens the transactions.
import type { PlanEdit } from "#engine/prd/plan-edits.ts";
import type { Prd } from "#engine/prd/schema.ts";
import type { LoopState } from "#protocol/loop-state.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import type { UsageSums } from "#db/queries/model-usage.ts";
import type { KeySource } from "#db/vocabulary.ts";
import type { Spent } from "../effects/work.ts";
import type { LoopContext } from "../machine/context.ts";
import type { Work } from "../machine/transition.ts";
import type { LoopStep } from "#protocol/project-snapshot.ts";
import type { GivenFile, StartGeneration } from "../rpc.ts";

export interface GenerationRecord {
  id: string;
  input: StartGeneration;
  context: LoopContext;
  view: GenerationView;
  prd: Prd | null;
}

export interface EarlierRequest {
  prompt: string;
  files: readonly GivenFile[];
  /** On its plans. */
  comments: readonly string[];
}

export interface EffectRow {
  generationId: string;
  run: number;
  work: Work;
  /** 26 characters; `ver_<token>`, `job_<token>` … are the ids of what the effect creates. */
  token: string;
  /** Milliseconds since the epoch. */
  notBefore: number;
  failures: number;
  /** It was running when this row was last touched: after a restart, it is running again. */
  started: boolean;
}

type Row = Record<string, SqlStorageValue>;

export class LoopStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  generation(id: string): GenerationRecord | null {
    return this.#record(this.#sql.exec<Row>("SELECT * FROM generations WHERE id = ?", id).toArray()[0]);
  }

  newest(): GenerationRecord | null {
    return this.#record(this.#sql.exec<Row>("SELECT * FROM generations ORDER BY rowid DESC LIMIT 1").toArray()[0]);
  }

  /** What users asked in the completed generations before this one, oldest first. */
  earlier(id: string): EarlierRequest[] {
    return this.#sql
      .exec<{ input: string; context: string }>(
        `SELECT input, context FROM generations
         WHERE rowid < (SELECT rowid FROM generations WHERE id = ?) AND json_extract(context, '$.state') = 'complete'
           AND json_extract(input, '$.versionId') IS NULL
         ORDER BY rowid`,
        id,
      )
      .toArray()
      .map((row) => {
        const { prompt, attachments = [] } = JSON.parse(row.input) as StartGeneration;
        return { prompt, files: attachments, comments: (JSON.parse(row.context) as LoopContext).feedback };
      });
  }

  /** What users changed in the plans of the completed generations before this one, oldest first. */
  earlierPlanEdits(id: string): PlanEdit[] {
    return this.#sql
      .exec<{ edits: string | null }>(
        `SELECT json_extract(context, '$.planEdits') AS edits FROM generations
         WHERE rowid < (SELECT rowid FROM generations WHERE id = ?) AND json_extract(context, '$.state') = 'complete'
         ORDER BY rowid`,
        id,
      )
      .toArray()
      .flatMap(({ edits }) => (edits === null ? [] : (JSON.parse(edits) as PlanEdit[])));
  }

  put(record: GenerationRecord): void {
    this.#sql.exec(
      `INSERT INTO generations (id, input, context, view, prd, mirrored, created_at) VALUES (?, ?, ?, ?, ?, 0, ?)
       ON CONFLICT (id) DO UPDATE SET context = excluded.context, view = excluded.view, prd = excluded.prd, mirrored = 0`,
      record.id,
      JSON.stringify(record.input),
      JSON.stringify(record.context),
      JSON.stringify(record.view),
      record.prd && JSON.stringify(record.prd),
      record.view.startedAt,
    );
  }

  /** Generations whose newest state D1 does not hold yet. */
  unmirrored(): GenerationRecord[] {
    const rows = this.#sql.exec<Row>("SELECT * FROM generations WHERE mirrored = 0 ORDER BY rowid").toArray();
    return rows.flatMap((row) => this.#record(row) ?? []);
  }

  /** Marks the state of `run` as held by D1; a newer one stays unmirrored. */
  markMirrored(id: string, run: number): void {
    this.#sql.exec("UPDATE generations SET mirrored = 1 WHERE id = ? AND json_extract(context, '$.run') = ?", id, run);
  }

  effects(): EffectRow[] {
    return this.#sql
      .exec<Row>("SELECT * FROM effects")
      .toArray()
      .map((row) => ({
        generationId: String(row["generation_id"]),
        run: Number(row["run"]),
        work: String(row["work"]) as Work,
        token: String(row["token"]),
        notBefore: Number(row["not_before"]),
        failures: Number(row["failures"]),
        started: row["started"] === 1,
      }));
  }

  /** The one effect of a generation's current state, or none. */
  replaceEffect(generationId: string, effect: EffectRow | null): void {
    this.#sql.exec("DELETE FROM effects WHERE generation_id = ?", generationId);
    if (effect === null) return;
    this.#sql.exec(
      "INSERT INTO effects (generation_id, run, work, token, not_before, failures, started) VALUES (?, ?, ?, ?, ?, ?, ?)",
      effect.generationId,
      effect.run,
      effect.work,
      effect.token,
      effect.notBefore,
      effect.failures,
      effect.started ? 1 : 0,
    );
  }

  openStep(generationId: string, state: LoopState, now: number): void {
    this.closeStep(generationId, now);
    this.#sql.exec("INSERT INTO steps (generation_id, state, started_at) VALUES (?, ?, ?)", generationId, state, now);
  }

  closeStep(generationId: string, now: number): void {
    this.#sql.exec("UPDATE steps SET ended_at = ? WHERE generation_id = ? AND ended_at IS NULL", now, generationId);
  }

  steps(generationId: string): LoopStep[] {
    return this.#sql
      .exec<Row>("SELECT state, started_at, ended_at FROM steps WHERE generation_id = ? ORDER BY id", generationId)
      .toArray()
      .map((row) => {
        const startedAt = Number(row["started_at"]);
        const endedAt = row["ended_at"] === null ? null : Number(row["ended_at"]);
        return {
          state: String(row["state"]) as LoopState,
          startedAt: new Date(startedAt).toISOString(),
          endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
          durationMs: endedAt === null ? null : endedAt - startedAt,
        };
      });
  }

  addUsage(generationId: string, month: string, spent: Spent): void {
    this.#sql.exec(
      `INSERT INTO model_usage VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET calls = calls + 1, input_tokens = input_tokens + excluded.input_tokens,
         cached_tokens = cached_tokens + excluded.cached_tokens, output_tokens = output_tokens + excluded.output_tokens,
         cost_usd = cost_usd + excluded.cost_usd, lost_usd = lost_usd + excluded.lost_usd`,
      generationId,
      month,
      spent.keySource,
      spent.inputTokens,
      spent.cachedTokens,
      spent.outputTokens,
      spent.costUsd,
      spent.lost ? spent.costUsd : 0,
    );
  }

  usage(generationId: string): UsageSums[] {
    return this.#sql
      .exec<Row>("SELECT * FROM model_usage WHERE generation_id = ?", generationId)
      .toArray()
      .map((row) => ({
        generationId,
        month: String(row["month"]),
        keySource: String(row["key_source"]) as KeySource,
        calls: Number(row["calls"]),
        inputTokens: Number(row["input_tokens"]),
        cachedTokens: Number(row["cached_tokens"]),
        outputTokens: Number(row["output_tokens"]),
        costUsd: Number(row["cost_usd"]),
        lostUsd: Number(row["lost_usd"]),
      }));
  }

  addTicket(hash: string, ticket: { userId: string; canWrite: boolean; expiresAt: number }): void {
    this.#sql.exec("DELETE FROM tickets WHERE expires_at < ?", Date.now());
    this.#sql.exec(
      "INSERT INTO tickets (hash, user_id, can_write, expires_at) VALUES (?, ?, ?, ?)",
      hash,
      ticket.userId,
      ticket.canWrite ? 1 : 0,
      ticket.expiresAt,
    );
  }

  /** Gives the ticket and forgets it; null when it is unknown, used or expired. */
  takeTicket(hash: string): { userId: string; canWrite: boolean } | null {
    const [row] = this.#sql.exec<Row>("DELETE FROM tickets WHERE hash = ? RETURNING *", hash).toArray();
    if (!row || Number(row["expires_at"]) < Date.now()) return null;
    return { userId: String(row["user_id"]), canWrite: row["can_write"] === 1 };
  }

  #record(row: Row | undefined): GenerationRecord | null {
    if (!row) return null;
    return {
      id: String(row["id"]),
      input: JSON.parse(String(row["input"])) as StartGeneration,
      context: JSON.parse(String(row["context"])) as LoopContext,
      view: JSON.parse(String(row["view"])) as GenerationView,
      prd: row["prd"] === null ? null : (JSON.parse(String(row["prd"])) as Prd),
    };
  }
}
