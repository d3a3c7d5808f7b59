// Builds by id: the running ones, and the artefacts of finished ones until they are dropped or too old.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BuildEvent, BuildRequest } from "./protocol.ts";
import { removeTree } from "./remove-tree.ts";
import { runBuild, type BuildContext } from "./run-build.ts";

interface BuildRecord {
  folder: string;
  controller: AbortController;
  /** Resolves when no process and no open file of the build is left. */
  ended: Promise<void>;
  artefact: Set<string>;
  expiry: NodeJS.Timeout | undefined;
}

export class Builds {
  readonly #options: BuildContext & { keepMs: number };
  readonly #records = new Map<string, BuildRecord>();

  constructor(options: BuildContext & { keepMs: number }) {
    this.#options = options;
  }

  /** Runs to the `finished` event. A build of the same id is a leftover of a retried job: it is cancelled and replaced. */
  async run(request: BuildRequest, emit: (event: BuildEvent) => void, signal: AbortSignal): Promise<void> {
    const before = this.#records.get(request.buildId);
    const controller = new AbortController();
    const folder = join(this.#options.folder, `${request.buildId}.${crypto.randomUUID().slice(0, 8)}`);
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const record: BuildRecord = {
      folder,
      controller,
      ended,
      artefact: new Set(),
      expiry: undefined,
    };
    this.#records.set(request.buildId, record);
    try {
      if (before !== undefined) await this.#remove(before);
      const context = { ...this.#options, folder };
      const remember = (event: BuildEvent): void => {
        // Before the reader hears of them, since it may ask for one at once.
        if (event.type === "finished") for (const file of event.artefact) record.artefact.add(file.path);
        emit(event);
      };
      await runBuild(context, request, remember, AbortSignal.any([signal, controller.signal]));
    } finally {
      resolve();
      if (this.#records.get(request.buildId) === record) {
        if (record.artefact.size === 0) await this.drop(request.buildId);
        else record.expiry = setTimeout(() => void this.drop(request.buildId), this.#options.keepMs).unref();
      }
    }
  }

  /** Cancels the build if it runs, and removes what it left. An unknown id is not an error: it is already gone. */
  async drop(id: string): Promise<void> {
    const record = this.#records.get(id);
    if (record === undefined) return;
    this.#records.delete(id);
    await this.#remove(record);
  }

  /** Undefined unless a finished build listed exactly this path. */
  async readArtefact(id: string, path: string): Promise<Buffer | undefined> {
    const record = this.#records.get(id);
    if (record === undefined || !record.artefact.has(path)) return undefined;
    return await readFile(join(record.folder, "artefact", path));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#records.keys()].map((id) => this.drop(id)));
  }

  async #remove(record: BuildRecord): Promise<void> {
    clearTimeout(record.expiry);
    record.controller.abort();
    await record.ended;
    await removeTree(record.folder);
  }
}
