// A built app on a loopback port, as its host would serve it: files first, the Worker where wrangler.toml sends requests.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";

interface Worker {
  fetch(request: Request, env: unknown, context: unknown): Response | Promise<Response>;
}

export interface ServedApp {
  origin: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** The rules of `public/_headers`, by the path or the folder that they are for. */
function readHeaderRules(text: string): { matches(path: string): boolean; headers: [string, string][] }[] {
  return text
    .split(/\n(?=\S)/)
    .filter((block) => block.trim() !== "")
    .map((block) => {
      const [pattern = "", ...lines] = block.trim().split("\n");
      const matches = pathTest(pattern.trim());
      const headers = lines.map((line): [string, string] => {
        const [name = "", ...value] = line.trim().split(":");
        return [name, value.join(":").trim()];
      });
      return { matches, headers };
    });
}

function pathTest(pattern: string): (path: string) => boolean {
  return pattern.endsWith("*") ? (path) => path.startsWith(pattern.slice(0, -1)) : (path) => path === pattern;
}

async function openDatabase(folder: string): Promise<unknown> {
  const { SqliteD1 } = (await import(join(folder, "dev/sqlite-d1.ts"))) as {
    SqliteD1: new (location: string) => { exec(sql: string): void };
  };
  const database = new SqliteD1(":memory:");
  const migrations = readdirSync(join(folder, "migrations")).filter((name) => /^\d{4}_.*\.sql$/.test(name));
  for (const name of [...migrations.sort(), "seed.sql"])
    database.exec(readFileSync(join(folder, "migrations", name), "utf8"));
  return database;
}

function toRequest(request: IncomingMessage, url: URL): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, String(value));
  const method = request.method ?? "GET";
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers });
  const body = Readable.toWeb(request) as unknown as RequestInit["body"];
  return new Request(url, { method, headers, body, duplex: "half" } as RequestInit);
}

export async function serveApp(folder: string): Promise<ServedApp> {
  const database = await openDatabase(folder);
  const { default: worker } = (await import(join(folder, "dist/server/index.js"))) as { default: Worker };
  const firstLine = /run_worker_first = (\[.*?\])/s.exec(readFileSync(join(folder, "wrangler.toml"), "utf8"))?.[1];
  const workerFirst = (JSON.parse(firstLine ?? "[]") as string[]).map((pattern) => ({
    isException: pattern.startsWith("!"),
    matches: pathTest(pattern.replace(/^!/, "")),
  }));
  const rules = readHeaderRules(readFileSync(join(folder, "public/_headers"), "utf8"));

  const asset = (path: string): Response => {
    const wanted = join(folder, "dist/client", normalize(decodeURIComponent(path)));
    const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(folder, "dist/client/index.html");
    const headers = new Headers({ "Content-Type": types[extname(file)] ?? "application/octet-stream" });
    for (const rule of rules)
      if (rule.matches(path)) for (const [name, value] of rule.headers) headers.set(name, value);
    return new Response(readFileSync(file), { headers });
  };
  const env = {
    DB: database,
    ASSETS: {
      fetch: (request: Request | string) =>
        Promise.resolve(asset(new URL(request instanceof Request ? request.url : request).pathname)),
    },
  };
  const context = { waitUntil: () => undefined, passThroughOnException: () => undefined };

  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "localhost"}`);
      const fitting = workerFirst.filter(({ matches }) => matches(url.pathname));
      const goesToWorker = fitting.length > 0 && !fitting.some(({ isException }) => isException);
      const answered = goesToWorker ? await worker.fetch(toRequest(request, url), env, context) : asset(url.pathname);
      const body = Buffer.from(await answered.arrayBuffer());
      const headers: Record<string, string | string[]> = Object.fromEntries(answered.headers);
      const cookies = answered.headers.getSetCookie();
      if (cookies.length > 0) headers["set-cookie"] = cookies;
      const isText = /text|javascript|json|svg/.test(answered.headers.get("Content-Type") ?? "");
      if (isText) headers["content-encoding"] = "gzip";
      response.writeHead(answered.status, headers);
      response.end(isText && body.length > 0 ? gzipSync(body) : body);
    };
    answer().catch((error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
