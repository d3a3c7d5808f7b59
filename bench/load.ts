// A bounded load on one address of this machine: N keep-alive connections, each asking again as soon as it is answered.
import { Agent, request } from "node:http";
import { distribution, round, type Distribution } from "./statistics.ts";

export interface Load extends Distribution {
  requestsPerSecond: number;
  /** Answers that were not 200. */
  failures: number;
}

export async function load(
  url: string,
  headers: Record<string, string>,
  connections: number,
  seconds: number,
): Promise<Load> {
  const target = new URL(url);
  if (target.hostname !== "localhost" && target.hostname !== "127.0.0.1")
    throw new Error("Load goes to this machine only.");
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const samples: number[] = [];
  let failures = 0;
  const begin = performance.now();
  const end = begin + seconds * 1_000;
  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      const sent = performance.now();
      if ((await ask(target, headers, agent)) !== 200) failures += 1;
      samples.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const elapsed = (performance.now() - begin) / 1_000;
  agent.destroy();
  return { requestsPerSecond: round(samples.length / elapsed), failures, ...distribution(samples) };
}

function ask(target: URL, headers: Record<string, string>, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: "127.0.0.1",
        port: target.port,
        path: target.pathname + target.search,
        headers: { host: target.host, ...headers },
        agent,
      },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
        response.on("error", reject);
      },
    );
    call.on("error", reject);
    call.end();
  });
}
