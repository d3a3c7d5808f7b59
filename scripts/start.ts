// `npm start`: a supervisor. Prepares the state directory, builds what is stale, then keeps three processes alive:
// the builder, the previews (generated code, watched closely) and the platform. They end with it, however it ends.
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { build } from "./start/build.ts";
import { keepAlive } from "./start/child.ts";
import type { Child } from "./start/child.ts";
import { builderSpec, platformSpec, previewsSpec } from "./start/specs.ts";
import type { Ports } from "./start/specs.ts";
import { httpCall } from "./start/http-call.ts";
import { onParentsGone } from "./start/parents.ts";
import { prepareStateDir, readSettings } from "./start/settings.ts";
import { lockState } from "./start/state-lock.ts";
import { warmStore } from "./start/warm-store.ts";
import { writeRuntimeWrapper } from "./start/runtime-wrapper.ts";

const children: Child[] = [];
let stopping = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
onParentsGone(() => void stop(0));

try {
  await main();
} catch (error) {
  if (!stopping) {
    console.error(error instanceof Error ? error.message : String(error));
    await stop(1);
  }
}

async function main(): Promise<void> {
  const stateDir = prepareStateDir();
  const lock = lockState(stateDir);
  process.once("exit", () => lock.release());
  const settings = readSettings(join(import.meta.dirname, ".."), stateDir);
  const port = await claimPort(settings.port);
  const url = `http://localhost:${port}`;
  lock.setUrl(url);
  const ports: Ports = {
    platform: port,
    previews: await freePort(),
    artefacts: await freePort(),
    builder: await freePort(),
  };

  await build(settings.root, report);
  const runtime = writeRuntimeWrapper(settings);
  if (stopping) return;
  report("Starting …");
  const launch = (spec: Parameters<typeof keepAlive>[0]): Child => {
    const child = keepAlive(spec, lock, report);
    children.push(child);
    return child;
  };
  const hasBuilder = existsSync(join(settings.root, "containers/builder/src/main.ts"));
  const builder = hasBuilder ? launch(builderSpec(settings, ports)) : null;
  launch(previewsSpec(settings, ports, runtime));
  const platform = launch(platformSpec(settings, ports, runtime));
  await Promise.all(children.map((child) => child.ready));
  await waitForHealth(port);
  report(`NexusGen is ready at ${url}`);

  // Locally nothing fires crons: the platform's periodic work starts here.
  platform.send({ type: "scheduled" });
  setInterval(() => platform.send({ type: "scheduled" }), 60_000);
  if (builder) void warmStore(settings, ports.builder, report);
}

async function waitForHealth(port: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  let last = "no answer";
  while (!stopping && Date.now() < deadline) {
    try {
      const { status, body } = await httpCall({ port, path: "/api/health", headers: { host: `localhost:${port}` } });
      if (status === 200) return;
      last = `status ${status}: ${body.slice(0, 500)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (!stopping) throw new Error(`The platform started but is not healthy (${last}).`);
}

async function claimPort(wanted: number): Promise<number> {
  try {
    return await tryPort(wanted);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new Error(
      `Port ${wanted} is in use by another program. Stop it, or choose another port: PORT=8788 npm start`,
      {
        cause: error,
      },
    );
  }
}

function freePort(): Promise<number> {
  return tryPort(0);
}

function tryPort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const chosen = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve(chosen));
    });
  });
}

function report(line: string): void {
  if (!stopping) console.log(line);
}

async function stop(status: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await Promise.all(children.map((child) => child.stop()));
  process.exit(status);
}
