// The API outside Cloudflare: its environment from a SQLite file, and Node's requests as the web's.
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Env } from "../src/server/env.ts";

/** What goes on after the answer, such as sending webhooks. */
export interface Later {
  waitUntil(work: Promise<unknown>): void;
  passThroughOnException(): void;
  props: object;
}

const later: Later = {
  waitUntil: (work) => void work.catch((error: unknown) => console.error(error)),
  passThroughOnException: () => undefined,
  props: {},
};

export interface Api {
  fetch(request: Request, env: Env, context: Later): Response | Promise<Response>;
}

/** Migrations that the file has not seen are applied; a new file gets the example rows too, where they are wanted. */
export async function openEnvironment(wanted: { file: string; examples: boolean }): Promise<Env> {
  // Loaded here, so that a build does not need it.
  const { SqliteD1 } = await import("./sqlite-d1.ts");
  mkdirSync(dirname(wanted.file), { recursive: true });
  const database = new SqliteD1(wanted.file);
  const isNew = database.isEmpty();
  // The table in which wrangler notes the same.
  database.exec("CREATE TABLE IF NOT EXISTS d1_migrations (name TEXT PRIMARY KEY)");
  const { results } = await database.prepare("SELECT name FROM d1_migrations").all();
  const applied = new Set((results as { name: string }[]).map(({ name }) => name));
  const names = readdirSync("migrations").filter((name) => /^\d{4}_.*\.sql$/.test(name) && !applied.has(name));
  for (const name of names.sort()) {
    database.exec(readFileSync(`migrations/${name}`, "utf8"));
    await database.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name).run();
  }
  if (isNew && wanted.examples) database.exec(readFileSync("migrations/seed.sql", "utf8"));
  return { DB: database };
}

/** Names come from the database itself. */
const anyRowOf = (table: string): string => `SELECT 1 FROM "${table.replaceAll('"', '""')}" LIMIT 1`;
const ownTables =
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'd1_migrations'";

/** Adds the example rows to a database without records; false when it holds some. */
export async function seed({ DB }: Env): Promise<boolean> {
  const { results } = await DB.prepare(ownTables).all();
  for (const { name } of results as { name: string }[]) if (await DB.prepare(anyRowOf(name)).first()) return false;
  await DB.batch(
    readFileSync("migrations/seed.sql", "utf8")
      .split("--> statement-breakpoint")
      .filter((statement) => statement.trim() !== "")
      .map((statement) => DB.prepare(statement)),
  );
  return true;
}

export async function answerWith(
  api: Api,
  env: Env,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await sendResponse(await api.fetch(toRequest(request), env, later), response);
}

function toRequest(request: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !name.startsWith(":")) headers.set(name, String(value));
  }
  const method = request.method ?? "GET";
  const url = `http://${request.headers.host ?? "localhost"}${request.url ?? "/"}`;
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers });
  const body = Readable.toWeb(request) as unknown as BodyInit;
  return new Request(url, { method, headers, body, duplex: "half" } as RequestInit);
}

async function sendResponse(answer: Response, response: ServerResponse): Promise<void> {
  for (const [name, value] of answer.headers) response.appendHeader(name, value);
  response.writeHead(answer.status);
  if (answer.body) Readable.fromWeb(answer.body as ReadableStream).pipe(response);
  else response.end();
}
