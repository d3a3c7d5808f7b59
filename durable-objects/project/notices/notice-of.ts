// What a generation's user is told when the loop comes to rest, and how long it had worked until then. Pure.
import type { NoticeKind } from "#db/vocabulary.ts";
import { isEndState, type LoopState } from "#protocol/loop-state.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import type { LoopStep } from "#protocol/project-snapshot.ts";
import type { LoopContext } from "../machine/context.ts";

export interface Notice {
  kind: NoticeKind;
  text: string;
}

const longestReason = 200;

/** Null where the loop works, or where its user brought it to rest. */
export function noticeOf({ questions }: Pick<LoopContext, "questions">, view: GenerationView): Notice | null {
  switch (view.status) {
    case "awaiting_approval":
      return questions === "open"
        ? { kind: "waiting", text: "The architect has questions for you." }
        : { kind: "waiting", text: "The plan waits for your approval." };
    case "preview":
      return { kind: "waiting", text: "The preview answers and waits for your approval." };
    case "complete":
      return { kind: "done", text: "It is built, tested and running." };
    case "failed":
      return { kind: "failed", text: reasonOf(view) };
    case "escalated":
      return { kind: "escalated", text: "The repairs did not succeed; it is handed back to you." };
    default:
      return null;
  }
}

function reasonOf({ error }: GenerationView): string {
  const reason = error?.message.replaceAll(/\s+/g, " ").trim() ?? "";
  if (reason === "") return "It stopped before it was done.";
  return reason.length > longestReason ? `${reason.slice(0, longestReason - 1)}…` : reason;
}

const rests = (state: LoopState): boolean =>
  isEndState(state) || ["awaiting_approval", "preview", "paused", "idle"].includes(state);

/** From the last time it waited for somebody, or its start, to the end of what it did since. */
export function workedMs(steps: readonly LoopStep[]): number {
  const last = steps.at(-1);
  if (!last) return 0;
  // A resting state that is open is where it has just arrived.
  const worked = rests(last.state) && last.endedAt === null ? steps.slice(0, -1) : steps;
  const since = worked.slice(worked.findLastIndex(({ state }) => rests(state)) + 1);
  const [first] = since;
  const end = since.at(-1)?.endedAt;
  return first && end ? Date.parse(end) - Date.parse(first.startedAt) : 0;
}
