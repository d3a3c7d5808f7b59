// Started by the builder inside a sandbox, in the app's folder: runs the app's own dev server on loopback in there, and a
// socket in the sandbox's temporary folder that leads to it, since no port of a closed network can be reached. Every
// line on stdin changes files; the dev server notices by itself. argv: the plan.
import { spawn } from "node:child_process";
import { connect, createServer, type AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { answerMark, residentRequestSchema, servePlanSchema, type ResidentAnswer } from "./messages.ts";
import { writeFiles } from "./write-files.ts";

const startMs = 90_000;
const plan = servePlanSchema.parse(JSON.parse(process.argv[2] ?? "{}"));
const folder = process.cwd();
const port = await freePort();
const [file = "", ...args] = plan.command.map((part) => part.replaceAll("{port}", String(port)));
// What it prints says why it ended; the builder keeps the last of it.
const server = spawn(file, args, {
  stdio: ["ignore", "inherit", "inherit"],
  env: { ...process.env, PORT: String(port), HOST: "127.0.0.1", __VITE_ADDITIONAL_SERVER_ALLOWED_HOSTS: plan.host },
});
server.once("error", (error) => end(error.message));
server.once("exit", () => end("The dev server ended."));

const ready = answers(performance.now() + startMs).then(() => listen());
for await (const line of createInterface({ input: process.stdin })) {
  const request = residentRequestSchema.parse(JSON.parse(line));
  const startedAt = performance.now();
  await ready;
  const readyAt = performance.now();
  await writeFiles(folder, request);
  const answer: ResidentAnswer = {
    id: request.id,
    outputs: [],
    built: [],
    error: null,
    writeMs: performance.now() - readyAt,
    buildMs: readyAt - startedAt,
    collectMs: 0,
  };
  process.stdout.write(`${answerMark}${JSON.stringify(answer)}\n`);
}

async function answers(until: number): Promise<void> {
  while (performance.now() < until) {
    if (await reaches()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  end("The dev server did not listen in time.");
}

function reaches(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

function listen(): Promise<void> {
  const bridge = createServer({ allowHalfOpen: true }, (visitor) => {
    const inner = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    visitor.pipe(inner).pipe(visitor);
    visitor.on("error", () => inner.destroy());
    inner.on("error", () => visitor.destroy());
    visitor.once("close", () => inner.destroy());
    inner.once("close", () => visitor.destroy());
  });
  return new Promise((resolve) => bridge.listen(plan.socket, resolve));
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => void probe.listen(0, "127.0.0.1", resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return free;
}

function end(reason: string): never {
  process.stderr.write(`${reason}\n`);
  server.kill("SIGKILL");
  process.exit(1);
}
