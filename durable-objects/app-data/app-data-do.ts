// Supervisor of one running app's data, by app id. The app's own SQLite lies in the facet `db`; here lie which
// schema it was last brought to, so that a reset can bring it there again, and what files it holds.
import { DurableObject } from "cloudflare:workers";
import { FileLedger } from "./file-ledger.ts";
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
  answer.ok ? { ok: true, value: { rebuilt } } : answer;

interface FacetExports {
  SqlFacet: DurableObjectClass<SqlFacet>;
}

const facetName = "db";

export class AppDataDO extends DurableObject {
  /** One schema change at a time; queries wait for it. */
  #schemaChange: Promise<unknown> = Promise.resolve();
  #files: FileLedger | undefined;

  async run(statements: Statement[]): Promise<DatabaseAnswer<StatementResult[]>> {
    await this.#schemaChange;
    return this.#database().run(statements);
  }

  async script(sql: string): Promise<DatabaseAnswer<{ durationMs: number }>> {
    await this.#schemaChange;
    return this.#database().script(sql);
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

  /** Deletes everything the app has stored. */
  destroy(): Promise<void> {
    return this.#exclusively(async () => {
      this.#deleteDatabase();
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

  #deleteDatabase(): void {
    this.ctx.facets.delete(facetName);
  }

  async #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#schemaChange.then(work);
    this.#schemaChange = turn.catch(() => {});
    return turn;
  }
}
