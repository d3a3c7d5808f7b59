// The API outside Cloudflare: its environment from a SQLite file or a libSQL database, and Node's requests as the web's.
import { mkdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Env } from "../src/server/env.ts";
import { LibsqlD1 } from "./libsql-d1.ts";
import { bringUpToDate } from "./migrations.ts";

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

/** The database of DATABASE_URL, else the file. It has the newest schema afterwards; a new one gets the example rows too. */
export async function openEnvironment(wanted: { file: string; examples: boolean }): Promise<Env> {
  const url = process.env["DATABASE_URL"];
  if (url) {
    const remote = new LibsqlD1(url, process.env["DATABASE_AUTH_TOKEN"]);
    await bringUpToDate(remote, wanted);
    return { DB: remote };
  }
  // Loaded here, so that a build does not need it.
  const { SqliteD1 } = await import("./sqlite-d1.ts");
  mkdirSync(dirname(wanted.file), { recursive: true });
  const database = new SqliteD1(wanted.file);
  await bringUpToDate(database, wanted);
  return { DB: database };
}

export async function answerWith(
  api: Api,
  env: Env,
  request: IncomingMessage,
  response: ServerResponse,
  context = later,
): Promise<void> {
  await sendResponse(await api.fetch(toRequest(request), env, context), response);
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
