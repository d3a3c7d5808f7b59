// Serves what `npm run build:worker` made in Node alone, with example rows: the Workers build without Cloudflare, for
// looking at it. `npm start` is the way to run the app.
//   PORT (3000), HOST (127.0.0.1), DATABASE_FILE (.data/app.db)
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { registerHooks } from "node:module";
import { extname, join, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { pathToFileURL } from "node:url";
import { createGzip } from "node:zlib";
import { bindings } from "../src/server/db/bindings.node.ts";

interface Worker {
  fetch(request: Request, env: object, context: object): Promise<Response>;
}

const folder = resolve("dist/client");
const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};
/** The others are compressed already. */
const compressible = /^(text|application)\/|svg/;

const env = await bindings();
Object.assign(globalThis, { workerEnv: env });
const workersModule = "data:text/javascript,export const env = globalThis.workerEnv; export const waitUntil = () => {};";
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "cloudflare:workers"
      ? { url: workersModule, format: "module", shortCircuit: true }
      : next(specifier, context),
});
const entry = pathToFileURL(resolve("dist/server/index.js")).href;
const { default: worker } = (await import(entry)) as { default: Worker };
const context = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} };

function assetOf(path: string): string | undefined {
  const file = join(folder, path);
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

async function ask(request: IncomingMessage): Promise<Response> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value));
  const method = request.method ?? "GET";
  const url = `http://${request.headers.host ?? "localhost"}${request.url ?? "/"}`;
  // As browsers mean it: an empty body is none.
  const hasBody = headers.has("transfer-encoding") || Number(headers.get("content-length") ?? 0) > 0;
  if (!hasBody) return worker.fetch(new Request(url, { method, headers }), env, context);
  const body = Readable.toWeb(request) as unknown as BodyInit;
  return worker.fetch(new Request(url, { method, headers, body, duplex: "half" } as RequestInit), env, context);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asset = assetOf(decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/"));
  const answered = asset === undefined ? await ask(request) : undefined;
  const type = asset === undefined ? "" : (types[extname(asset)] ?? "application/octet-stream");
  for (const [name, value] of answered?.headers ?? [["content-type", type]]) response.appendHeader(name, value);
  const body =
    asset === undefined
      ? answered?.body && Readable.fromWeb(answered.body as ReadableStream)
      : createReadStream(asset);
  const packs =
    /\bgzip\b/.test(request.headers["accept-encoding"] ?? "") &&
    compressible.test(String(response.getHeader("content-type") ?? ""));
  if (packs) response.setHeader("content-encoding", "gzip");
  response.writeHead(answered?.status ?? 200);
  if (!body) response.end();
  else if (packs) body.pipe(createGzip()).pipe(response);
  else body.pipe(response);
}

const host = process.env["HOST"] ?? "127.0.0.1";
const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end();
  });
}).listen(Number(process.env["PORT"] ?? 3000), host, () => {
  const address = server.address();
  console.log(`http://${host}:${typeof address === "object" ? address?.port : address}`);
});
