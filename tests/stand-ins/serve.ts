import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Exchange } from "./exchange.ts";
import type { RecordedRequest } from "./recorded-request.ts";

export interface StandIn {
  /** What the SDK takes as its base URL. */
  readonly url: string;
  /** In the order of arrival, refused ones too. */
  readonly requests: readonly RecordedRequest[];
  /** Breaks what is still open. */
  close(): Promise<void>;
}

/** A loopback HTTP server (`port` 0: any free one) that records what it is asked. */
export async function serve(
  handle: (exchange: Exchange, path: string) => Promise<void>,
  { port, basePath }: { port: number; basePath: string },
): Promise<StandIn> {
  const requests: RecordedRequest[] = [];
  const open = new Set<Exchange>();
  const server = createServer((request, response) => {
    void readBody(request).then(async (body) => {
      if (body === null) return;
      const exchange = new Exchange(request, response, body);
      requests.push(exchange.record);
      open.add(exchange);
      void exchange.record.outcome.then(() => open.delete(exchange));
      const { pathname } = new URL(exchange.record.path, "http://stand-in");
      await handle(exchange, pathname);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}${basePath}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        for (const exchange of open) exchange.expectCut();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Null when the client left before it had sent all. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}
