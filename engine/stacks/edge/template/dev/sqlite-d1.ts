// A Cloudflare D1 look-alike over Node's own SQLite, for tests and for `npm run dev`: no account, no other program.
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { Database, DatabaseStatement } from "../src/server/env.ts";

/** D1's own limit; a query that passes here passes there. */
const mostBoundValues = 100;

class Statement implements DatabaseStatement {
  readonly #prepared: StatementSync;
  readonly #values: readonly SQLInputValue[];

  constructor(prepared: StatementSync, values: readonly SQLInputValue[] = []) {
    this.#prepared = prepared;
    this.#values = values;
  }

  bind(...values: unknown[]): DatabaseStatement {
    if (values.length > mostBoundValues) throw new Error(`D1_ERROR: too many SQL variables (${values.length})`);
    const plain = values.map((value) => (typeof value === "boolean" ? Number(value) : (value as SQLInputValue)));
    return new Statement(this.#prepared, plain);
  }

  execute(): { results: unknown[]; success: boolean; meta: Record<string, unknown> } {
    this.#prepared.setReturnArrays(false);
    return { results: this.#prepared.all(...this.#values), success: true, meta: {} };
  }

  all() {
    return Promise.try(() => this.execute());
  }

  run() {
    return Promise.try(() => this.execute());
  }

  raw(): Promise<unknown[][]> {
    return Promise.try(() => {
      this.#prepared.setReturnArrays(true);
      return this.#prepared.all(...this.#values) as unknown as unknown[][];
    });
  }

  first(column?: string): Promise<unknown> {
    return Promise.try(() => {
      const row = this.execute().results[0] as Record<string, unknown> | undefined;
      return column === undefined ? (row ?? null) : (row?.[column] ?? null);
    });
  }
}

export class SqliteD1 implements Database {
  readonly #sqlite: DatabaseSync;

  /** A file, or ":memory:". Foreign keys are enforced, as D1 does. */
  constructor(location: string) {
    this.#sqlite = new DatabaseSync(location);
  }

  prepare(sql: string): DatabaseStatement {
    return new Statement(this.#sqlite.prepare(sql));
  }

  /** All or nothing. */
  batch(statements: DatabaseStatement[]): Promise<unknown[]> {
    return Promise.try(() => {
      this.#sqlite.exec("BEGIN");
      try {
        const results = statements.map((statement) => (statement as Statement).execute());
        this.#sqlite.exec("COMMIT");
        return results;
      } catch (error) {
        this.#sqlite.exec("ROLLBACK");
        throw error;
      }
    });
  }

  /** Runs a migration or seed file. */
  exec(sql: string): void {
    this.#sqlite.exec(sql);
  }

  isEmpty(): boolean {
    return this.#sqlite.prepare("select name from sqlite_master where type = 'table'").all().length === 0;
  }

  close(): void {
    this.#sqlite.close();
  }
}
