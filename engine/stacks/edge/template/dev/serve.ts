// `npm start`: serves what `npm run build` made, without Cloudflare. Needs Node alone.
//   PORT (3000), HOST (127.0.0.1), DATA_FILE (.data/app.db), also from .env; --examples fills a new file with example rows
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { createGzip } from "node:zlib";
import { answerWith, type Api, openEnvironment } from "./local.ts";

const folder = resolve("dist/client");
const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};
/** The others are compressed already. */
const compressible = /^(text|application)\/|svg/;

/** dist/client/_headers, as Cloudflare reads it: a path, which may end in `*`, and below it indented headers. */
function readHeaderRules(): { path: string; headers: [string, string][] }[] {
  const file = join(folder, "_headers");
  const rules: { path: string; headers: [string, string][] }[] = [];
  for (const line of existsSync(file) ? readFileSync(file, "utf8").split("\n") : []) {
    const [, name, value] = /^\s+([^:]+):\s*(.+)$/.exec(line) ?? [];
    if (name && value) rules.at(-1)?.headers.push([name, value]);
    else if (line.startsWith("/")) rules.push({ path: line.trim(), headers: [] });
  }
  return rules;
}

const headerRules = readHeaderRules();

function headersFor(path: string): Record<string, string> {
  const matching = headerRules.filter((rule) =>
    rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : rule.path === path,
  );
  return Object.fromEntries(matching.flatMap((rule) => rule.headers));
}

/** A file of dist/client; any other path is a page, which the browser draws. */
function sendFile(path: string, acceptsGzip: boolean, response: ServerResponse): void {
  const wanted = join(folder, path);
  const isFile = wanted.startsWith(folder + sep) && existsSync(wanted) && statSync(wanted).isFile();
  if (!isFile && extname(path) !== "") {
    response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found");
    return;
  }
  const file = isFile ? wanted : join(folder, "index.html");
  const type = types[extname(file)] ?? "application/octet-stream";
  const isPacked = acceptsGzip && compressible.test(type);
  const packing = isPacked ? { "Content-Encoding": "gzip", Vary: "Accept-Encoding" } : {};
  response.writeHead(200, { ...headersFor(path), "Content-Type": type, ...packing });
  const stream = createReadStream(file);
  (isPacked ? stream.pipe(createGzip()) : stream).pipe(response);
}

const env = await openEnvironment({
  file: process.env["DATA_FILE"] ?? ".data/app.db",
  examples: process.argv.includes("--examples"),
});
const entry = pathToFileURL(resolve("dist/server/index.js")).href;
const { default: api } = (await import(entry)) as { default: Api };
const host = process.env["HOST"] ?? "127.0.0.1";
const port = Number(process.env["PORT"] ?? 3000);

const server = createServer((request, response) => {
  const failed = (error: unknown): void => {
    console.error(error);
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end();
  };
  try {
    const path = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/");
    if (path === "/api" || path.startsWith("/api/")) answerWith(api, env, request, response).catch(failed);
    else sendFile(path, /\bgzip\b/.test(request.headers["accept-encoding"] ?? ""), response);
  } catch (error) {
    failed(error);
  }
});
// PORT=0 takes a free one.
server.listen(port, host, () => console.log(`http://${host}:${(server.address() as AddressInfo).port}`));
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}
