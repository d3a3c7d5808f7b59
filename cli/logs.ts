// `logs`: a project's events as text or JSON, once or for as long as somebody watches.
import { followEvents, storedEvents } from "./event-feed.ts";
import { exitCodes, type ExitCode } from "./failure.ts";
import { findProject } from "./find-project.ts";
import { onInterrupt } from "./interrupt.ts";
import type { LogsOptions } from "./program.ts";
import { advance, noProgress, type Progress } from "./progress.ts";
import { Session } from "./session.ts";
import { Terminal } from "./terminal.ts";

export async function logs(options: LogsOptions): Promise<ExitCode> {
  const session = new Session(options.credentials);
  const projectId = await findProject(session, options.project);
  const controller = new AbortController();
  const forget = onInterrupt(() => controller.abort());
  const terminal = new Terminal(process.stdout, process.env);
  let progress: Progress = noProgress;
  const source = options.follow ? followEvents : storedEvents;
  for await (const event of source(session, projectId, options.since, controller.signal)) {
    if (options.json) {
      console.log(JSON.stringify(event));
      continue;
    }
    // Each generation counts its own time.
    if (event.type === "generation.created") progress = noProgress;
    const next = advance(progress, event);
    progress = next.progress;
    terminal.print(next.lines);
  }
  forget();
  return controller.signal.aborted ? exitCodes.interrupted : exitCodes.success;
}
