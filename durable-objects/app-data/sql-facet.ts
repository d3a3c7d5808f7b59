// Owns one app's SQLite database. Trusted code of ours in a facet of its own, so that the app's tables and the
// supervisor's records lie in different files and the supervisor can delete the app's at once.
import { DurableObject } from "cloudflare:workers";
import {
  askQuestion,
  changeRows,
  type DataRequest,
  type DataRows,
  type DataTable,
  listTables,
  readRows,
} from "./browse-data.ts";
import { databaseLimits } from "./statement.ts";
import type { DatabaseAnswer, SqlValue, Statement, StatementResult } from "./statement.ts";

export interface MigrationText {
  name: string;
  sha256: string;
  sql: string;
}

export interface AppliedMigration {
  name: string;
  sha256: string;
}

const recordsTable = "_nx_migrations";

export class SqlFacet extends DurableObject {
  /** All statements in one transaction: every one takes effect, or none. */
  run(statements: Statement[]): DatabaseAnswer<StatementResult[]> {
    return attempt(() => {
      if (statements.length > databaseLimits.statements) {
        throw new Error(`a batch may hold at most ${databaseLimits.statements} statements`);
      }
      const only = statements.length === 1 ? statements[0] : undefined;
      if (only) return [this.#execute(only)];
      return this.ctx.storage.transactionSync(() => statements.map((statement) => this.#execute(statement)));
    });
  }

  /** Several statements in one text, without parameters. */
  script(sql: string): DatabaseAnswer<{ durationMs: number }> {
    return attempt(() => {
      const started = performance.now();
      this.ctx.storage.transactionSync(() => void this.#execute({ sql, params: [] }));
      return { durationMs: performance.now() - started };
    });
  }

  browse(request: DataRequest): DatabaseAnswer<DataTable[] | DataRows | { changed: number }> {
    const { sql } = this.ctx.storage;
    return attempt(() => {
      switch (request.do) {
        case "tables":
          return listTables(sql);
        case "rows":
          return readRows(sql, request);
        case "query":
          return this.#undone(() => askQuestion(sql, request.sql));
        case "insert":
        case "update":
        case "delete":
          return this.ctx.storage.transactionSync(() => changeRows(sql, request));
        default:
          return request satisfies never;
      }
    });
  }

  /** The database takes everything back, whatever was done. */
  #undone<T>(work: () => T): T {
    const result: { value?: T } = {};
    const undo = new Error("undo");
    try {
      this.ctx.storage.transactionSync(() => {
        result.value = work();
        throw undo;
      });
    } catch (error) {
      if (error !== undo) throw error;
    }
    return result.value as T;
  }

  applied(): AppliedMigration[] {
    this.#createRecords();
    return this.ctx.storage.sql
      .exec<{ name: string; sha256: string }>(`SELECT name, sha256 FROM ${recordsTable} ORDER BY name`)
      .toArray();
  }

  /** One transaction for all: a failing migration leaves the database as it was. */
  migrate(migrations: MigrationText[], seed: string | null, isFirst: boolean): DatabaseAnswer<null> {
    this.#createRecords();
    return attempt(() =>
      this.ctx.storage.transactionSync(() => {
        const { sql } = this.ctx.storage;
        const before = new Set(this.#tables());
        for (const { name, sha256, sql: text } of migrations) {
          inContext(`migration ${name}`, () => sql.exec(text));
          sql.exec(`INSERT INTO ${recordsTable} (name, sha256) VALUES (?, ?)`, name, sha256);
        }
        if (seed !== null && seed.trim() !== "") {
          if (isFirst) inContext("the example rows", () => sql.exec(seed));
          else this.#seedNewTables(seed, before);
        }
        return null;
      }),
    );
  }

  #tables(): string[] {
    const found = this.ctx.storage.sql.exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
    return found.toArray().map(({ name }) => name);
  }

  /** Only tables that did not exist before and are still empty get example rows; no other row is touched. */
  #seedNewTables(seed: string, before: ReadonlySet<string>): void {
    const { sql } = this.ctx.storage;
    const isEmpty = (table: string): boolean =>
      sql.exec(`SELECT 1 FROM "${table.replaceAll('"', '""')}" LIMIT 1`).toArray().length === 0;
    const added = new Set(this.#tables().filter((table) => !before.has(table) && isEmpty(table)));
    for (const statement of seed.split("--> statement-breakpoint")) {
      const table = /INSERT INTO "((?:[^"]|"")+)"/.exec(statement)?.[1]?.replaceAll('""', '"');
      if (table === undefined || !added.has(table)) continue;
      try {
        sql.exec(statement);
      } catch {
        // It belongs to an example row that somebody has deleted since.
      }
    }
  }

  #createRecords(): void {
    this.ctx.storage.sql.exec(
      `CREATE TABLE IF NOT EXISTS ${recordsTable} (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL)`,
    );
  }

  #execute({ sql: text, params }: Statement): StatementResult {
    const { sql } = this.ctx.storage;
    if (text.length > databaseLimits.sqlBytes)
      throw new Error(`a statement may be at most ${databaseLimits.sqlBytes} bytes long`);
    if (params.length > databaseLimits.parameters)
      throw new Error(`a statement may bind at most ${databaseLimits.parameters} parameters`);

    const started = performance.now();
    const changesBefore = this.#counter("total_changes()");
    const cursor = sql.exec(text, ...params);
    const rows: SqlValue[][] = [];
    let bytes = 0;
    for (const row of cursor.raw<SqlValue[]>()) {
      rows.push(row);
      for (const value of row) bytes += sizeOf(value);
      if (rows.length > databaseLimits.rows || bytes > databaseLimits.answerBytes) {
        throw new Error(
          `the answer is larger than ${databaseLimits.rows} rows or ${databaseLimits.answerBytes / 1024 / 1024} MB; add a LIMIT`,
        );
      }
    }
    const changes = this.#counter("total_changes()") - changesBefore;
    if (changes > 0 && sql.databaseSize > databaseLimits.databaseBytes) {
      throw new Error(`the database is full: an app may store ${databaseLimits.databaseBytes / 1024 / 1024} MB here`);
    }
    return {
      columns: cursor.columnNames,
      rows,
      changes,
      lastRowId: this.#counter("last_insert_rowid()"),
      rowsRead: cursor.rowsRead,
      rowsWritten: cursor.rowsWritten,
      sizeAfter: sql.databaseSize,
      durationMs: performance.now() - started,
    };
  }

  #counter(expression: "total_changes()" | "last_insert_rowid()"): number {
    return this.ctx.storage.sql.exec<{ n: number }>(`SELECT ${expression} AS n`).one().n;
  }
}

function sizeOf(value: SqlValue): number {
  if (typeof value === "string") return value.length;
  return value instanceof ArrayBuffer ? value.byteLength : 8;
}

function attempt<T>(work: () => T): DatabaseAnswer<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function inContext<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
