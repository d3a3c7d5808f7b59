// The log's events as the conversation tells them. Pure; derived whenever the timeline grows.
import type { Finding, GenerationView, ProjectEvents } from "#protocol/project-events.ts";
import type { Attachment, Selection } from "#protocol/attachments.ts";
import type { Prd } from "#engine/prd/schema.ts";
import type { LoopState } from "#protocol/loop-state.ts";
import type { RepairAccount } from "#protocol/repair-account.ts";
import { formatCount, formatDuration } from "../lib/format.ts";
import type { TimelineEvent } from "../session/project-view.ts";
import { checkNames } from "../stage/check-names.ts";
import { keptNote } from "./kept-note.ts";

export type NoteTone = "neutral" | "working" | "done" | "danger" | "waiting";
export type NoteIcon =
  | "files"
  | "build"
  | "test"
  | "repair"
  | "version"
  | "preview"
  | "pause"
  | "play"
  | "check"
  | "cross"
  | "stop"
  | "deploy"
  | "edit";

export interface Decision {
  question: string;
  choice: string;
  reason: string;
  alternatives: readonly string[];
}

export type PlanState = "proposed" | "approved" | "rejected" | "replaced";

export type ConversationItem = { key: string; ts: string } & (
  | {
      kind: "prompt";
      text: string;
      mode: GenerationView["mode"] | null;
      files: readonly Attachment[];
      selection: Selection | null;
    }
  | { kind: "reply"; text: string }
  | { kind: "plan"; generationId: string; prd: Prd; revision: number; state: PlanState; comment: string | null }
  | { kind: "decisions"; decisions: Decision[] }
  | { kind: "review"; findings: Finding[] }
  | { kind: "note"; tone: NoteTone; icon: NoteIcon; text: string; detail: string | null }
  | { kind: "end"; generation: GenerationView; account: RepairAccount | null }
);

export function conversationItems(timeline: readonly TimelineEvent[]): ConversationItem[] {
  const items: ConversationItem[] = [];
  const prompts = new Map<string, string>();
  let changed: { files: Map<string, string>; key: string; ts: string } | null = null;
  let kept: { files: ProjectEvents["file.kept"][]; key: string; ts: string } | null = null;

  const closeKept = (): void => {
    if (kept === null) return;
    const { files, ...at } = kept;
    items.push({ ...at, kind: "note", tone: "waiting", icon: "files", ...keptNote(files) });
    kept = null;
  };

  const closeFiles = (): void => {
    if (changed === null) return;
    const paths = [...changed.files.keys()];
    items.push({
      kind: "note",
      key: changed.key,
      ts: changed.ts,
      tone: "neutral",
      icon: "files",
      text: `${formatCount(paths.length, "file")} ${fileWords(changed.files)}`,
      detail: paths.slice(0, 200).join("\n"),
    });
    changed = null;
  };

  for (const event of timeline) {
    if (event.type === "file.changed") {
      changed ??= { files: new Map(), key: event.id, ts: event.ts };
      changed.files.set(event.data.path, event.data.action);
      continue;
    }
    closeFiles();
    if (event.type === "file.kept") {
      kept ??= { files: [], key: event.id, ts: event.ts };
      kept.files.push(event.data);
      continue;
    }
    closeKept();
    const at = { key: event.id, ts: event.ts };
    switch (event.type) {
      case "generation.created": {
        const { generation } = event.data;
        prompts.set(generation.id, generation.prompt);
        // Generations of earlier releases know of no files.
        const { prompt: text, mode, attachments: files = [], selection = null } = generation;
        items.push({ ...at, kind: "prompt", text, mode, files, selection });
        break;
      }
      case "message.created": {
        const { role, text, generationId } = event.data;
        // The prompt is also a message of its generation; said once is enough.
        if (role === "user" && generationId !== null && prompts.get(generationId) === text) break;
        items.push(
          role === "user"
            ? { ...at, kind: "prompt", text, mode: null, files: [], selection: null }
            : { ...at, kind: "reply", text },
        );
        break;
      }
      case "plan.proposed":
        settlePlan(items, event.data.generationId, "replaced", null);
        items.push({ ...at, kind: "plan", ...event.data, state: "proposed", comment: null });
        break;
      case "plan.edited": {
        const { generationId, prd, changes } = event.data;
        showEditedPlan(items, generationId, prd);
        const text = `You changed the plan: ${formatCount(changes.length, "change")}`;
        items.push({ ...at, kind: "note", tone: "neutral", icon: "edit", text, detail: changes.join("\n") });
        break;
      }
      case "plan.approved":
        settlePlan(items, event.data.generationId, "approved", null);
        break;
      case "plan.rejected":
        settlePlan(items, event.data.generationId, "rejected", event.data.comment);
        break;
      case "decision.recorded": {
        const { question, choice, reason, alternatives = [] } = event.data;
        const decision = { question, choice, reason, alternatives };
        const last = items.at(-1);
        if (last?.kind === "decisions") last.decisions.push(decision);
        else items.push({ ...at, kind: "decisions", decisions: [decision] });
        break;
      }
      case "review.completed":
        items.push({ ...at, kind: "review", findings: event.data.findings });
        break;
      case "loop.transition": {
        const words = transitionNote(event.data.from, event.data.to, event.data.reason);
        if (words !== null) items.push({ ...at, kind: "note", ...words });
        break;
      }
      case "generation.escalated": {
        const { generation, account = null } = event.data;
        items.push({ ...at, kind: "end", generation, account });
        break;
      }
      case "generation.completed":
      case "generation.failed":
      case "generation.cancelled":
        items.push({ ...at, kind: "end", generation: event.data.generation, account: null });
        break;
      default: {
        const note = noteOf(event);
        if (note !== null) items.push({ ...at, kind: "note", ...note });
      }
    }
  }
  closeFiles();
  closeKept();
  return items;
}

