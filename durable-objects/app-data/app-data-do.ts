// Supervisor of one running app's data, by app id. The app's own SQLite lies in the facet `db`; here lie which
// schema it was last brought to, so that a reset can bring it there again, and what files it holds.
import { DurableObject } from "cloudflare:workers";
import type { Env } from "../../workers/env.ts";
import { deleteFiles } from "../../workers/preview/app-files.ts";
import type { DataRequest, DataRows, DataTable } from "./browse-data.ts";
import { FileLedger } from "./file-ledger.ts";
import { ownAnswer } from "./own-answer.ts";
import { planMigration } from "./plan-migration.ts";
import type { MigrationText, SqlFacet } from "./sql-facet.ts";
import type { DatabaseAnswer, Statement, StatementResult } from "./statement.ts";

export interface SchemaOfRevision {
  revision: string;
  migrations: MigrationText[];
  /** Example rows; given for a preview only. */
  seed: string | null;
  /** True where rows are examples: a changed history rebuilds the database instead of failing. */
  mayRebuild: boolean;
}

export interface SchemaChange {
  /** The records were lost: the history of migrations is another one, so the database was made anew. */
  rebuilt: boolean;
}

const changed = (answer: DatabaseAnswer<null>, rebuilt: boolean): DatabaseAnswer<SchemaChange> =>
  answer.ok ? { ok: true, value: { rebuilt } } : { ok: false, message: answer.message };

interface FacetExports {
  SqlFacet: DurableObjectClass<SqlFacet>;
}

const facetName = "db";
/** Of one snapshot; the visitor who came first gives way. */
const mostCopies = 50;

/** A visitor's own copy of a frozen database. */
export interface SnapshotVisit {
  snapshot: string;
  visitor: string;
}

const frozenName = (snapshot: string): string => `snapshot-${snapshot}`;
const copyName = ({ snapshot, visitor }: SnapshotVisit): string => `copy-${snapshot}-${visitor}`;
const copyPrefix = (snapshot: string): string => `copy:${snapshot}:`;

export class AppDataDO extends DurableObject<Pick<Env, "APP_FILES">> {
  /** One schema change at a time; queries wait for it. */
  #schemaChange: Promise<unknown> = Promise.resolve();
  #files: FileLedger | undefined;

