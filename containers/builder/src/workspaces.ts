// The fast lane: projects that are being edited keep a process in which their own bundler stays loaded (resident/), and
// get an artefact back in a fraction of a build, or one that is visited: the app's own dev server. No types, no lint, no
// tests: the loop's gate is the ordinary build.
//
// After the first request the builder never opens a file in a workspace: the process in it runs the app's code and could
// put a link anywhere. It writes what it is sent and sends what it made, with no more rights than the app.
import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Socket } from "node:net";
import { dirname, join } from "node:path";
import { describeDependencies, type DependencyStore } from "./dependency-store.ts";
import { writeFiles, type ProjectFiles } from "./project-files.ts";
import { checkPathSet, RefusedInput } from "./project-path.ts";
import type { PreviewRequest, PreviewResult } from "./protocol.ts";
import { removeTree } from "./remove-tree.ts";
import { connectToSocket } from "./live-socket.ts";
import type { ResidentPlan, ServePlan } from "./resident/messages.ts";
import { ResidentProcess } from "./resident-process.ts";
import { firstBuildUid, prepareRoot, type Launch, type Sandbox } from "./sandbox.ts";
import type { Visitable } from "./visit-workspace.ts";

export interface WorkspaceOptions {
  sandbox: Sandbox;
  store: DependencyStore | undefined;
  /** Workspaces live here; emptied by whoever starts the builder. */
  folder: string;
  /** First uid of the workspaces, one each, clear of those of builds. */
  firstUid: number;
  most: number;
  /** An unused workspace ends after this many ms. */
  idleMs: number;
}

const installLimits = { timeoutMs: 300_000, memoryBytes: 4 * 2 ** 30, outputBytes: 4 * 2 ** 20 };

