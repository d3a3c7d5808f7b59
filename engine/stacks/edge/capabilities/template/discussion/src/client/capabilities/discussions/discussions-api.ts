import type { ConversationView, ThreadPage } from "../../../shared/discussions/discussions.ts";
import { discussionSettings as settings } from "../../../shared/discussions/settings.ts";
import { fieldOf, modelOf } from "../../../shared/lookup.ts";
import type { ModelMeta } from "../../../shared/model.ts";
import { call } from "../../api.ts";

export const threadModel = modelOf(settings.threads.model);
export const replyModel = modelOf(settings.replies.model);

export const listThreads = (query: URLSearchParams, signal: AbortSignal): Promise<ThreadPage> =>
  call(`/${settings.slug}?${query}`, { signal });

export const readConversation = (id: string, most: number, signal?: AbortSignal): Promise<ConversationView> =>
  call(`/${settings.slug}/${encodeURIComponent(id)}?most=${most}`, { signal: signal ?? null });

export const threadPath = (id: string): string => `/${settings.slug}/${encodeURIComponent(id)}`;

/** Now, in each of these fields. */
export function stamps(model: ModelMeta, keys: readonly string[]): Record<string, string> {
  const now = new Date().toISOString();
  return Object.fromEntries(keys.map((key) => [key, fieldOf(model, key)?.type === "date" ? now.slice(0, 10) : now]));
}

export const reasonOf = (error: unknown, otherwise: string): string =>
  error instanceof Error ? error.message : otherwise;
