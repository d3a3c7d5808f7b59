// Lines taken along: those that are shown, or the whole log into a file, also what is not loaded here.
import { toast } from "sonner";
import { errorLine } from "../../lib/api-error.ts";
import { formatCount } from "../../lib/format.ts";
import { saveFile } from "../../lib/save-file.ts";
import { wantToaster } from "../../lib/toast.ts";
import { api } from "../../session/session.ts";
import type { ConsoleLine } from "../../session/console-lines.ts";
import { readWholeLog } from "./read-whole-log.ts";
import { linesAsNdjson, linesAsText } from "./write-lines.ts";

const formats = {
  text: { write: linesAsText, name: "console.txt", type: "text/plain" },
  ndjson: { write: linesAsNdjson, name: "console.ndjson", type: "application/x-ndjson" },
} as const;

type LogFormat = keyof typeof formats;

export async function copyLines(lines: Iterable<ConsoleLine>, count: number): Promise<void> {
  wantToaster();
  try {
    await navigator.clipboard.writeText(linesAsText(lines));
    toast.success(`${formatCount(count, "line")} copied`);
  } catch {
    toast.error("The browser did not allow copying. Save the lines instead.");
  }
}

export function saveLines(lines: Iterable<ConsoleLine>): void {
  const { write, name, type } = formats.text;
  saveFile(new Blob([write(lines)], { type }), name);
}

/** `newest`: `seq` of the log's end, for the share that is read. */
export async function exportLog(projectId: string, newest: number, format: LogFormat): Promise<void> {
  const { write, name, type } = formats[format];
  const stop = new AbortController();
  wantToaster();
  // One toast that changes as it goes on.
  const id = toast.loading("Reading the log", { action: { label: "Stop", onClick: () => stop.abort() } });
  const parts: string[] = [];
  let count = 0;
  try {
    for await (const { lines, seq } of readWholeLog(projectId, { get: api.get, wait }, stop.signal)) {
      parts.push(write(lines));
      count += lines.length;
      const share = newest === 0 ? 100 : Math.min(100, Math.round((seq / newest) * 100));
      toast.loading(`Reading the log: ${share} %`, {
        id,
        action: { label: "Stop", onClick: () => stop.abort() },
      });
    }
    saveFile(new Blob(parts, { type }), name);
    toast.success(`${formatCount(count, "line")} saved as ${name}`, { id, action: undefined });
  } catch (error) {
    if (stop.signal.aborted) toast.dismiss(id);
    else toast.error(errorLine(error), { id, action: undefined });
  }
}

function wait(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1_000);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
