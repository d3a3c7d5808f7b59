// A package registry on loopback that passes everything on to the machine's own, until it is told to be away: then every
// connection breaks, as when the network does. It can also turn npm alone away, as a mirror that npm's requests upset does.
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Registry {
  readonly url: string;
  /** Requests since it went away. */
  readonly refused: number;
  goAway(): void;
  /** pnpm is answered still, and whoever fetches pnpm itself. */
  refuseNpm(): void;
  comeBack(): void;
  close(): Promise<void>;
}

export async function startRegistry(): Promise<Registry> {
  const real = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim().replace(/\/?$/, "/");
  let away: "all" | "npm" | null = null;
  let refused = 0;
  const server = createServer((request, response) => {
    const isNpm = (request.headers["user-agent"] ?? "").startsWith("npm/") && !(request.url ?? "").startsWith("/pnpm");
    if (away === "all" || (away === "npm" && isNpm)) {
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
      away = "all";
      refused = 0;
      server.closeAllConnections();
    },
    refuseNpm() {
      away = "npm";
      refused = 0;
      server.closeAllConnections();
    },
    comeBack() {
      away = null;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
