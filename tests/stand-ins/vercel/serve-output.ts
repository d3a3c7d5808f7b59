// Serves a folder `.vercel/output` as Vercel does, as far as its documented routing is used by our exports: routes in their
// order, headers that go on, the file system, and Node functions, which are started with the request's own address.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

const configSchema = z.strictObject({
  version: z.literal(3),
  routes: z.array(
    z.union([
      z.strictObject({ handle: z.enum(["filesystem", "miss", "error", "hit", "resource", "rewrite"]) }),
      z.strictObject({
        src: z.string().startsWith("^"),
        dest: z.string().optional(),
        headers: z.record(z.string(), z.string()).optional(),
        continue: z.boolean().optional(),
      }),
    ]),
  ),
});
const functionSchema = z.strictObject({
  runtime: z.enum(["nodejs22.x", "nodejs24.x"]),
  handler: z.string(),
  launcherType: z.literal("Nodejs"),
  shouldAddHelpers: z.boolean(),
  supportsResponseStreaming: z.boolean(),
});
type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

export async function serveOutput(output: string): Promise<{ url: string; close(): Promise<void> }> {
  const config = configSchema.parse(JSON.parse(readFileSync(join(output, "config.json"), "utf8")));
  const handlers = new Map<string, Handler>();

  async function invoke(name: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const folder = join(output, "functions", `${name}.func`);
    if (!existsSync(folder)) return false;
    let handler = handlers.get(name);
    if (handler === undefined) {
      const settings = functionSchema.parse(JSON.parse(readFileSync(join(folder, ".vc-config.json"), "utf8")));
      const module = (await import(pathToFileURL(join(folder, settings.handler)).href)) as { default: Handler };
      handler = module.default;
      handlers.set(name, handler);
    }
    await handler(request, response);
    return true;
  }

  function sendFile(path: string, headers: Record<string, string>, response: ServerResponse): boolean {
    const file = join(output, "static", path === "/" ? "index.html" : path);
    if (!existsSync(file) || !statSync(file).isFile()) return false;
    response.writeHead(200, { ...headers, "content-type": types[extname(file)] ?? "application/octet-stream" });
    response.end(readFileSync(file));
    return true;
  }

  const server: Server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const answer = async (): Promise<void> => {
      const headers: Record<string, string> = {};
      for (const route of config.routes) {
        if ("handle" in route) {
          if (route.handle === "filesystem" && sendFile(path, headers, response)) return;
          continue;
        }
        if (!new RegExp(route.src).test(path)) continue;
        Object.assign(headers, route.headers);
        if (route.continue === true || route.dest === undefined) continue;
        // One function at a time answers a request.
        // oxlint-disable-next-line no-await-in-loop
        if (await invoke(route.dest, request, response)) return;
        if (sendFile(route.dest, headers, response)) return;
      }
      response.writeHead(404, headers).end("NOT_FOUND");
    };
    answer().catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
