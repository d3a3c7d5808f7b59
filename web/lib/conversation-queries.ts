import { queryOptions } from "@tanstack/react-query";
import { api } from "../session/session.ts";
import type { AgentConversation, AgentMessage, List } from "./api-types.ts";

/** `revision` rises with every answer of an agent; while agents work the list is also asked for now and again. */
export const agentConversationsQuery = (generationId: string, revision: number, isLive: boolean) =>
  queryOptions({
    queryKey: ["agent-conversations", generationId, revision],
    queryFn: ({ signal }) => readPages<AgentConversation>(`/api/v1/generations/${generationId}/conversations`, signal),
    placeholderData: (previous) => (previous?.[0]?.generationId === generationId ? previous : undefined),
    refetchInterval: isLive ? 5_000 : false,
  });

export const agentMessagesQuery = (generationId: string, conversationId: string, revision: number) =>
  queryOptions({
    queryKey: ["agent-messages", conversationId, revision],
    queryFn: ({ signal }) =>
      readPages<AgentMessage>(`/api/v1/generations/${generationId}/conversations/${conversationId}/messages`, signal),
    placeholderData: (previous) => previous,
  });

async function readPages<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: "100", ...(cursor === null ? {} : { cursor }) });
    const page: List<T> = await api.get<List<T>>(`${path}?${query}`, { signal });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
