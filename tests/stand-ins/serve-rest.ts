// A REST API on loopback from a table of routes; for stand-ins of services that people deploy to.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface RestCall {
  method: string;
  path: string;
  /** What the route's pattern names. */
  params: Record<string, string>;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  bytes: Buffer;
  /** The parsed JSON; an empty object without a body. */
  json<T = Record<string, unknown>>(): T;
}

export interface RestAnswer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** `METHOD /path/:name`; `:name*` takes the rest of the path. */
export type RestRoutes = Record<string, (call: RestCall) => RestAnswer | Promise<RestAnswer>>;

export interface RestServer {
  url: string;
  /** Method and path of every call, in order. */
  calls: string[];
  close(): Promise<void>;
}

/** `refuse`: an answer before any route is asked, such as one to a wrong token. */
export async function serveRest(
  routes: RestRoutes,
  refuse: (call: RestCall) => RestAnswer | null = () => null,
): Promise<RestServer> {
  const table = Object.entries(routes).map(([route, handle]) => {
    const [method = "", path = ""] = route.split(" ");
    const pattern = path.replaceAll(
      /:(\w+)(\*?)/g,
      (_, name: string, rest: string) => `(?<${name}>${rest ? ".+" : "[^/]+"})`,
    );
    return { method, pattern: new RegExp(`^${pattern}$`), handle };
  });
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const url = new URL(request.url ?? "/", "http://stand-in");
    // Clients differ in whether they encode a slash inside a parameter.
    const path = decodeURIComponent(url.pathname);
    const method = request.method ?? "GET";
    calls.push(`${method} ${path}`);
    const found = table
      .filter((route) => route.method === method)
      .map((route) => ({ route, match: route.pattern.exec(path) }))
      .find(({ match }) => match !== null);
    const params = Object.fromEntries(
      Object.entries(found?.match?.groups ?? {}).map(([name, value]) => [name, value ?? ""]),
    );
    const headers = request.headers as Record<string, string | undefined>;
    const call: RestCall = {
      method,
      path,
      params,
      query: url.searchParams,
      headers,
      bytes,
      json: <T>() => (bytes.length === 0 ? {} : JSON.parse(bytes.toString("utf8"))) as T,
    };
    let answer: RestAnswer;
    try {
      answer =
        refuse(call) ?? (found ? await found.route.handle(call) : { status: 404, body: { message: "Not Found" } });
    } catch (error) {
      answer = { status: 500, body: { message: String(error) } };
    }
    const { status = 200, body } = answer;
    const isText = typeof body === "string";
    const isBytes = body instanceof Uint8Array;
    response.writeHead(status, { "content-type": isText ? "text/html" : "application/json", ...answer.headers });
    response.end(body === undefined || status === 204 ? undefined : isText || isBytes ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