type Note = { tone: NoteTone; icon: NoteIcon; text: string; detail: string | null };

function noteOf(event: TimelineEvent): Note | null {
  switch (event.type) {
    case "build.succeeded":
    case "build.failed": {
      const { kind, durationMs, steps, exitCode } = event.data;
      const ok = event.type === "build.succeeded";
      const failed = steps.find((step) => step.outcome !== "passed");
      const result = kind === "build" ? (ok ? "Build passed" : "Build failed") : ok ? "Tests passed" : "Tests failed";
      const where = ok || failed === undefined ? "" : ` at ${failed.step}`;
      return {
        tone: ok ? "done" : "danger",
        icon: kind,
        text: `${result}${where} in ${formatDuration(durationMs)}`,
        detail: ok
          ? null
          : exitCode === null
            ? "It was stopped. The console has the output."
            : `Exit code ${exitCode}. The console has the output.`,
      };
    }
    case "heal.attempted": {
      const { category, kind, origin, attempt } = event.data;
      const from = { cache: "a fix that worked before", rule: "a rule", model: "the model" }[origin];
      return {
        tone: "working",
        icon: "repair",
        text: `Repair ${attempt}: ${plain(category)}, with ${from}`,
        detail: plain(kind),
      };
    }
    case "plan.questioned":
      return {
        tone: "waiting",
        icon: "pause",
        text: `${formatCount(event.data.questions.length, "question")} before planning`,
        detail: event.data.questions.map(({ question }) => question).join("\n"),
      };
    case "provider.changed": {
      const { from, to, reason } = event.data;
      const next = to === "builtin" ? "the built-in engine" : to;
      return { tone: "waiting", icon: "repair", text: `${from} did not answer; ${next} goes on`, detail: reason };
    }
    case "heal.succeeded":
      return { tone: "done", icon: "repair", text: "The repair worked", detail: null };
    case "heal.exhausted":
      return { tone: "danger", icon: "repair", text: "No repair helped", detail: event.data.reason };
    case "version.created": {
      const { number, message, fileCount } = event.data;
      return {
        tone: "neutral",
        icon: "version",
        text: `Version ${number} saved, ${formatCount(fileCount, "file")}`,
        detail: message,
      };
    }
    case "quality.reported": {
      const { status, checks } = event.data;
      const failed = checks.filter((check) => check.status === "failed");
      if (status === "passed") return passedNote(checks);
      if (status !== "failed") return null;
      return {
        tone: "waiting",
        icon: "cross",
        text: `${formatCount(failed.length, "check")} failed`,
        detail: failed.map((check) => `${checkNames[check.kind]}: ${check.message}`).join("\n"),
      };
    }
    case "problem.updated": {
      const { status, count, repair, message } = event.data.problem;
      if (repair?.outcome === "returned" && status === "open")
        return { tone: "waiting", icon: "cross", text: "A repaired problem came back", detail: message };
      if (count > 1 || status !== "open" || repair !== null) return null;
      return { tone: "waiting", icon: "cross", text: "The running app reported a problem", detail: message };
    }
    case "preview.ready":
      return { tone: "done", icon: "preview", text: "Preview is ready", detail: null };
    case "deployment.updated": {
      const { environment, status, trigger, error } = event.data;
      if (status === "failed") {
        const text = environment === "preview" ? "The preview did not start" : `Publishing to ${environment} failed`;
        return { tone: "danger", icon: "deploy", text, detail: error ?? null };
      }
      // The preview has its own note, and the way to "ready" is on the line above the conversation.
      if (environment === "preview" || status !== "ready") return null;
      if (trigger === "recovery")
        return {
          tone: "waiting",
          icon: "deploy",
          text: `Went back to what ${environment} served before`,
          detail: null,
        };
      const text = environment === "production" ? "Published" : `Published to ${environment}`;
      return { tone: "done", icon: "deploy", text, detail: null };
    }
    default:
      return null;
  }
}

