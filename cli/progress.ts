// What a person sees of a generation: stages with their times, notes and the log. Pure; writing it is terminal.ts's job.
import { isEndState, type LoopState } from "#protocol/loop-state.ts";
import type { Event } from "./answers.ts";

export interface Progress {
  /** The stage under way, null before the first and after the last. */
  stage: LoopState | null;
  /** Epoch ms, by the platform's clock. */
  stageSince: number;
  startedAt: number;
  /** The newest log line, for the one-line display. */
  lastLine: string;
}

export type Tone = "good" | "bad" | "warn" | "dim" | "plain";
export interface Line {
  tone: Tone;
  text: string;
}

export const noProgress: Progress = { stage: null, stageSince: 0, startedAt: 0, lastLine: "" };

const titles: Partial<Record<LoopState, string>> = {
  planning: "Planning",
  awaiting_approval: "Waiting for approval",
  coding: "Writing code",
  reviewing: "Reviewing",
  building: "Building",
  testing: "Testing",
  healing: "Repairing",
  deploying: "Starting the preview",
  preview: "Waiting for approval of the preview",
  production: "Publishing",
  paused: "Paused",
};

/** What an event changes and the lines it prints, oldest first. */
export function advance(progress: Progress, event: Event): { progress: Progress; lines: Line[] } {
  const at = Date.parse(event.ts);
  const { data } = event;
  switch (event.type) {
    case "generation.created":
      return { progress: { ...progress, startedAt: at }, lines: [] };
    case "loop.transition":
      return enter(progress, String(data["to"]) as LoopState, String(data["reason"] ?? ""), at);
    case "log.appended": {
      const text = String(data["text"]);
      const tone = logTones[String(data["level"])] ?? "dim";
      const lines = text.split("\n").map((line) => ({ tone, text: `  ${String(data["source"]).padEnd(9)} ${line}` }));
      return { progress: { ...progress, lastLine: text.split("\n").at(-1) ?? "" }, lines };
    }
    default:
      return { progress, lines: note(event.type, data) };
  }
}

const logTones: Record<string, Tone> = { error: "bad", warn: "warn", info: "dim", debug: "dim" };

function enter(progress: Progress, to: LoopState, reason: string, at: number): { progress: Progress; lines: Line[] } {
  const lines: Line[] = [];
  if (progress.stage !== null) {
    const failed = to === "failed" || to === "escalated" || to === "cancelled";
    const tone = failed ? "bad" : to === "healing" ? "warn" : "good";
    const mark = failed ? "✗" : to === "healing" ? "!" : "✓";
    lines.push({ tone, text: `${mark} ${stageLine(progress.stage, at - progress.stageSince)}` });
  }
  if (isEndState(to)) {
    const text = `${endTitles[to]} after ${formatDuration(at - (progress.startedAt || at))}`;
    lines.push({ tone: to === "complete" ? "good" : "bad", text: reason === "" ? text : `${text}: ${reason}` });
    return { progress: { ...progress, stage: null, stageSince: at }, lines };
  }
  const startedAt = progress.startedAt || at;
  return { progress: { ...progress, stage: to, stageSince: at, startedAt, lastLine: "" }, lines };
}

const endTitles = { complete: "Done", failed: "Failed", escalated: "Needs a person", cancelled: "Cancelled" } as const;

function note(type: string, data: Event["data"]): Line[] {
  const dim = (text: string): Line[] => [{ tone: "dim", text: `  ${text}` }];
  switch (type) {
    case "plan.proposed": {
      const prd = data["prd"] as { name?: unknown; pages?: unknown[]; models?: unknown[] } | undefined;
      return dim(`plan      ${String(prd?.name)}: ${counted(prd?.pages, "page")}, ${counted(prd?.models, "model")}`);
    }
    case "decision.recorded":
      return dim(`decision  ${String(data["question"])} → ${String(data["choice"])}`);
    case "file.changed":
      return dim(`${String(data["action"]).padEnd(9)} ${String(data["path"])}`);
    case "review.completed":
      return dim(`review    ${counted(data["findings"], "finding")}`);
    case "heal.attempted":
      return dim(`repair    ${String(data["category"])} (${String(data["kind"])}, by ${String(data["origin"])})`);
    case "heal.exhausted":
      return [{ tone: "warn", text: `  repair    gave up: ${String(data["reason"])}` }];
    case "version.created":
      return dim(`version   ${String(data["number"])}: ${String(data["message"]).split("\n")[0]}`);
    case "preview.ready":
      return [{ tone: "good", text: `  preview   ${String(data["url"])}` }];
    default:
      return [];
  }
}

function counted(list: unknown, noun: string): string {
  const count = Array.isArray(list) ? list.length : 0;
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function stageLine(stage: LoopState, ms: number): string {
  return `${(titles[stage] ?? stage).padEnd(24)} ${formatDuration(ms)}`;
}

/** The line that stays at the bottom while a stage runs; `now` by the platform's clock. */
export function statusLine(progress: Progress, now: number): string {
  if (progress.stage === null) return "";
  const line = stageLine(progress.stage, Math.max(0, now - progress.stageSince));
  return progress.lastLine === "" ? line : `${line}  ${progress.lastLine}`;
}

export function formatDuration(ms: number): string {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}
