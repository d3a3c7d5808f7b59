// The previews' process of the platform, alone: the same program with the same Worker, and blobs served from memory.
import { fork, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { createServer, request, type Server } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ArtefactLayout } from "#engine/stacks/stack.ts";
import { build } from "../../scripts/start/build.ts";
import type { WorkerMessage, WorkerStart } from "../../scripts/start/worker-process.ts";
import { freePort } from "../../tests/platform/free-port.ts";
import { createRevision, storeRevision } from "../../workers/preview/revision.ts";

const root = resolve(import.meta.dirname, "../..");
const secret = "the-secret-of-a-benchmark-on-loopback";

export interface Answer {
  status: number;
  body: unknown;
}

/** One app in its isolate, with its database; keeps the cookie it gets. */
export interface ShownApp {
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Its rows and files are gone. */
  destroy(): Promise<void>;
}

export class PreviewProcess {
  readonly #child: ChildProcess;
  readonly #server: Server;
  readonly #blobs: Map<string, Uint8Array>;
  readonly #port: number;
  readonly #folder: string;

  private constructor(
    child: ChildProcess,
    server: Server,
    blobs: Map<string, Uint8Array>,
    port: number,
    folder: string,
  ) {
    this.#child = child;
    this.#server = server;
    this.#blobs = blobs;
    this.#port = port;
    this.#folder = folder;
  }

  static async start(): Promise<PreviewProcess> {
    await build(root, (line) => console.error(line));
    const blobs = new Map<string, Uint8Array>();
    const server = createServer((incoming, outgoing) => {
      const bytes = blobs.get(incoming.url?.replace("/blobs/", "") ?? "");
      outgoing.writeHead(bytes ? 200 : 404).end(bytes);
    });
    const [previews, artefacts] = [await freePort(), await freePort()];
    await new Promise<void>((done) => server.listen(artefacts, "127.0.0.1", done));
    const folder = mkdtempSync(join(tmpdir(), "nexusgen-previews-"));
    // A group of its own: when this program ends, the child ends its group.
    const child = fork(join(root, "scripts/start/worker-process.ts"), [], { detached: true, stdio: "inherit" });
    child.send({
      root,
      role: "previews",
      persistDir: folder,
      variables: { INTERNAL_SECRET: secret },
      ports: { platform: 0, previews, artefacts },
    } satisfies WorkerStart);
    const message = await new Promise<WorkerMessage>((done) =>
      child.once("message", (data) => done(data as WorkerMessage)),
    );
    if (message.type === "failed") throw new Error(message.message);
    return new PreviewProcess(child, server, blobs, previews, folder);
  }

  /** `made`: what the build left, by path. */
  async show(appId: string, made: ReadonlyMap<string, Uint8Array>, layout: ArtefactLayout): Promise<ShownApp> {
    const put = (bytes: Uint8Array): string => {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      this.#blobs.set(sha256, bytes);
      return sha256;
    };
    const files = [...made].map(([path, bytes]) => ({ path, sha256: put(bytes), size: bytes.length }));
    const store = { put: (text: string) => Promise.resolve({ sha256: put(Buffer.from(text)) }) };
    const revision = await storeRevision(store, createRevision(files, layout));
    let cookie = "";
    return {
      call: async (method, path, body) => {
        const answer = await this.#send(method, path, body, {
          "x-nexus-app": appId,
          "x-nexus-revision": revision,
          ...(cookie === "" ? {} : { cookie }),
        });
        if (answer.cookie !== null) cookie = answer.cookie;
        return { status: answer.status, body: answer.body };
      },
      destroy: async () => {
        await this.#send("DELETE", `/__nexus/apps/${encodeURIComponent(appId)}`, undefined, {});
        for (const { sha256 } of files) this.#blobs.delete(sha256);
      },
    };
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.#child.once("exit", done));
    this.#child.kill("SIGTERM");
    await ended;
    this.#server.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Not `fetch`, which would not send the host the app believes to have. */
  #send(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer & { cookie: string | null }> {
    return new Promise((done, failed) => {
      const call = request(
        {
          port: this.#port,
          host: "127.0.0.1",
          method,
          path,
          headers: {
            ...headers,
            host: "app--preview.localhost",
            "x-nexus-internal": secret,
            ...(body === undefined ? {} : { "content-type": "application/json" }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", failed);
          response.on("end", () => {
            const text = Buffer.concat(chunks).toString();
            const isJson = response.headers["content-type"]?.startsWith("application/json") === true;
            done({
              status: response.statusCode ?? 0,
              body: isJson ? JSON.parse(text) : text,
              cookie: response.headers["set-cookie"]?.[0]?.split(";")[0] ?? null,
            });
          });
        },
      );
      call.on("error", failed);
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}
