import { lazy, type RefObject, Suspense, useEffect, useMemo, useRef } from "react";
import { isEndState } from "#protocol/loop-state.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { Spinner } from "../components/ui/spinner.tsx";
import { formatDuration } from "../lib/format.ts";
import { useNow } from "../lib/use-now.ts";
import { isRunning, stateWords } from "../session/loop-track.ts";
import type { TimelineEvent } from "../session/project-view.ts";
import { useProject } from "../session/project-context.ts";
import { useDraftFiles } from "./attachments/use-draft-files.ts";
import { type ConversationItem, conversationItems } from "./conversation-items.ts";
import { DecisionsItem, EndItem, NoteRow, PlanItem, PromptItem, ReplyItem, ReviewItem } from "./item-parts.tsx";
import { PromptBox } from "./prompt-box.tsx";
import type { PlanQuestion } from "./questions.tsx";

// Not of most visits, so that the first of them is the lighter.
const BeginHere = lazy(async () => ({ default: (await import("./begin-here.tsx")).BeginHere }));
const Gate = lazy(async () => ({ default: (await import("./gate.tsx")).Gate }));
const SelectionChip = lazy(async () => ({ default: (await import("./selection-chip.tsx")).SelectionChip }));
const Questions = lazy(async () => ({ default: (await import("./questions.tsx")).Questions }));

interface ConversationProps {
  prompt: string;
  setPrompt: (prompt: string) => void;
  inputRef: RefObject<HTMLTextAreaElement | null>;
  openPlan: () => void;
}

export function Conversation({ prompt, setPrompt, inputRef, openPlan }: ConversationProps) {
  const { projectId, view, ready, caughtUp, commands, sendPrompt, canWrite, selection, setSelection } = useProject();
  const { generation } = view;
  const drafts = useDraftFiles(projectId);
  const items = useMemo(() => conversationItems(view.timeline), [view.timeline]);
  const list = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);

  // Whatever grows scrolls into sight, but only for someone who is reading the end.
  const following = useRef(true);
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (following.current && list.current !== null) list.current.scrollTop = list.current.scrollHeight;
    });
    if (content.current !== null) observer.observe(content.current);
    if (list.current !== null) observer.observe(list.current);
    return () => observer.disconnect();
  }, []);

  function retry(text: string): void {
    setPrompt(text);
    inputRef.current?.focus();
  }

  const questions = generation?.status === "awaiting_approval" ? openQuestions(view.timeline, generation.id) : null;
  const live =
    generation !== null &&
    isRunning(generation.status) &&
    generation.status !== "awaiting_approval" &&
    generation.status !== "paused";
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        ref={list}
        tabIndex={0}
        role="log"
        aria-label="Conversation"
        aria-live="off"
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          following.current = scrollHeight - scrollTop - clientHeight < 48;
        }}
        className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
      >
        <div ref={content} className="flex flex-col gap-3.5 px-4 py-4">
          {!ready && <LoadingItems />}
          {ready && items.length === 0 && (caughtUp || generation === null) && (
            <Suspense fallback={null}>
              <BeginHere take={canWrite ? retry : null} />
            </Suspense>
          )}
          {view.historyStart > 0 && (
            <p className="text-center text-xs text-muted">Earlier messages are no longer kept.</p>
          )}
          {items.map((item) => (
            <Item
              key={item.key}
              item={item}
              waiting={generation?.status === "awaiting_approval"}
              openPlan={openPlan}
              retry={retry}
            />
          ))}
          {live && (
            <Doing
              startedAt={view.steps.at(-1)?.startedAt ?? generation.startedAt}
              words={stateWords[generation.status].doing}
            />
          )}
          {live && <LiveAnswers />}
          <Suspense fallback={null}>
            {/* A new visit to a gate is a new question, however fast the loop came back to it. */}
            {canWrite && generation !== null && questions !== null && (
              <Questions key={view.steps.length} questions={questions} pending={commands.pending} run={commands.run} />
            )}
            {canWrite && generation?.mode === "supervised" && questions === null && (
              <Gate key={view.steps.length} generation={generation} pending={commands.pending} run={commands.run} />
            )}
          </Suspense>
        </div>
      </div>
      <div className="border-t border-line bg-canvas p-3">
        <PromptBox
          label="Next prompt"
          placeholder={generation === null ? "Describe the app…" : "What should change?"}
          action="Send"
          value={prompt}
          onChange={setPrompt}
          onSend={(request) => {
            const attachmentIds = drafts.files.flatMap(({ asset }) => (asset === null ? [] : [asset.id]));
            const onSuccess = (): void => {
              setPrompt("");
              drafts.clear();
              setSelection(null);
            };
            sendPrompt.mutate({ ...request, attachmentIds, selection }, { onSuccess });
          }}
          about={
            selection !== null && (
              <Suspense fallback={null}>
                <SelectionChip selection={selection} drop={() => setSelection(null)} />
              </Suspense>
            )
          }
          drafts={drafts}
          busy={sendPrompt.isPending}
          blocked={whyBlocked(canWrite, generation)}
          inputRef={inputRef}
        />
      </div>
    </div>
  );
}

