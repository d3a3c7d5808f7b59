// Append → seen, at 1, 50 and 200 sockets and 50 events a second, through a project's channel and through a bare Durable
// Object that stores and sends at once. Sockets are held by this process; times are of one clock.
// Options: --seconds N (5), --rate N (50).
import { Client } from "../tests/platform/client.ts";
import { startPlatform } from "../tests/platform/start-platform.ts";
import { startBare } from "./bare/start-bare.ts";
import type { Benchmark } from "./run.ts";
import { distribution, type Distribution } from "./statistics.ts";

const audiences = [1, 50, 200];

export const benchmark: Benchmark = {
  async run(options) {
    const option = (name: string, fallback: number) =>
      options.includes(name) ? Number(options[options.indexOf(name) + 1]) : fallback;
    const seconds = option("--seconds", 5);
    const rate = option("--rate", 50);
    const platform = await startPlatform();
    const bare = await startBare();
    try {
      const client = await Client.register(platform.url);
      const figures: Record<
        string,
        { channel: Distribution & { missing: number }; bare: Distribution & { missing: number } }
      > = {};
      for (const sockets of audiences) {
        figures[sockets] = {
          channel: await throughChannel(client, sockets, rate, seconds),
          bare: await throughBare(bare.url, sockets, rate, seconds),
        };
        console.error(`${sockets} sockets:`, JSON.stringify(figures[sockets]));
      }
      return { rate, seconds, sockets: figures };
    } finally {
      await bare.stop();
      await platform.stop();
    }
  },
};

/** Events come from pausing and resuming a generation: each is stored, appended and broadcast like any other. */
async function throughChannel(client: Client, sockets: number, rate: number, seconds: number) {
  const project = await client.createProject(`Fan-out ${sockets}`);
  const generation = await client.generate(project.id, "A list of books with title and author", "supervised");
  await client.waitFor(generation.id, ["awaiting_approval"]);
  const audience = [];
  for (let index = 0; index < sockets; index += 1) audience.push(await client.openSocket(project.id, 0, true));
  const samples: number[] = [];
  let expected = 0;
  // The object's clock and ours are the same machine's: `ts` is when the event was appended.
  for (const socket of audience) {
    socket.onEvent((event) => void samples.push(performance.timeOrigin + performance.now() - Date.parse(event.ts)));
  }
  const controls = audience[0];
  if (!controls) throw new Error("There is no socket.");
  let paused = false;
  // A pause or a resume appends two events: loop.transition and generation.updated.
  await pace(rate / 2, seconds, () => {
    controls.send({ op: "cmd", command: paused ? "resume" : "pause", generationId: generation.id });
    paused = !paused;
    expected += 2 * sockets;
  });
  await settle(() => samples.length >= expected);
  for (const socket of audience) socket.close();
  return { ...distribution(samples), missing: expected - samples.length };
}

async function throughBare(url: string, sockets: number, rate: number, seconds: number) {
  const address = `${url.replace("http", "ws")}/channel/socket`;
  const samples: number[] = [];
  const audience = await Promise.all(
    Array.from({ length: sockets }, async () => {
      const socket = new WebSocket(address);
      await new Promise<void>((resolve, reject) => {
        socket.addEventListener("open", () => resolve());
        socket.addEventListener("error", () => reject(new Error("The bare socket could not be opened.")));
      });
      socket.addEventListener("message", (message) => {
        const { at } = JSON.parse(String(message.data)) as { at: number };
        samples.push(performance.timeOrigin + performance.now() - at);
      });
      return socket;
    }),
  );
  let expected = 0;
  const posts: Promise<unknown>[] = [];
  await pace(rate, seconds, () => {
    const body = JSON.stringify({ at: performance.timeOrigin + performance.now(), text: "x".repeat(300) });
    posts.push(fetch(`${url}/channel/append`, { method: "POST", body }));
    expected += sockets;
  });
  await Promise.all(posts);
  await settle(() => samples.length >= expected);
  for (const socket of audience) socket.close();
  return { ...distribution(samples), missing: expected - samples.length };
}

/** Calls `act` `rate` times a second for so many seconds; late calls are made up for. */
async function pace(rate: number, seconds: number, act: () => void): Promise<void> {
  const begin = performance.now();
  const total = Math.round(rate * seconds);
  for (let done = 0; done < total; done += 1) {
    const wait = begin + (done * 1_000) / rate - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    act();
  }
}

async function settle(done: () => boolean): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!done() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
}
