// One build from its request to its `finished` event: files, steps in the order of `after`, artefact.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { keepArtefact } from "./artefact.ts";
import { runAuditStep } from "./audit-step.ts";
import { runBrowserStep, type BrowserTools } from "./browser-step.ts";
import { describeDependencies, type DependencyStore } from "./dependency-store.ts";
import type { Npm } from "./install-tree.ts";
import { decodeFiles, writeFiles, type ProjectFiles } from "./project-files.ts";
import { checkPath, RefusedInput } from "./project-path.ts";
import type { BuildEvent, BuildFinished, BuildRequest, BuildStep, StepResult } from "./protocol.ts";
import { removeTree } from "./remove-tree.ts";
import { runProcess, type ProcessResult } from "./run-process.ts";
import { firstBuildUid, prepareRoot, type Launch, type Sandbox } from "./sandbox.ts";
import type { Slots } from "./slots.ts";

export interface BuildContext {
  sandbox: Sandbox;
  /** Undefined on a machine without npm: install steps fail with that reason. */
  store: DependencyStore | undefined;
  slots: Slots;
  /** Of background builds, which wait for each other only. */
  backgroundSlots: Slots;
  npm: Npm | undefined;
  browserTools: BrowserTools | string;
  /** The build's own folder; artefact files end in `folder`/artefact. */
  folder: string;
}

type Emit = (event: BuildEvent) => void;

/** Never throws; the returned event has been emitted too. */
export async function runBuild(
  context: BuildContext,
  request: BuildRequest,
  emit: Emit,
  signal: AbortSignal,
): Promise<BuildFinished> {
  const startedAt = performance.now();
  const results: StepResult[] = [];
  const finish = (rest: Pick<BuildFinished, "outcome" | "artefact"> & { error?: string }): BuildFinished => {
    const steps = results.toSorted((a, b) => position(request, a) - position(request, b));
    const event: BuildFinished = {
      type: "finished",
      steps,
      durationMs: performance.now() - startedAt,
      ...rest,
    };
    emit(event);
    return event;
  };
  const slots = request.background === true ? context.backgroundSlots : context.slots;
  let slot: number | undefined;
  let build: Build | undefined;
  try {
    const files = decodeFiles(request.files);
    const wanted = request.artefact.map((path) => checkPath(path.replace(/\/+$/, "")));
    const first = request.steps[0]?.name ?? "build";
    slot = await slots.take(signal, (ahead) => {
      const text = `Waiting for a free place to build (${ahead} ahead).`;
      emit({ type: "log", step: first, stream: "stdout", text });
    });
    if (slot === undefined) return finish({ outcome: "cancelled", artefact: [] });
    const uid = firstBuildUid + slot + (request.background === true ? context.slots.total : 0);
    build = new Build(context, request, files, uid, emit, signal);
    await build.prepare();
    await build.runSteps(results);
    if (signal.aborted) return finish({ outcome: "cancelled", artefact: [] });
    if (results.some((result) => result.outcome !== "passed")) return finish({ outcome: "failed", artefact: [] });
    const artefact = await keepArtefact(join(context.folder, "work"), wanted, join(context.folder, "artefact"));
    return finish({ outcome: signal.aborted ? "cancelled" : "succeeded", artefact });
  } catch (error) {
    return finish({
      outcome: signal.aborted ? "cancelled" : "failed",
      artefact: [],
      error: explain(error),
    });
  } finally {
    if (slot !== undefined) {
      build?.release();
      await dropWork(context.folder).catch(() => {});
      slots.give(slot);
    }
  }
}

function position(request: BuildRequest, result: StepResult): number {
  return request.steps.findIndex((step) => step.name === result.step);
}

/** Only reasons that were written for the user leave the program; others keep to their error code. */
export function explain(error: unknown): string {
  if (error instanceof RefusedInput) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOSPC" || code === "EDQUOT") return "The builder's disk is full. Try again later.";
  console.error("build failed unexpectedly:", error);
  return `The builder failed${code === "" ? "" : ` (${code})`}. Try again; if it stays, see the builder's log.`;
}

/** Everything but the artefact goes. Out of the way first, so that a new build can start at once. */
async function dropWork(folder: string): Promise<void> {
  const gone = ["work", "home", "tmp", "upper", "node", "extra", "audit"].map((part) => join(folder, part));
  await Promise.all(gone.map((path) => removeTree(path)));
}

class Build {
  readonly #context: BuildContext;
  readonly #request: BuildRequest;
  readonly #files: ProjectFiles;
  readonly #uid: number;
  readonly #emit: Emit;
  readonly #signal: AbortSignal;
  #borrowed: { folder: string; giveBack(): void } | undefined;

  constructor(
    context: BuildContext,
    request: BuildRequest,
    files: ProjectFiles,
    uid: number,
    emit: Emit,
    signal: AbortSignal,
  ) {
    this.#context = context;
    this.#request = request;
    this.#files = files;
    this.#uid = uid;
    this.#emit = emit;
    this.#signal = signal;
  }

