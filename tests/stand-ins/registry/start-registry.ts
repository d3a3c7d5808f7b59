// A package registry on loopback that passes everything on to the machine's own, until it is told to be away: then every
// connection breaks, as when the network does.
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Registry {
  readonly url: string;
  /** Requests since it went away. */
  readonly refused: number;
  goAway(): void;
  comeBack(): void;
  close(): Promise<void>;
}

export async function startRegistry(): Promise<Registry> {
  const real = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim().replace(/\/?$/, "/");
  let away = false;
  let refused = 0;
  const server = createServer((request, response) => {
    if (away) {
      refused += 1;
      request.socket.destroy();
      return;
    }
    const headers = request.headers.accept === undefined ? {} : { accept: request.headers.accept };
    fetch(new URL((request.url ?? "/").slice(1), real), { headers })
      .then(async (answer) => {
        const type = answer.headers.get("content-type") ?? "application/octet-stream";
        response.writeHead(answer.status, { "content-type": type }).end(Buffer.from(await answer.arrayBuffer()));
      })
      .catch(() => response.writeHead(502).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    get refused() {
      return refused;
    },
    goAway() {
      away = true;
      refused = 0;
      server.closeAllConnections();
    },
    comeBack() {
      away = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