/** What the architect asked and nobody has answered yet: nothing was planned or transitioned after it. */
function openQuestions(timeline: readonly TimelineEvent[], generationId: string): PlanQuestion[] | null {
  const last = timeline.findLast(
    (event) =>
      event.type === "plan.questioned" || event.type === "plan.proposed" || event.type === "generation.created",
  );
  return last?.type === "plan.questioned" && last.data.generationId === generationId ? last.data.questions : null;
}

/** Why the next prompt cannot be sent now; null when it can. */
function whyBlocked(canWrite: boolean, generation: GenerationView | null): string | null {
  if (!canWrite) return "You can follow this project. Ask its owner for the right to change it.";
  if (generation === null || isEndState(generation.status)) return null;
  const asked =
    generation.status === "awaiting_approval" || (generation.status === "preview" && generation.mode === "supervised");
  return asked
    ? "Answer the question above first, or cancel."
    : "You can send the next prompt when this one has ended.";
}

function Item(props: {
  item: ConversationItem;
  waiting: boolean;
  openPlan: () => void;
  retry: (prompt: string) => void;
}) {
  const { item } = props;
  switch (item.kind) {
    case "prompt":
      return <PromptItem item={item} />;
    case "reply":
      return <ReplyItem item={item} />;
    case "plan":
      return <PlanItem item={item} waiting={props.waiting} openPlan={props.openPlan} />;
    case "decisions":
      return <DecisionsItem item={item} />;
    case "review":
      return <ReviewItem item={item} />;
    case "note":
      return <NoteRow {...item} />;
    case "end":
      return <EndItem item={item} retry={props.retry} />;
    default:
      return item satisfies never;
  }
}

function Doing({ words, startedAt }: { words: string; startedAt: string }) {
  const now = useNow(true, 200);
  return (
    <p className="flex gap-2.5 text-sm text-accent-ink">
      <Spinner className="mt-0.5" />
      <span className="flex-1 font-[560]">{words}</span>
      <span className="figures text-xs leading-5 text-muted">{formatDuration(now - Date.parse(startedAt))}</span>
    </p>
  );
}

/** What agents write while they write it; the console has the whole. */
function LiveAnswers() {
  const answers = Object.entries(useProject().live);
  return answers.map(([id, { agent, kind, text }]) => (
    <div key={id} className="border-l-2 border-accent-line pl-3 text-sm">
      <p className="text-xs text-muted">
        {agent} {kind === "thinking" ? "thinks" : "writes"}
      </p>
      <p className="max-h-40 overflow-hidden whitespace-pre-wrap wrap-anywhere">{text.slice(-500)}</p>
    </div>
  ));
}

function LoadingItems() {
  return (
    <div role="status" aria-label="Loading the conversation" className="flex flex-col gap-4">
      <Skeleton className="ml-6 h-20" />
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="h-4 w-1/2" />
      <Skeleton className="h-32" />
    </div>
  );
}