  /** Gives the dependency tree back to the store; no step may run any more. */
  release(): void {
    this.#borrowed?.giveBack();
    this.#borrowed = undefined;
  }

  async prepare(): Promise<void> {
    const owner = this.#context.sandbox.ownerUid(this.#uid);
    prepareRoot(this.#context.folder, owner);
    await writeFiles(join(this.#context.folder, "work"), this.#files, owner);
  }

  /** Adds to `results` as steps end. A step whose forerunners did not all pass is left out. */
  async runSteps(results: StepResult[]): Promise<void> {
    const passed = new Map<string, Promise<boolean>>();
    const start = (step: BuildStep): Promise<boolean> => {
      const running = passed.get(step.name);
      if (running !== undefined) return running;
      const forerunners = this.#request.steps.filter((other) => step.after.includes(other.name));
      const promise = Promise.all(forerunners.map(start)).then(async (before) => {
        if (before.includes(false) || this.#signal.aborted) return false;
        this.#emit({ type: "step.started", step: step.name });
        const result = { step: step.name, ...(await this.#runStep(step)) };
        results.push(result);
        this.#emit({ type: "step.finished", result });
        return result.outcome === "passed";
      });
      passed.set(step.name, promise);
      return promise;
    };
    // All must have ended before the folder is removed, also when one of them failed unexpectedly.
    const ends = await Promise.allSettled(this.#request.steps.map(start));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  }

  async #runStep(step: BuildStep): Promise<ProcessResult> {
    const sink = (stream: "stdout" | "stderr", text: string): void => {
      this.#emit({ type: "log", step: step.name, stream, text });
    };
    switch (step.name) {
      case "install":
        return await this.#install(step, sink);
      case "browser":
        return await this.#browse(step, sink);
      case "audit":
        return await this.#audit(step);
      default: {
        const launch: Launch = { ...this.#launch(), command: step.command, network: false };
        return await runProcess(this.#context.sandbox, launch, step.limits, sink, this.#signal);
      }
    }
  }

  async #browse(step: BuildStep, sink: (stream: "stdout" | "stderr", text: string) => void): Promise<ProcessResult> {
    const { sandbox, browserTools } = this.#context;
    const { checkPlan } = this.#request;
    if (checkPlan === undefined) throw new RefusedInput("A browser step needs a plan of what to check.");
    const { limits } = step;
    const found = await runBrowserStep(sandbox, browserTools, checkPlan, this.#launch(), limits, sink, this.#signal);
    if (found.outcome) this.#emit({ type: "report", step: "browser", report: found.outcome });
    return found.result;
  }

  async #audit(step: BuildStep): Promise<ProcessResult> {
    const { sandbox, npm, folder } = this.#context;
    if (npm === undefined) throw new RefusedInput("The builder found no npm; install Node.js with npm where it runs.");
    const set = describeDependencies(this.#text("package.json"), this.#text("package-lock.json"));
    const options = { sandbox, npm, launch: { ...this.#launch(), root: join(folder, "audit") } };
    const found = await runAuditStep(options, set, step.limits, this.#signal);
    if (found.outcome) this.#emit({ type: "report", step: "audit", report: found.outcome });
    return found.result;
  }

  #launch(): Omit<Launch, "command" | "network"> {
    return {
      root: this.#context.folder,
      uid: this.#uid,
      ...(this.#borrowed === undefined ? {} : { overlay: this.#borrowed.folder }),
      ...(this.#request.background === undefined ? {} : { background: this.#request.background }),
    };
  }

  #text(path: string): string {
    const bytes = this.#files.get(path);
    if (bytes === undefined) throw new RefusedInput(`${path} is missing; the builder needs it.`);
    return bytes.toString("utf8");
  }

  async #install(step: BuildStep, sink: (stream: "stdout" | "stderr", text: string) => void): Promise<ProcessResult> {
    const startedAt = performance.now();
    const { store, sandbox, folder } = this.#context;
    if (store === undefined)
      throw new RefusedInput("The builder found no npm; install Node.js with npm where it runs.");
    const { packageManager } = this.#request;
    const set = describeDependencies(this.#text("package.json"), this.#text("package-lock.json"), packageManager);
    const warm = store.isWarm(set.key);
    const timeout = AbortSignal.timeout(step.limits.timeoutMs);
    const result = {
      ...(await store.fill(set, step.limits, sink, AbortSignal.any([this.#signal, timeout]))),
    };
    if (result.outcome === "cancelled" && !this.#signal.aborted) result.outcome = "timeout";
    if (result.outcome === "passed") {
      const target = join(folder, "work", "node_modules");
      const { sharing } = sandbox.report;
      if (sharing === "overlay") {
        await mkdir(target);
        this.#borrowed = await store.borrow(set.key);
      } else await store.materialise(set.key, target, sharing, sandbox.ownerUid(this.#uid));
      sink("stdout", warm ? "Dependencies were already in the store." : "Dependencies are installed.");
    }
    return { ...result, durationMs: performance.now() - startedAt };
  }
}
