// The real builder on a free port, and the little that a test needs to talk to it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  buildEventSchema,
  type BuildEvent,
  type BuildFinished,
  type BuildRequest,
  type BuildStep,
} from "./protocol.ts";
import { startBuilder, type BuilderOptions } from "./server.ts";

export const testSecret = "secret-of-the-test";
export const ampleLimits = { timeoutMs: 60_000, memoryBytes: 2 * 2 ** 30, outputBytes: 2 ** 20 };

export interface OpenBuild {
  events: BuildEvent[];
  /** Resolves at the first event, past or coming, that `matches`; rejects when the stream ends before. */
  event(matches: (event: BuildEvent) => boolean): Promise<BuildEvent>;
  finished(): Promise<BuildFinished>;
  /** Drops the connection, as a caller that died would. */
  disconnect(): void;
}

export interface TestBuilder {
  url: string;
  stateDir: string;
  call(path: string, init?: RequestInit): Promise<Response>;
  open(request: BuildRequest): OpenBuild;
  build(request: BuildRequest): Promise<BuildFinished & { log: string; events: BuildEvent[] }>;
  close(): Promise<void>;
}

export async function startTestBuilder(options: Partial<BuilderOptions> = {}): Promise<TestBuilder> {
  const stateDir = await mkdtemp(join(tmpdir(), "nexusgen-builder-"));
  const builder = await startBuilder({ secret: testSecret, stateDir, ...options });
  const url = `http://127.0.0.1:${builder.port}`;
  const call = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(url + path, { ...init, headers: { authorization: `Bearer ${testSecret}` } });
  const open = (request: BuildRequest): OpenBuild => openBuild(call, request);
  return {
    url,
    stateDir,
    call,
    open,
    async build(request) {
      const build = open(request);
      const finished = await build.finished();
      const log = build.events.flatMap((event) => (event.type === "log" ? [event.text] : [])).join("\n");
      return { ...finished, log, events: build.events };
    },
    async close() {
      await builder.close();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

function openBuild(call: TestBuilder["call"], request: BuildRequest): OpenBuild {
  const events: BuildEvent[] = [];
  const listeners = new Set<() => void>();
  const controller = new AbortController();
  let ended: unknown;
  const tell = (): void => listeners.forEach((listener) => listener());
  const read = async (): Promise<void> => {
    const response = await call("/builds", {
      method: "POST",
      body: JSON.stringify(request),
      signal: controller.signal,
    });
    if (!response.ok || response.body === null) throw new Error(`${response.status}: ${await response.text()}`);
    let rest = "";
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) events.push(buildEventSchema.parse(JSON.parse(line)));
      tell();
    }
    throw new Error("the stream ended");
  };
  read().catch((error: unknown) => {
    ended = error;
    tell();
  });
  const event = (matches: (event: BuildEvent) => boolean): Promise<BuildEvent> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = events.find(matches);
        if (found === undefined && ended === undefined) return;
        listeners.delete(look);
        if (found === undefined) reject(ended);
        else resolve(found);
      };
      listeners.add(look);
      look();
    });
  return {
    events,
    event,
    finished: async () => (await event((each) => each.type === "finished")) as BuildFinished,
    disconnect: () => controller.abort(),
  };
}

/** A request whose only step runs `script` under Node. */
export function scriptBuild(
  buildId: string,
  script: string,
  rest: Partial<BuildStep & BuildRequest> = {},
): BuildRequest {
  return {
    buildId,
    files: { "step.cjs": { text: script }, ...rest.files },
    steps: [{ name: "build", command: ["node", "step.cjs"], after: [], limits: { ...ampleLimits, ...rest.limits } }],
    artefact: rest.artefact ?? [],
  };
}

/** Polls a condition that another process will make true. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}
