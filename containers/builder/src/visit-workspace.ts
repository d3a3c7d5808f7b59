// Requests and WebSockets of visitors, on to the dev server in a workspace. The builder's secret stays here; so do all
// headers that the platform and the builder speak with.
import { request as ask, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Socket } from "node:net";

export interface Visitable {
  connect(): Promise<Socket>;
}

const visitPath = /^\/previews\/([A-Za-z0-9_-]{1,64})\/visit(\/.*)$/;
const ofConnection = new Set(["connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "expect"]);

/** Of a request's address; null for another one. */
export function readVisit(url: string): { id: string; path: string } | null {
  const [, id, path] = visitPath.exec(url) ?? [];
  return id === undefined || path === undefined ? null : { id, path };
}

export async function answerVisit(
  workspace: Visitable | undefined,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const socket = await workspace?.connect().catch(() => undefined);
  if (socket === undefined) {
    request.resume();
    response.writeHead(410, { "x-nexus-builder": "no-workspace" }).end();
    return;
  }
  const { method = "GET" } = request;
  const hasBody = method !== "GET" && method !== "HEAD";
  const headers = forApp(request.headers);
  const length = request.headers["content-length"];
  if (hasBody && length === undefined) headers["transfer-encoding"] = "chunked";
  const asked = ask({ method, path, headers: { ...headers, connection: "close" }, createConnection: () => socket });
  const fail = (): void => {
    socket.destroy();
    if (response.headersSent || response.destroyed) response.destroy();
    else response.writeHead(502, { "x-nexus-builder": "no-answer" }).end();
  };
  // Whoever leaves may do so more than once, and an error that nobody hears would end the builder.
  asked.on("error", fail);
  socket.on("error", fail);
  response.on("error", () => socket.destroy());
  asked.once("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, forVisitor(answer));
    answer.on("error", fail);
    answer.pipe(response);
  });
  response.once("close", () => socket.destroy());
  if (hasBody) request.pipe(asked);
  else asked.end();
}

export async function upgradeVisit(
  workspace: Visitable | undefined,
  path: string,
  request: IncomingMessage,
  visitor: Duplex,
  head: Buffer,
): Promise<void> {
  visitor.on("error", () => visitor.destroy());
  const socket = await workspace?.connect().catch(() => undefined);
  if (socket === undefined) {
    visitor.end("HTTP/1.1 410 Gone\r\nx-nexus-builder: no-workspace\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
    return;
  }
  const lines = Object.entries(forApp(request.headers)).map(([name, value]) => `${name}: ${String(value)}`);
  socket.write([`GET ${path} HTTP/1.1`, ...lines, "connection: Upgrade", "upgrade: websocket", "", ""].join("\r\n"));
  socket.write(head);
  visitor.pipe(socket).pipe(visitor);
  socket.on("error", () => visitor.destroy());
  if (visitor.destroyed) return void socket.destroy();
  visitor.once("close", () => socket.destroy());
  socket.once("close", () => visitor.destroy());
}

function forApp(given: IncomingHttpHeaders): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(given)) {
    const isOurs = name.startsWith("x-nexus-") || name === "authorization" || ofConnection.has(name);
    if (value !== undefined && !isOurs) headers[name] = value;
  }
  headers["host"] = String(given["x-nexus-host"] ?? "localhost");
  const own = given["x-nexus-authorization"];
  if (own !== undefined) headers["authorization"] = own;
  return headers;
}

function forVisitor({ headers }: IncomingMessage): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || name.startsWith("x-nexus-") || ofConnection.has(name) ? [] : [[name, value]],
    ),
  );
}
