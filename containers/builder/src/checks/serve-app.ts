// The app under test, run by its own server on a loopback port.
import { spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";

const answerMs = 60_000;

export interface ServedApp {
  origin: string;
  stop(): void;
}

/** `command` runs in the working directory. Throws with what it printed when it does not answer. */
export async function serveApp(command: readonly string[], folder: string): Promise<ServedApp> {
  const [file, ...args] = command;
  if (file === undefined) throw new Error("There is no command that serves the app.");
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(file, args, {
    cwd: folder,
    env: { ...process.env, PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-2_000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", (error) => {
      output += error.message;
      resolve();
    });
  });
  const deadline = performance.now() + answerMs;
  const stop = (): void => void child.kill("SIGKILL");
  while (performance.now() < deadline) {
    const isUp = await fetch(origin, { signal: AbortSignal.timeout(answerMs) }).then(
      (response) => response.body?.cancel().then(() => true) ?? true,
      () => false,
    );
    if (isUp) return { origin, stop };
    const hasEnded = await Promise.race([
      ended.then(() => true),
      new Promise<false>((resolve) => setTimeout(() => resolve(false), 50)),
    ]);
    if (hasEnded) break;
  }
  stop();
  throw new Error(`The app's own server did not answer. ${output.trim()}`.slice(0, 1_500));
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => void probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
