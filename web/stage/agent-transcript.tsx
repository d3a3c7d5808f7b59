import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Badge } from "../components/ui/badge.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { AgentMessage } from "../lib/api-types.ts";
import { agentMessagesQuery } from "../lib/conversation-queries.ts";
import { formatCount, formatDuration, formatNumber, formatUsd } from "../lib/format.ts";

interface AgentTranscriptProps {
  generationId: string;
  conversationId: string;
  revision: number;
}

/** One conversation, turn by turn. What is long and was not written for people is folded. */
export function AgentTranscript({ generationId, conversationId, revision }: AgentTranscriptProps) {
  const messages = useQuery(agentMessagesQuery(generationId, conversationId, revision));
  if (messages.isPending)
    return <Skeleton className="m-3.5 h-20" role="status" aria-label="Loading the conversation" />;
  if (messages.isError) return <p className="px-3.5 pb-3 text-sm text-danger-ink">{errorLine(messages.error)}</p>;
  return (
    <ol className="flex flex-col gap-3 border-t border-line px-3.5 py-3">
      {messages.data.map((message) => (
        <li key={message.seq} className="text-sm">
          <Message message={message} />
        </li>
      ))}
    </ol>
  );
}

function Message({ message }: { message: AgentMessage }) {
  const { role, content, promptHash } = message;
  switch (role) {
    case "system":
      return (
        <Folded title="Instructions" text={content}>
          {promptHash !== null && (
            <p className="mt-1 font-mono text-xs text-muted wrap-anywhere">Prompt {promptHash.slice(0, 16)}</p>
          )}
        </Folded>
      );
    case "user":
      return <Folded title="What was asked" text={content} />;
    case "tool":
      return <Folded title={`Result: ${firstLine(content)}`} text={content} />;
    case "assistant":
      return <Answer message={message} />;
    default:
      return role satisfies never;
  }
}

function Answer({ message }: { message: AgentMessage }) {
  const { content, toolCalls, model, inputTokens, cachedTokens, outputTokens, costUsd, durationMs, finishReason } =
    message;
  return (
    <div className="border-l-2 border-accent-line pl-3">
      {content.trim() !== "" && <p className="whitespace-pre-wrap wrap-anywhere">{content}</p>}
      {toolCalls.map((call) => (
        <Folded
          key={call.id}
          title={<code className="font-mono text-xs">{call.name}</code>}
          text={describe(call.arguments)}
        />
      ))}
      <p className="mt-1 flex flex-wrap items-center gap-x-2 font-mono text-xs text-muted wrap-anywhere">
        <span>
          {model} · {formatCount(inputTokens, "token")} in ({formatNumber(cachedTokens)} cached),{" "}
          {formatNumber(outputTokens)} out · {formatUsd(costUsd)}
          {durationMs !== null && ` · ${formatDuration(durationMs)}`}
        </span>
        {finishReason === "length" && <Badge tone="waiting">Cut off</Badge>}
        {finishReason === "refused" && <Badge tone="danger">Declined</Badge>}
      </p>
    </div>
  );
}

interface FoldedProps {
  title: ReactNode;
  text: string;
  children?: ReactNode;
}

function Folded({ title, text, children }: FoldedProps) {
  return (
    <details>
      <summary className="cursor-pointer text-muted wrap-anywhere marker:text-muted hover:text-ink">{title}</summary>
      {children}
      <pre
        className="mt-1.5 max-h-80 overflow-auto rounded-md bg-sunken p-2.5 font-mono text-xs whitespace-pre-wrap wrap-anywhere"
        tabIndex={0}
      >
        {text}
      </pre>
    </details>
  );
}

const firstLine = (text: string): string => text.split("\n", 1)[0]?.slice(0, 100) ?? "";

const describe = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value, null, 2));
