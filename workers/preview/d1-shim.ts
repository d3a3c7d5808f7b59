// The D1 an app sees, as the text of a module that is loaded into its isolate. It speaks D1's published interface
// (prepare, bind, first, all, run, raw, batch, exec, withSession) over the capability `AppDatabase`, so that the same
// app runs on a real D1 unchanged. JavaScript in a string, since it must not pass through our own bundler.

export const d1ShimModule = /* js */ `
class Statement {
  #database; #sql; #params;
  constructor(database, sql, params = []) {
    this.#database = database;
    this.#sql = sql;
    this.#params = params;
  }

  bind(...values) {
    return new Statement(this.#database, this.#sql, values.map(toSqlValue));
  }

  async first(column) {
    const { columns, rows } = await this.#execute();
    const row = rows[0];
    if (row === undefined) return null;
    const object = toObject(columns, row);
    if (column === undefined) return object;
    if (!Object.hasOwn(object, column)) throw new Error("D1_COLUMN_NOTFOUND: Column not found (" + column + ")");
    return object[column];
  }

  async all() {
    return toResult(await this.#execute());
  }

  async run() {
    return toResult(await this.#execute());
  }

  async raw(options) {
    const { columns, rows } = await this.#execute();
    const values = rows.map((row) => row.map(fromSqlValue));
    return options?.columnNames ? [columns, ...values] : values;
  }

  async #execute() {
    const [result] = await send(this.#database, [this.toMessage()]);
    return result;
  }

  toMessage() {
    return { sql: this.#sql, params: this.#params };
  }
}

export function createDatabase(capability) {
  const database = {
    prepare(sql) {
      return new Statement(capability, String(sql));
    },
    async batch(statements) {
      if (statements.length === 0) return [];
      const results = await send(capability, statements.map((statement) => statement.toMessage()));
      return results.map(toResult);
    },
    async exec(sql) {
      const value = unwrap(await capability.script(String(sql)));
      const count = String(sql).split(";").filter((part) => part.trim() !== "").length;
      return { count, duration: value.durationMs };
    },
    withSession() {
      return { prepare: database.prepare, batch: database.batch, getBookmark: () => null };
    },
    async dump() {
      throw new Error("D1_ERROR: dump() is not supported");
    },
  };
  return database;
}

async function send(capability, statements) {
  return unwrap(await capability.run(statements));
}

function unwrap(answer) {
  if (answer.ok) return answer.value;
  throw new Error("D1_ERROR: " + answer.message, { cause: new Error(answer.message) });
}

function toResult(result) {
  return {
    success: true,
    results: result.rows.map((row) => toObject(result.columns, row)),
    meta: {
      served_by: "nexus",
      duration: result.durationMs,
      changes: result.changes,
      last_row_id: result.lastRowId,
      changed_db: result.changes > 0,
      size_after: result.sizeAfter,
      rows_read: result.rowsRead,
      rows_written: result.rowsWritten,
    },
  };
}

function toObject(columns, row) {
  const object = {};
  columns.forEach((column, index) => { object[column] = fromSqlValue(row[index]); });
  return object;
}

// D1 hands out blobs as arrays of numbers.
function fromSqlValue(value) {
  return value instanceof ArrayBuffer ? [...new Uint8Array(value)] : value;
}

function toSqlValue(value) {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof ArrayBuffer) return value;
  if (ArrayBuffer.isView(value)) return value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
  if (Array.isArray(value)) return Uint8Array.from(value).buffer;
  throw new Error("D1_TYPE_ERROR: Type '" + typeof value + "' not supported for value '" + String(value) + "'");
}
`;