/** What was not looked at is named: "passed" must not sound like more than was done. */
function passedNote(checks: ProjectEvents["quality.reported"]["checks"]): Note {
  const left = checks.filter(({ status }) => status !== "passed");
  if (left.length === 0) return { tone: "done", icon: "check", text: "All checks passed", detail: null };
  const reasons = Map.groupBy(left, ({ message }) => message);
  return {
    tone: "neutral",
    icon: "check",
    text: `${checks.length - left.length} of ${formatCount(checks.length, "check")} passed, the others were not run`,
    detail: [...reasons]
      .map(([reason, those]) => `${those.map(({ kind }) => checkNames[kind]).join(", ")}: ${reason}`)
      .join("\n"),
  };
}

function transitionNote(from: LoopState, to: LoopState, reason: string): Note | null {
  if (to === "paused") return { tone: "waiting", icon: "pause", text: "Paused", detail: reason };
  if (from === "paused" && to !== "cancelled") return { tone: "neutral", icon: "play", text: "Resumed", detail: null };
  return null;
}

function settlePlan(items: ConversationItem[], generationId: string, state: PlanState, comment: string | null): void {
  const plan = items.findLast(
    (item) => item.kind === "plan" && item.generationId === generationId && item.state === "proposed",
  );
  if (plan?.kind === "plan") Object.assign(plan, { state, comment });
}

function showEditedPlan(items: ConversationItem[], generationId: string, prd: Prd): void {
  const plan = items.findLast((item) => item.kind === "plan" && item.generationId === generationId);
  if (plan?.kind === "plan") plan.prd = prd;
}

function fileWords(files: Map<string, string>): string {
  const actions = new Set(files.values());
  if (actions.size !== 1) return "changed";
  return actions.has("added") ? "written" : actions.has("deleted") ? "deleted" : "changed";
}

const plain = (words: string): string => words.replace(/[_-]/g, " ").toLowerCase();
