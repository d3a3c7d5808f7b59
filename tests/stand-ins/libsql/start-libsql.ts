// A libSQL server's HTTP protocol (Hrana 2, `POST /v2/pipeline`) over Node's SQLite: executes, batches with conditions,
// sequences, closes. Each pipeline is a connection of its own to one file, as on a host; foreign keys are off at first.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from "node:sqlite";
import { z } from "zod";

const valueSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("null") }),
  z.strictObject({ type: z.literal("integer"), value: z.string().regex(/^-?\d+$/) }),
  z.strictObject({ type: z.literal("float"), value: z.number() }),
  z.strictObject({ type: z.literal("text"), value: z.string() }),
  z.strictObject({ type: z.literal("blob"), base64: z.string() }),
]);
type Value = z.infer<typeof valueSchema>;

const stmtSchema = z.strictObject({
  sql: z.string(),
  args: z.array(valueSchema).optional(),
  want_rows: z.boolean().optional(),
});

interface Condition {
  type: "ok" | "error" | "not";
  step?: number | undefined;
  cond?: Condition | undefined;
}
const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.strictObject({
    type: z.enum(["ok", "error", "not"]),
    step: z.int().optional(),
    cond: conditionSchema.optional(),
  }),
);

const requestSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("execute"), stmt: stmtSchema }),
  z.strictObject({
    type: z.literal("batch"),
    batch: z.strictObject({
      steps: z.array(z.strictObject({ stmt: stmtSchema, condition: conditionSchema.optional() })),
    }),
  }),
  z.strictObject({ type: z.literal("sequence"), sql: z.string() }),
  z.strictObject({ type: z.literal("close") }),
]);
const pipelineSchema = z.strictObject({ requests: z.array(requestSchema) });
type Request = z.infer<typeof requestSchema>;

export interface LibsqlStandIn {
  url: string;
  /** Pipelines that were answered. */
  readonly pipelines: number;
  close(): Promise<void>;
}

export async function startLibsql(options: { file: string; token: string }): Promise<LibsqlStandIn> {
  let pipelines = 0;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const answer = (status: number, body: unknown): void =>
        void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
      if (request.method !== "POST" || request.url !== "/v2/pipeline") return answer(404, { error: "not found" });
      if (request.headers.authorization !== `Bearer ${options.token}`) return answer(401, { error: "unauthorized" });
      const parsed = pipelineSchema.safeParse(JSON.parse(Buffer.concat(chunks).toString()));
      if (!parsed.success) return answer(400, { error: z.prettifyError(parsed.error) });
      pipelines += 1;
      return answer(200, { baton: null, base_url: null, results: run(options.file, parsed.data.requests) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get pipelines() {
      return pipelines;
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

function run(file: string, requests: readonly Request[]): unknown[] {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  try {
    return requests.map((request) => {
      try {
        return { type: "ok", response: { type: request.type, ...perform(database, request) } };
      } catch (error) {
        return { type: "error", error: toProblem(error) };
      }
    });
  } finally {
    database.close();
  }
}

const toProblem = (error: unknown) => ({
  message: `SQLite error: ${error instanceof Error ? error.message : String(error)}`,
  code: "SQLITE_ERROR",
});

function perform(database: DatabaseSync, request: Request): { result?: unknown } {
  if (request.type === "close") return {};
  if (request.type === "sequence") {
    database.exec(request.sql);
    return {};
  }
  if (request.type === "execute") return { result: execute(database, request.stmt) };
  const results: unknown[] = [];
  const errors: unknown[] = [];
  for (const { stmt, condition } of request.batch.steps) {
    results.push(null);
    errors.push(null);
    if (condition && !holds(condition, results, errors)) continue;
    try {
      results[results.length - 1] = execute(database, stmt);
    } catch (error) {
      errors[errors.length - 1] = toProblem(error);
    }
  }
  return { result: { step_results: results, step_errors: errors } };
}

function holds(condition: Condition, results: readonly unknown[], errors: readonly unknown[]): boolean {
  if (condition.type === "not") return condition.cond !== undefined && !holds(condition.cond, results, errors);
  return (condition.type === "ok" ? results : errors)[condition.step ?? -1] !== null;
}

function execute(database: DatabaseSync, { sql, args = [] }: z.infer<typeof stmtSchema>): unknown {
  const statement = database.prepare(sql);
  const cols = statement.columns().map(({ name }) => ({ name }));
  statement.setReturnArrays(true);
  statement.setReadBigInts(true);
  const rows = statement.all(...args.map((value) => toSqlite(value))) as unknown as SQLOutputValue[][];
  return {
    cols,
    rows: rows.map((row) => row.map((value) => toWire(value))),
    affected_row_count: 0,
    last_insert_rowid: null,
  };
}

function toSqlite(value: Value): SQLInputValue {
  if (value.type === "null") return null;
  if (value.type === "integer") return BigInt(value.value);
  return value.type === "blob" ? Buffer.from(value.base64, "base64") : value.value;
}

function toWire(value: SQLOutputValue): Value {
  if (value === null) return { type: "null" };
  if (typeof value === "bigint") return { type: "integer", value: String(value) };
  if (typeof value === "number") return { type: "float", value };
  if (typeof value === "string") return { type: "text", value };
  return { type: "blob", base64: Buffer.from(value).toString("base64") };
}
