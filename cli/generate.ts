// `generate`: starts a generation, shows it, and ends as it ends.
import { isEndState } from "#protocol/loop-state.ts";
import { generationSchema, projectSchema, snapshotSchema, type Event, type Generation } from "./answers.ts";
import { ask } from "./ask.ts";
import { readAttachments, uploadAttachments } from "./attachments.ts";
import { followEvents } from "./event-feed.ts";
import { exitCodes, Failure, type ExitCode } from "./failure.ts";
import { findProject } from "./find-project.ts";
import { onInterrupt } from "./interrupt.ts";
import type { GenerateOptions } from "./program.ts";
import { advance, noProgress, statusLine, type Progress } from "./progress.ts";
import { Session } from "./session.ts";
import { checkFolder, writeVersion } from "./source-files.ts";
import { Terminal } from "./terminal.ts";

const longestProjectName = 60;

export async function generate(options: GenerateOptions): Promise<ExitCode> {
  // Before anything is started that would have to be thrown away.
  if (options.out !== undefined) await checkFolder(options.out, options.force);
  const files = await readAttachments(options.attach);
  const session = new Session(options.credentials);
  const { projectId, since } = await openProject(session, options);
  const say = (line: string): void => (options.json ? undefined : console.log(line));
  const attachmentIds = await uploadAttachments(session, projectId, files, say);
  const started = await session.json("/api/v1/generations", generationSchema, {
    method: "POST",
    body: definedOnly({
      projectId,
      prompt: options.prompt,
      mode: options.mode,
      provider: options.provider,
      budgetUsd: options.budgetUsd,
      attachmentIds: attachmentIds.length > 0 ? attachmentIds : undefined,
    }),
  });
  const command = (name: string, body: object = {}): Promise<Generation> =>
    session.json(`/api/v1/generations/${started.id}/${name}`, generationSchema, { method: "POST", body });

  const controller = new AbortController();
  let interrupted = false;
  const forget = onInterrupt(() => {
    // The second time the person wants out, whatever becomes of the generation.
    if (interrupted) process.exit(exitCodes.interrupted);
    interrupted = true;
    // One that ended meanwhile cannot be cancelled any more, which is as well.
    void command("cancel")
      .catch(() => {})
      .finally(() => controller.abort());
  });
  const display = options.json ? new JsonDisplay() : new TextDisplay();
  try {
    for await (const event of followEvents(session, projectId, since, controller.signal)) {
      if (!belongsTo(event, started.id)) continue;
      display.show(event);
      const state = event.type === "loop.transition" ? event.data["to"] : undefined;
      if (state === "preview" || (typeof state === "string" && isEndState(state as Generation["status"]))) break;
      if (state === "awaiting_approval" && !options.json) await display.askForApproval(command);
    }
  } finally {
    display.stop();
    forget();
  }

  const ended = await session.json(`/api/v1/generations/${started.id}`, generationSchema).catch((error: unknown) => {
    if (interrupted) process.exit(exitCodes.interrupted);
    throw error;
  });
  const succeeded = ended.status === "complete" || ended.status === "preview" || ended.status === "production";
  if (succeeded && !interrupted && options.out !== undefined && ended.versionId !== null) {
    const count = await writeVersion(session, projectId, ended.versionId, options.out);
    if (!options.json) console.log(`${count} files written to ${options.out}`);
  }
  if (options.json) console.log(JSON.stringify(ended));
  else summarise(ended);
  if (interrupted) return exitCodes.interrupted;
  return succeeded ? exitCodes.success : exitCodes.failed;
}

async function openProject(session: Session, options: GenerateOptions): Promise<{ projectId: string; since: number }> {
  if (options.project !== undefined) {
    if (options.stack !== undefined || options.name !== undefined) {
      throw new Failure("--stack and --name are for new projects; leave them out with --project.", exitCodes.usage);
    }
    const projectId = await findProject(session, options.project);
    const { seq } = await session.json(`/api/v1/projects/${encodeURIComponent(projectId)}/snapshot`, snapshotSchema);
    return { projectId, since: seq };
  }
  const name = options.name ?? projectName(options.prompt);
  const body = definedOnly({ name, stack: options.stack });
  const project = await session.json("/api/v1/projects", projectSchema, { method: "POST", body });
  return { projectId: project.id, since: 0 };
}

/** The beginning of the prompt, cut between words. */
export function projectName(prompt: string): string {
  const line = prompt.trim().replace(/\s+/g, " ");
  if (line.length <= longestProjectName) return line;
  const cut = line.slice(0, longestProjectName + 1);
  const space = cut.lastIndexOf(" ");
  return space > 0 ? cut.slice(0, space) : [...line].slice(0, longestProjectName / 2).join("");
}

function definedOnly(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** Events of the project as a whole, such as an edit of somebody else, are not shown. */
function belongsTo(event: Event, generationId: string): boolean {
  const { generation } = event.data as { generation?: { id?: unknown } };
  const id = event.data["generationId"] ?? generation?.id;
  return id === undefined || id === null || id === generationId;
}

type Command = (name: string, body?: object) => Promise<Generation>;

class JsonDisplay {
  show(event: Event): void {
    console.log(JSON.stringify(event));
  }
  async askForApproval(): Promise<void> {}
  stop(): void {}
}

class TextDisplay {
  readonly #terminal = new Terminal(process.stdout, process.env);
  #progress: Progress = noProgress;
  /** How far the platform's clock is ahead of this one, ms. */
  #ahead = 0;

  constructor() {
    this.#watch();
  }

  show(event: Event): void {
    this.#ahead = Date.parse(event.ts) - Date.now();
    const { progress, lines } = advance(this.#progress, event);
    this.#progress = progress;
    this.#terminal.print(lines);
  }

  /** Where nobody can answer, the plan waits for somebody who approves it in the browser. */
  async askForApproval(command: Command): Promise<void> {
    if (!process.stdin.isTTY) {
      this.#terminal.print([{ tone: "warn", text: "  The plan waits for approval in the browser." }]);
      return;
    }
    this.#terminal.stop();
    const answer = await ask("Approve this plan? Enter for yes, or say what to change: ");
    if (answer === "" || /^y(es)?$/i.test(answer ?? "-")) await command("approve");
    else if (answer !== undefined) await command("reject", { comment: answer });
    this.#watch();
  }

  stop(): void {
    this.#terminal.stop();
  }

  #watch(): void {
    this.#terminal.keepStatus(() => statusLine(this.#progress, Date.now() + this.#ahead));
  }
}

function summarise(generation: Generation): void {
  if (generation.error !== undefined) console.error(`${generation.error.code}: ${generation.error.message}`);
  if (generation.status === "escalated")
    console.error("A person has to look at this one. See the project in the browser.");
  if (generation.previewUrl !== null) console.log(`Preview: ${generation.previewUrl}`);
  if (generation.costUsd > 0) console.log(`Cost:    $${generation.costUsd.toFixed(4)}`);
  console.log(`Project: ${generation.projectId}`);
}