  async run(statements: Statement[], visit: SnapshotVisit | null = null): Promise<DatabaseAnswer<StatementResult[]>> {
    await this.#schemaChange;
    return ownAnswer(await this.#shownTo(visit).run(statements));
  }

  async script(sql: string, visit: SnapshotVisit | null = null): Promise<DatabaseAnswer<{ durationMs: number }>> {
    await this.#schemaChange;
    return ownAnswer(await this.#shownTo(visit).script(sql));
  }

  /** For the project's people, beside the app. */
  async browse(request: DataRequest): Promise<DatabaseAnswer<DataTable[] | DataRows | { changed: number }>> {
    await this.#schemaChange;
    return ownAnswer(await this.#database().browse(request));
  }

  /** Keeps a copy of the database as it is now. */
  freeze(snapshot: string): Promise<void> {
    return this.#exclusively(async () => {
      // A database that was never opened has nothing to copy.
      await this.#database().applied();
      this.ctx.facets.clone(facetName, frozenName(snapshot));
      this.ctx.storage.kv.put(`frozen:${snapshot}`, true);
    });
  }

  /** Deletes a frozen copy and what its visitors made of it. */
  thaw(snapshot: string): Promise<void> {
    return this.#exclusively(async () => {
      // The list is read before anything in it is deleted.
      const copies = Array.from(this.ctx.storage.kv.list<number>({ prefix: copyPrefix(snapshot) }));
      for (const [key] of copies) this.#dropCopy(snapshot, key);
      this.ctx.facets.delete(frozenName(snapshot));
      this.ctx.storage.kv.delete(`frozen:${snapshot}`);
    });
  }

  /** Null, or why the app has no room for the file. */
  reserveFile(key: string, size: number): string | null {
    return this.#ledger().reserve(key, size);
  }

  forgetFiles(keys: string[]): void {
    this.#ledger().forget(keys);
  }

  /** Brings the database to a revision's schema; does nothing when it is there. */
  migrate(schema: SchemaOfRevision): Promise<DatabaseAnswer<SchemaChange>> {
    return this.#exclusively(async () => {
      const answer = await this.#apply(schema);
      if (answer.ok) this.ctx.storage.kv.put("schema", schema);
      return answer;
    });
  }

  /** Empties the database and applies the last schema again, with its example rows. */
  reset(): Promise<DatabaseAnswer<SchemaChange>> {
    return this.#exclusively(async () => {
      this.#deleteDatabase();
      this.#ledger().clear();
      const schema = this.ctx.storage.kv.get<SchemaOfRevision>("schema");
      return schema ? this.#apply(schema) : { ok: true, value: { rebuilt: false } };
    });
  }

  /** From now on; then the app's data and files go, unless this was asked for again. */
  async keepFor(ms: number, appId: string): Promise<void> {
    this.ctx.storage.kv.put("app", appId);
    await this.ctx.storage.setAlarm(Date.now() + ms);
  }

  override async alarm(): Promise<void> {
    const appId = this.ctx.storage.kv.get<string>("app");
    if (appId !== undefined) await deleteFiles(this.env.APP_FILES, appId);
    await this.destroy();
  }

  /** Deletes everything the app has stored. */
  destroy(): Promise<void> {
    return this.#exclusively(async () => {
      this.#deleteDatabase();
      await this.ctx.storage.deleteAlarm();
      await this.ctx.storage.deleteAll();
      this.#files = undefined;
    });
  }

  async #apply(schema: SchemaOfRevision): Promise<DatabaseAnswer<SchemaChange>> {
    const plan = planMigration(await this.#database().applied(), schema.migrations, schema.mayRebuild);
    switch (plan.kind) {
      case "nothing":
        return { ok: true, value: { rebuilt: false } };
      case "apply":
        return changed(await this.#database().migrate(plan.migrations, schema.seed, plan.isFirst), false);
      case "rebuild":
        this.#deleteDatabase();
        return changed(await this.#database().migrate(schema.migrations, schema.seed, true), true);
      case "conflict":
        return {
          ok: false,
          message: `migration ${plan.migration} was changed after it had been applied; add a new migration instead`,
        };
      default:
        return plan satisfies never;
    }
  }

  #ledger(): FileLedger {
    return (this.#files ??= new FileLedger(this.ctx.storage.sql));
  }

  #database() {
    const exports = this.ctx.exports as unknown as FacetExports;
    return this.ctx.facets.get<SqlFacet>(facetName, () => ({ class: exports.SqlFacet }));
  }

  #shownTo(visit: SnapshotVisit | null) {
    if (visit === null) return this.#database();
    const { kv } = this.ctx.storage;
    const { snapshot, visitor } = visit;
    if (kv.get(`frozen:${snapshot}`) === undefined) throw new Error("this snapshot is not there any more");
    const key = `${copyPrefix(snapshot)}${visitor}`;
    if (kv.get(key) === undefined) {
      const copies = [...kv.list<number>({ prefix: copyPrefix(snapshot) })].toSorted(([, a], [, b]) => a - b);
      for (const [oldest] of copies.slice(0, Math.max(0, copies.length - mostCopies + 1)))
        this.#dropCopy(snapshot, oldest);
      this.ctx.facets.clone(frozenName(snapshot), copyName(visit));
      kv.put(key, Date.now());
    }
    const exports = this.ctx.exports as unknown as FacetExports;
    return this.ctx.facets.get<SqlFacet>(copyName(visit), () => ({ class: exports.SqlFacet }));
  }

  #dropCopy(snapshot: string, key: string): void {
    this.ctx.facets.delete(copyName({ snapshot, visitor: key.slice(copyPrefix(snapshot).length) }));
    this.ctx.storage.kv.delete(key);
  }

  #deleteDatabase(): void {
    this.ctx.facets.delete(facetName);
  }

  async #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#schemaChange.then(work);
    this.#schemaChange = turn.catch(() => {});
    return turn;
  }
}