export class Workspaces {
  readonly #options: WorkspaceOptions;
  /** In the order of their last use. */
  readonly #open = new Map<string, Workspace>();
  readonly #freeUids: number[];

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#freeUids = Array.from({ length: options.most }, (_, index) => options.firstUid + index);
  }

  /** One at a time for a project; its callers take turns. */
  async build(request: PreviewRequest): Promise<PreviewResult> {
    checkPathSet(Object.keys(request.files));
    const present = this.#open.get(request.workspaceId);
    const key = dependencyKey(request, present);
    const fits = present !== undefined && present.isAlive && !present.mustOpenAnew(request);
    if (present !== undefined && fits && (key === undefined || key === present.key)) {
      this.#open.delete(request.workspaceId);
      this.#open.set(request.workspaceId, present);
      return present.build(request, this.#options.idleMs);
    }
    if (present !== undefined) await this.drop(request.workspaceId);
    const missing = Object.entries(request.files).flatMap(([path, file]) => ("sha256" in file ? [path] : []));
    if (missing.length > 0) return { outcome: "missing", paths: missing };
    const oldest = this.#open.keys().next().value;
    if (this.#freeUids.length === 0 && oldest !== undefined) await this.drop(oldest);
    const uid = this.#freeUids.shift();
    if (uid === undefined) throw new RefusedInput("Every workspace is being opened right now. Try again.");
    const workspace = new Workspace(this.#options, uid, () => void this.drop(request.workspaceId));
    this.#open.set(request.workspaceId, workspace);
    return workspace.build(request, this.#options.idleMs);
  }

  /** One that serves, for a visitor; undefined where there is none. */
  visit(id: string): Visitable | undefined {
    const workspace = this.#open.get(id);
    if (workspace === undefined || !workspace.isAlive || !workspace.isServing) return undefined;
    this.#open.delete(id);
    this.#open.set(id, workspace);
    workspace.use(this.#options.idleMs);
    return workspace;
  }

  async drop(id: string): Promise<void> {
    const workspace = this.#open.get(id);
    if (workspace === undefined) return;
    this.#open.delete(id);
    await workspace.close();
    this.#freeUids.push(workspace.uid);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((id) => this.drop(id)));
  }
}

/** Undefined when the request leaves package.json and lockfile as they are. */
function dependencyKey(request: PreviewRequest, present: Workspace | undefined): string | undefined {
  const manifest = request.files["package.json"];
  const lockfile = request.files["package-lock.json"];
  if (present !== undefined && present.holds("package.json", manifest) && present.holds("package-lock.json", lockfile))
    return undefined;
  if (manifest === undefined || lockfile === undefined)
    throw new RefusedInput("package.json or its lockfile is missing.");
  if ("sha256" in manifest || "sha256" in lockfile) return undefined;
  return describeDependencies(decode(manifest).toString("utf8"), decode(lockfile).toString("utf8")).key;
}

type SentFile = PreviewRequest["files"][string];
type Content = Exclude<SentFile, { sha256: string }>;

function decode(file: Content): Buffer {
  return "text" in file ? Buffer.from(file.text, "utf8") : Buffer.from(file.base64, "base64");
}

const hash = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

class Workspace implements Visitable {
  readonly uid: number;
  key: string | undefined;
  readonly #options: WorkspaceOptions;
  readonly #root: string;
  readonly #end: () => void;
  /** Path → SHA-256 of what the process was sent. */
  readonly #files = new Map<string, string>();
  #turn: Promise<unknown> = Promise.resolve();
  #serve: PreviewRequest["serve"];
  #process: ResidentProcess | undefined;
  #borrowed: { giveBack(): void } | undefined;
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: WorkspaceOptions, uid: number, end: () => void) {
    this.#options = options;
    this.uid = uid;
    this.#end = end;
    this.#root = join(options.folder, crypto.randomUUID());
  }

  get isAlive(): boolean {
    return !this.#isClosed && (this.#process === undefined || this.#process.isAlive);
  }

  get isServing(): boolean {
    return this.#serve !== undefined && this.#process !== undefined;
  }

  /** A dev server reads some files only when it starts. */
  mustOpenAnew(request: PreviewRequest): boolean {
    const { anew = [] } = request.serve ?? {};
    const paths = new Set([...this.#files.keys(), ...Object.keys(request.files)]);
    return [...paths].some(
      (path) => anew.some((start) => path.startsWith(start)) && !this.holds(path, request.files[path]),
    );
  }

  connect(): Promise<Socket> {
    return connectToSocket(join(this.#root, "tmp", socketName), this.#options.sandbox.ownerUid(this.uid));
  }

  /** Puts its end off. */
  use(idleMs: number): void {
    clearTimeout(this.#idle);
    if (!this.#isClosed) this.#idle = setTimeout(this.#end, idleMs).unref();
  }

  holds(path: string, file: SentFile | undefined): boolean {
    if (file === undefined) return !this.#files.has(path);
    return this.#files.get(path) === ("sha256" in file ? file.sha256 : hash(decode(file)));
  }

  build(request: PreviewRequest, idleMs: number): Promise<PreviewResult> {
    clearTimeout(this.#idle);
    const result = this.#turn.then(() => this.#build(request));
    this.#turn = result.catch(() => {});
    void this.#turn.then(() => this.use(idleMs));
    return result;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    this.#process?.kill();
    await this.#turn;
    await this.#process?.ended;
    this.#borrowed?.giveBack();
    await removeTree(this.#root);
  }

  async #build(request: PreviewRequest): Promise<PreviewResult> {
    const startedAt = performance.now();
    const missing = Object.entries(request.files).flatMap(([path, file]) =>
      "sha256" in file && this.#files.get(path) !== file.sha256 ? [path] : [],
    );
    if (missing.length > 0) return { outcome: "missing", paths: missing };
    const write: Record<string, Content> = {};
    for (const [path, file] of Object.entries(request.files)) {
      if ("sha256" in file || this.holds(path, file)) continue;
      write[path] = file;
    }
    const remove = [...this.#files.keys()].filter((path) => request.files[path] === undefined);
    const wasWarm = this.#process !== undefined;
    const openMs = wasWarm ? 0 : await this.#start(request, write);
    // A process that just began was given its files with the folder.
    const answer = await this.#process?.ask({ write: wasWarm ? write : {}, remove, known: request.known });
    if (answer === undefined) {
      return { outcome: "failed", error: this.#process?.reason ?? "The build process ended.", warm: wasWarm };
    }
    for (const [path, file] of Object.entries(write)) this.#files.set(path, hash(decode(file)));
    for (const path of remove) this.#files.delete(path);
    if (answer.error !== null) return { outcome: "failed", error: answer.error, warm: wasWarm };
    const { writeMs, buildMs: bundleMs, collectMs, built, outputs } = answer;
    const stages = { openMs, writeMs, buildMs: bundleMs, collectMs, totalMs: performance.now() - startedAt };
    return { outcome: "built", artefact: outputs, built, warm: wasWarm, stages };
  }

  async #start(request: PreviewRequest, files: Record<string, Content>): Promise<number> {
    const startedAt = performance.now();
    const { sandbox, store } = this.#options;
    if (store === undefined)
      throw new RefusedInput("The builder found no npm; install Node.js with npm where it runs.");
    const manifest = files["package.json"];
    const lockfile = files["package-lock.json"];
    if (manifest === undefined || lockfile === undefined)
      throw new RefusedInput("package.json or its lockfile is missing.");
    const set = describeDependencies(decode(manifest).toString("utf8"), decode(lockfile).toString("utf8"));
    this.key = set.key;
    const filled = await store.fill(set, installLimits, () => {}, AbortSignal.timeout(installLimits.timeoutMs));
    if (filled.outcome !== "passed") throw new RefusedInput(`The installation ended as ${filled.outcome}.`);
    const owner = sandbox.ownerUid(this.uid);
    prepareRoot(this.#root, owner);
    const bytes: ProjectFiles = new Map(Object.entries(files).map(([path, file]) => [path, decode(file)]));
    const work = join(this.#root, "work");
    await writeFiles(work, bytes, owner);
    const { sharing } = sandbox.report;
    const extra = residentFolders();
    this.#serve = request.serve;
    const [program, plan] = this.#programOf(request);
    const command = [
      "node",
      join(sandbox.extraPath({ root: this.#root, extra }, "resident"), program + residentEnding),
      JSON.stringify(plan),
    ];
    const launch: Launch = { root: this.#root, uid: this.uid, network: false, extra, command };
    if (sharing === "overlay") {
      await mkdir(join(work, "node_modules"));
      const borrowed = await store.borrow(set.key);
      this.#borrowed = borrowed;
      launch.overlay = borrowed.folder;
    } else await store.materialise(set.key, join(work, "node_modules"), sharing, owner);
    this.#process = new ResidentProcess(sandbox, launch);
    return performance.now() - startedAt;
  }

  #programOf({ serve, independent, artefact, mark }: PreviewRequest): ["serve" | "main", ServePlan | ResidentPlan] {
    if (serve === undefined) return ["main", { independent, artefact, ...(mark !== undefined && { mark }) }];
    const socket = `${this.#options.sandbox.inside(this.#root)}/tmp/${socketName}`;
    return ["serve", { command: serve.command, host: serve.host, socket }];
  }
}

const socketName = "live.sock";
const residentFolder = join(import.meta.dirname, "resident");
const residentEnding = import.meta.filename.endsWith(".ts") ? ".ts" : ".mjs";

/** The process needs zod beside itself; a bundle brings it along. */
function residentFolders(): Record<string, string> {
  if (residentEnding === ".mjs") return { resident: residentFolder };
  const zod = createRequire(import.meta.url).resolve("zod/package.json");
  return { resident: residentFolder, node_modules: dirname(dirname(zod)) };
}

/** Uids of workspaces follow those of builds. */
export const workspaceUids = (builds: number): number => firstBuildUid + builds;
