// A Cloudflare D1 look-alike over a libSQL database on the network (Turso, or a server of one's own), by its HTTP protocol
// ("Hrana", version 2). For hosts that keep no files: DATABASE_URL and DATABASE_AUTH_TOKEN.
import type { Database, DatabaseStatement } from "../src/server/env.ts";

type Value =
  | { type: "null" }
  | { type: "integer"; value: string }
  | { type: "float"; value: number }
  | { type: "text"; value: string }
  | { type: "blob"; base64: string };

interface Query {
  sql: string;
  args: Value[];
}

interface Rows {
  cols: { name: string | null }[];
  rows: Value[][];
}

type Outcome<Result> = { type: "ok"; response: { result: Result } } | { type: "error"; error: { message: string } };

interface BatchResult {
  step_results: (Rows | null)[];
  step_errors: ({ message: string } | null)[];
}

type Send = <Result>(request: object) => Promise<Result>;

const answerMs = 30_000;

function toValue(value: unknown): Value {
  if (value === null || value === undefined) return { type: "null" };
  if (typeof value === "boolean") return { type: "integer", value: value ? "1" : "0" };
  if (typeof value === "bigint") return { type: "integer", value: String(value) };
  if (typeof value === "number")
    return Number.isSafeInteger(value) ? { type: "integer", value: String(value) } : { type: "float", value };
  if (typeof value === "string") return { type: "text", value };
  if (value instanceof ArrayBuffer) return { type: "blob", base64: Buffer.from(value).toString("base64") };
  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return { type: "blob", base64: bytes.toString("base64") };
  }
  throw new TypeError(`D1_TYPE_ERROR: a value of type ${typeof value} cannot be bound`);
}

function fromValue(value: Value): unknown {
  if (value.type === "null") return null;
  if (value.type === "integer") return Number(value.value);
  return value.type === "blob" ? new Uint8Array(Buffer.from(value.base64, "base64")) : value.value;
}

const toObjects = ({ cols, rows }: Rows): Record<string, unknown>[] =>
  rows.map((row) => Object.fromEntries(row.map((value, at) => [cols[at]?.name ?? String(at), fromValue(value)])));

class Statement implements DatabaseStatement {
  readonly query: Query;
  readonly #send: Send;

  constructor(send: Send, query: Query) {
    this.#send = send;
    this.query = query;
  }

  bind(...values: unknown[]): DatabaseStatement {
    return new Statement(this.#send, { sql: this.query.sql, args: values.map((value) => toValue(value)) });
  }

  async all() {
    return { results: toObjects(await this.#rows()), success: true, meta: {} };
  }

  run() {
    return this.all();
  }

  async raw(): Promise<unknown[][]> {
    return (await this.#rows()).rows.map((row) => row.map((value) => fromValue(value)));
  }

  async first(column?: string): Promise<unknown> {
    const [row] = toObjects(await this.#rows());
    return column === undefined ? (row ?? null) : (row?.[column] ?? null);
  }

  #rows(): Promise<Rows> {
    return this.#send<Rows>({ type: "execute", stmt: { ...this.query, want_rows: true } });
  }
}

export class LibsqlD1 implements Database {
  readonly #address: string;
  readonly #token: string;

  /** `url` as the host gives it: libsql://, https:// or, on one's own machine, http://. */
  constructor(url: string, token = "") {
    this.#address = `${url.replace(/^libsql:/, "https:").replace(/\/+$/, "")}/v2/pipeline`;
    this.#token = token;
  }

  prepare(sql: string): DatabaseStatement {
    return new Statement(this.#send, { sql, args: [] });
  }

  /** All or nothing. */
  async batch(statements: DatabaseStatement[]): Promise<unknown[]> {
    const results = await this.#transact(statements.map((statement) => (statement as Statement).query));
    return results.map((rows) => ({ results: toObjects(rows), success: true, meta: {} }));
  }

  /** Runs a migration or seed file, whole or not at all. */
  async exec(sql: string): Promise<void> {
    // After an error the connection is closed, which takes back what was begun.
    await this.#send({ type: "sequence", sql: `BEGIN;\n${sql}\n;COMMIT;` });
  }

  async isEmpty(): Promise<boolean> {
    return (await this.prepare("select name from sqlite_master where type = 'table'").first()) === null;
  }

  async #transact(queries: readonly Query[]): Promise<Rows[]> {
    const last = queries.length + 1;
    const steps = [
      { stmt: { sql: "BEGIN" } },
      ...queries.map((query, at) => ({
        stmt: { ...query, want_rows: true },
        condition: { type: "ok", step: at },
      })),
      { stmt: { sql: "COMMIT" }, condition: { type: "ok", step: last - 1 } },
      { stmt: { sql: "ROLLBACK" }, condition: { type: "not", cond: { type: "ok", step: last } } },
    ];
    const result = await this.#send<BatchResult>({ type: "batch", batch: { steps } });
    const failed = result.step_errors.slice(0, last + 1).find((error) => error !== null);
    if (failed) throw new Error(`D1_ERROR: ${failed.message}`);
    return result.step_results.slice(1, last).map((rows) => rows ?? { cols: [], rows: [] });
  }

  /** One connection for each request: its settings come first, since foreign keys are off by default. */
  readonly #send = async <Result>(request: object): Promise<Result> => {
    const requests = [{ type: "execute", stmt: { sql: "PRAGMA foreign_keys = ON" } }, request, { type: "close" }];
    const response = await fetch(this.#address, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(this.#token !== "" && { authorization: `Bearer ${this.#token}` }),
      },
      body: JSON.stringify({ requests }),
      signal: AbortSignal.timeout(answerMs),
    });
    if (!response.ok) throw new Error(`D1_ERROR: the database answered ${response.status}`);
    const { results } = (await response.json()) as { results: [unknown, Outcome<Result>] };
    const outcome = results[1];
    if (outcome.type === "error") throw new Error(`D1_ERROR: ${outcome.error.message}`);
    return outcome.response.result;
  };
}
