// Problems of the running app, in the Durable Object's own SQLite. Whether a repair helped is read from its generation.
import { newId } from "#db/ids.ts";
import type { AppFault } from "#engine/heal/runtime/read-app-fault.ts";
import type { StructuredError } from "#engine/heal/structured-error.ts";
import type { AppProblem, ProblemStatus } from "#protocol/app-problem.ts";
import { isEndState, type LoopState } from "#protocol/loop-state.ts";

/** Kept at most; those that were not reported for the longest go first. */
const mostProblems = 200;
const mostPages = 5;

export interface FaultSeen {
  fault: AppFault;
  environment: AppProblem["environment"];
  versionId: string | null;
  /** ISO 8601. */
  at: string;
}

export interface StoredProblem {
  view: AppProblem;
  error: StructuredError;
}

type Row = Record<string, SqlStorageValue>;

const selectRows = `SELECT problems.*, json_extract(generations.context, '$.state') AS repair_state
  FROM problems LEFT JOIN generations ON generations.id = problems.generation_id`;

export class ProblemStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  find(id: string): StoredProblem | null {
    return this.#one("WHERE problems.id = ?", id);
  }

  findAlike({ fault, environment }: FaultSeen): StoredProblem | null {
    return this.#one("WHERE environment = ? AND signature = ?", environment, fault.signature);
  }

  /** The server's side of a request that a page saw fail, when it was reported after `since`. */
  findCause({ fault, environment }: FaultSeen, since: string): StoredProblem | null {
    return this.#one(
      "WHERE environment = ? AND kind = 'server' AND route = ? AND last_at >= ? ORDER BY last_at DESC",
      environment,
      fault.route,
      since,
    );
  }

  /** Newest first; one more than `limit`. `before`: an id. */
  list(limit: number, before: string | null, status: ProblemStatus | null): AppProblem[] {
    return this.#rows("WHERE (?1 IS NULL OR problems.id < ?1) ORDER BY problems.id DESC", before)
      .map(({ view }) => view)
      .filter((view) => status === null || view.status === status)
      .slice(0, limit + 1);
  }

  add({ fault, environment, versionId, at }: FaultSeen): string {
    const id = newId("problem", Date.parse(at));
    const { kind, signature, route, page, clicked, error } = fault;
    this.#sql.exec(
      `INSERT INTO problems (id, environment, signature, kind, error, route, pages, clicked, count, version_id, first_at, last_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)`,
      id,
      environment,
      signature,
      kind,
      JSON.stringify(error),
      route,
      JSON.stringify(page === null ? [] : [page]),
      clicked,
      versionId,
      at,
      at,
    );
    this.#sql.exec(
      "DELETE FROM problems WHERE id NOT IN (SELECT id FROM problems ORDER BY last_at DESC, id DESC LIMIT ?)",
      mostProblems,
    );
    return id;
  }

  /** `counts`: false when this is another view of what was counted already. */
  seeAgain({ view }: StoredProblem, { fault, versionId, at }: FaultSeen, counts: boolean): void {
    const pages = fault.page === null ? view.pages : [fault.page, ...view.pages.filter((page) => page !== fault.page)];
    const returned = view.status === "repaired" && versionId !== view.versionId;
    this.#sql.exec(
      `UPDATE problems SET count = count + ?, pages = ?, clicked = coalesce(?, clicked), version_id = ?, last_at = ?,
         returned = max(returned, ?) WHERE id = ?`,
      counts ? 1 : 0,
      JSON.stringify(pages.slice(0, mostPages)),
      fault.clicked,
      versionId,
      at,
      returned ? 1 : 0,
      view.id,
    );
  }

  dismiss(id: string, at: string): void {
    this.#sql.exec("UPDATE problems SET dismissed_at = ? WHERE id = ?", at, id);
  }

  beginRepair(id: string, repair: { generationId: string; automatic: boolean; at: string }): void {
    this.#sql.exec(
      `UPDATE problems SET generation_id = ?, automatic = ?, repair_at = ?, returned = 0, dismissed_at = NULL WHERE id = ?`,
      repair.generationId,
      repair.automatic ? 1 : 0,
      repair.at,
      id,
    );
  }

  automaticRepairsSince(time: string): number {
    const rows = this.#sql
      .exec<{ count: number }>("SELECT count(*) AS count FROM problems WHERE automatic = 1 AND repair_at >= ?", time)
      .toArray();
    return rows[0]?.count ?? 0;
  }

  #one(where: string, ...bindings: SqlStorageValue[]): StoredProblem | null {
    return this.#rows(`${where} LIMIT 1`, ...bindings)[0] ?? null;
  }

  #rows(rest: string, ...bindings: SqlStorageValue[]): StoredProblem[] {
    return this.#sql
      .exec<Row>(`${selectRows} ${rest}`, ...bindings)
      .toArray()
      .map((row) => readRow(row));
  }
}

function readRow(row: Row): StoredProblem {
  const text = (column: string): string | null => (row[column] === null ? null : String(row[column]));
  const error = JSON.parse(String(row["error"])) as StructuredError;
  const repair = readRepair(row);
  const view: AppProblem = {
    id: String(row["id"]),
    kind: String(row["kind"]) as AppProblem["kind"],
    environment: String(row["environment"]) as AppProblem["environment"],
    status: row["dismissed_at"] !== null ? "dismissed" : statusAfter(repair),
    code: error.code,
    message: error.message,
    excerpt: error.excerpt,
    route: text("route"),
    count: Number(row["count"]),
    pages: JSON.parse(String(row["pages"])) as string[],
    clicked: text("clicked"),
    versionId: text("version_id"),
    firstAt: String(row["first_at"]),
    lastAt: String(row["last_at"]),
    repair,
  };
  return { view, error };
}

function readRepair(row: Row): AppProblem["repair"] {
  if (row["generation_id"] === null) return null;
  const state = row["repair_state"] as LoopState | null;
  const ended = state === null || isEndState(state);
  const outcome = !ended ? "running" : state !== "complete" ? "failed" : row["returned"] === 1 ? "returned" : "worked";
  return { generationId: String(row["generation_id"]), automatic: row["automatic"] === 1, outcome };
}

function statusAfter(repair: AppProblem["repair"]): ProblemStatus {
  if (repair?.outcome === "running") return "repairing";
  return repair?.outcome === "worked" ? "repaired" : "open";
}
