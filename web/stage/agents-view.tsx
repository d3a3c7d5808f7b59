import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { isEndState } from "#protocol/loop-state.ts";
import { Badge, type Tone } from "../components/ui/badge.tsx";
import { Button } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { Select } from "../components/ui/select.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { describeError } from "../lib/api-error.ts";
import type { AgentConversation } from "../lib/api-types.ts";
import { agentConversationsQuery } from "../lib/conversation-queries.ts";
import { formatCount, formatDuration, formatNumber, formatUsd } from "../lib/format.ts";
import { generationsQuery } from "../lib/project-queries.ts";
import { useProject } from "../session/project-context.ts";
import { AgentTranscript } from "./agent-transcript.tsx";

/** What the agents of a generation said to their models, and what it cost. */
export function AgentsView() {
  const { projectId, view } = useProject();
  const newest = view.generation?.id ?? null;
  const [search, setSearch] = useSearchParams();
  const chosen = search.get("generation");
  const choose = (name: "generation" | "agent", value: string): void =>
    setSearch(
      (current) => {
        current.set(name, value);
        return current;
      },
      { replace: true, preventScrollReset: true },
    );
  const agent = agentChoices.find(({ value }) => value === search.get("agent"))?.value ?? "all";
  const generations = useQuery(generationsQuery(projectId)).data?.items ?? [];
  const generationId = chosen ?? newest;
  if (generationId === null)
    return <EmptyState title="No agents yet">What agents say to their models appears here.</EmptyState>;
  const options = generations.map(({ id, prompt }) => ({ value: id, label: prompt.slice(0, 60) }));
  return (
    <div
      className="min-h-0 flex-1 overflow-y-auto bg-surface focus-visible:-outline-offset-2"
      tabIndex={0}
      role="region"
      aria-label="Agents"
    >
      <div className="flex max-w-full flex-wrap gap-2 px-4 pt-4 [&_select]:max-w-[70vw]">
        {options.length > 1 && (
          <Select
            label="Generation"
            value={generationId}
            onChange={(id) => choose("generation", id)}
            options={options}
          />
        )}
        <Select label="Agent" value={agent} onChange={(next) => choose("agent", next)} options={agentChoices} />
      </div>
      <Conversations
        key={generationId}
        generationId={generationId}
        agent={agent}
        isLive={generationId === newest && view.generation !== null && !isEndState(view.generation.status)}
      />
    </div>
  );
}

type AgentChoice = (typeof agentChoices)[number]["value"];

const agentChoices = [
  { value: "all", label: "All agents" },
  { value: "architect", label: "Architect" },
  { value: "coder", label: "Coder" },
  { value: "reviewer", label: "Reviewer" },
  { value: "fixer", label: "Fixer" },
] as const;

interface ConversationsProps {
  generationId: string;
  agent: AgentChoice;
  isLive: boolean;
}

function Conversations({ generationId, agent, isLive }: ConversationsProps) {
  const { view } = useProject();
  const revision = isLive ? view.agentRevision : -1;
  const conversations = useQuery(agentConversationsQuery(generationId, revision, isLive));
  if (conversations.isPending) return <Skeleton className="m-4 h-32" role="status" aria-label="Loading the agents" />;
  if (conversations.isError) {
    const { title, detail } = describeError(conversations.error);
    return (
      <EmptyState title={title} actions={<Button onClick={() => void conversations.refetch()}>Try again</Button>}>
        {detail}
      </EmptyState>
    );
  }
  if (conversations.data.length === 0) {
    return (
      <EmptyState title="No model was asked">
        {isLive ? "When an agent asks one, the conversation appears here." : "The built-in engine did all of the work."}
      </EmptyState>
    );
  }
  const shown = conversations.data.filter((conversation) => agent === "all" || conversation.agent === agent);
  if (shown.length === 0) return <EmptyState title={`The ${agent} asked no model`}>Other agents did.</EmptyState>;
  return (
    <ul className="flex flex-col gap-2.5 p-4">
      {shown.map((conversation) => (
        <li key={conversation.id}>
          <ConversationRow conversation={conversation} revision={revision} isLive={isLive} />
        </li>
      ))}
    </ul>
  );
}

const outcomes: Record<string, { tone: Tone; words: string }> = {
  planned: { tone: "done", words: "Planned" },
  asked: { tone: "done", words: "Asked you" },
  done: { tone: "done", words: "Done" },
  partly: { tone: "waiting", words: "Partly done" },
  reviewed: { tone: "done", words: "Reviewed" },
  abandoned: { tone: "waiting", words: "Gave up" },
  failed: { tone: "danger", words: "Failed" },
};

interface ConversationRowProps {
  conversation: AgentConversation;
  revision: number;
  isLive: boolean;
}

function ConversationRow({ conversation, revision, isLive }: ConversationRowProps) {
  const [isOpen, setOpen] = useState(false);
  const live = useProject().live[conversation.id];
  const { agent, task, model, inputTokens, cachedTokens, outputTokens, costUsd, durationMs, keySource } = conversation;
  const outcome =
    conversation.outcome === null
      ? isLive
        ? { tone: "working" as const, words: "At work" }
        : { tone: "neutral" as const, words: "Broken off" }
      : (outcomes[conversation.outcome] ?? { tone: "neutral" as const, words: conversation.outcome });
  return (
    <details
      className="rounded-lg border border-line bg-canvas"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="cursor-pointer rounded-lg px-3.5 py-2.5 marker:text-muted">
        <span className="inline-flex max-w-[calc(100%-1.5rem)] flex-wrap items-center gap-x-2.5 gap-y-1 align-top">
          <span className="font-[600] capitalize">{agent}</span>
          <span className="min-w-0 wrap-anywhere">{task}</span>
          <Badge tone={outcome.tone}>{outcome.words}</Badge>
          <span className="w-full font-mono text-xs text-muted wrap-anywhere">
            {model} · {formatCount(inputTokens, "token")} in ({formatNumber(cachedTokens)} cached),{" "}
            {formatNumber(outputTokens)} out · {formatUsd(costUsd)} · {formatDuration(durationMs)}
            {keySource === "workspace" && " · your key"}
          </span>
        </span>
      </summary>
      {isOpen && (
        <AgentTranscript
          generationId={conversation.generationId}
          conversationId={conversation.id}
          revision={revision}
        />
      )}
      {live !== undefined && (
        <p className="border-t border-line px-3.5 py-2.5 text-sm whitespace-pre-wrap text-accent-ink wrap-anywhere">
          {live.text.slice(-1_000)}
        </p>
      )}
    </details>
  );
}
