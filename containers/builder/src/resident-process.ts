// The process of a workspace, as the builder sees it: questions and answers, one line each, within limits of time, memory
// and length.
import type { ChildProcess } from "node:child_process";
import { ProcessTree } from "./process-tree.ts";
import { answerMark, residentAnswerSchema, type ResidentAnswer, type ResidentRequest } from "./resident/messages.ts";
import type { Launch, Sandbox } from "./sandbox.ts";

const buildMs = 120_000;
const memoryBytes = 2 * 2 ** 30;
const watchMs = 1_000;
const longestAnswer = 96 * 1024 * 1024;

export class ResidentProcess {
  readonly ended: Promise<void>;
  /** Why it gave no answer. */
  reason: string | undefined;
  isAlive = true;
  readonly #child: ChildProcess;
  readonly #tree: ProcessTree | undefined;
  readonly #waiting = new Map<number, (answer: ResidentAnswer | undefined) => void>();
  readonly #watch: NodeJS.Timeout;
  #rest = "";
  #printed = "";
  #count = 0;

  constructor(sandbox: Sandbox, launch: Launch) {
    this.#child = sandbox.spawn({ ...launch, stdin: true });
    this.#tree = this.#child.pid === undefined ? undefined : new ProcessTree(this.#child.pid);
    this.#watch = setInterval(() => {
      if ((this.#tree?.sample() ?? 0) > memoryBytes) this.kill("The build needed more memory than it may use.");
    }, watchMs).unref();
    this.ended = new Promise((resolve) => {
      const end = (): void => {
        this.isAlive = false;
        clearInterval(this.#watch);
        this.reason ??= this.#printed.trim().slice(-2_000) || "The build process ended.";
        for (const give of this.#waiting.values()) give(undefined);
        this.#waiting.clear();
        resolve();
      };
      this.#child.once("exit", end);
      this.#child.once("error", end);
    });
    this.#child.stdout?.setEncoding("utf8").on("data", (text: string) => this.#read(text));
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => this.#print(text));
    this.#child.stdin?.on("error", () => {});
  }

  /** Undefined when the process ended instead. */
  ask(request: Omit<ResidentRequest, "id">): Promise<ResidentAnswer | undefined> {
    if (!this.isAlive) return Promise.resolve(undefined);
    this.#count += 1;
    const id = this.#count;
    const { promise, resolve } = Promise.withResolvers<ResidentAnswer | undefined>();
    this.#waiting.set(id, resolve);
    const timer = setTimeout(() => this.kill("The build took longer than it may."), buildMs);
    this.#child.stdin?.write(`${JSON.stringify({ id, ...request })}\n`);
    return promise.finally(() => clearTimeout(timer));
  }

  kill(reason?: string): void {
    this.reason ??= reason;
    this.#tree?.kill();
  }

  #read(text: string): void {
    this.#rest += text;
    if (this.#rest.length > longestAnswer) return this.kill("The build made more than it may.");
    if (!text.includes("\n")) return;
    const lines = this.#rest.split("\n");
    this.#rest = lines.pop() ?? "";
    for (const line of lines) {
      const at = line.indexOf(answerMark);
      if (at < 0) this.#print(`${line}\n`);
      else this.#give(line.slice(at + answerMark.length));
    }
  }

  #give(json: string): void {
    let answer: ResidentAnswer;
    try {
      answer = residentAnswerSchema.parse(JSON.parse(json));
    } catch {
      return this.kill("The build process gave an answer that cannot be read.");
    }
    this.#waiting.get(answer.id)?.(answer);
    this.#waiting.delete(answer.id);
  }

  #print(text: string): void {
    this.#printed = (this.#printed + text).slice(-8_000);
  }
}
