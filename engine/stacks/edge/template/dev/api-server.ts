// Serves /api inside Vite's dev server, from a SQLite file in .data that is made and filled at the first start.
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Plugin, ViteDevServer } from "vite";
import type { Database, Env } from "../src/server/env.ts";

async function openDatabase(): Promise<Database> {
  // Loaded here, so that a build does not need it.
  const { SqliteD1 } = await import("./sqlite-d1.ts");
  mkdirSync(".data", { recursive: true });
  const database = new SqliteD1(".data/app.db");
  if (database.isEmpty()) {
    const migrations = readdirSync("migrations").filter((name) => /^\d{4}_.*\.sql$/.test(name));
    for (const name of [...migrations.sort(), "seed.sql"]) database.exec(readFileSync(`migrations/${name}`, "utf8"));
  }
  return database;
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
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body) Readable.fromWeb(answer.body as ReadableStream).pipe(response);
  else response.end();
}

async function answer(
  server: ViteDevServer,
  opened: Promise<Database>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Loaded anew when a file of the API changed.
  const module = await server.ssrLoadModule("/src/server/index.ts");
  const worker = module["default"] as { fetch(request: Request, env: Env): Response | Promise<Response> };
  await sendResponse(await worker.fetch(toRequest(request), { DB: await opened }), response);
}

export function apiServer(): Plugin {
  return {
    name: "api-server",
    apply: "serve",
    configureServer(server: ViteDevServer) {
      const opened = openDatabase();
      server.middlewares.use((request, response, next) => {
        if (!request.url?.startsWith("/api")) return next();
        answer(server, opened, request, response).catch(next);
      });
    },
  };
}
