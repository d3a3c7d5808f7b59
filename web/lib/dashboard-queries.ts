// What the dashboard asks for beside projects: history, templates, kept prompts, pictures, notifications.
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "../session/session.ts";
import type {
  AppNotification,
  HistoryEntry,
  List,
  Project,
  PromptSuggestions,
  SavedPrompt,
  Templates,
} from "./api-types.ts";

const historyPage = 30;

export const historyQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ["history", search],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: String(historyPage) });
      if (search !== "") query.set("search", search);
      if (pageParam !== "") query.set("cursor", pageParam);
      return api.get<List<HistoryEntry>>(`/api/v1/generations?${query}`, { signal });
    },
    getNextPageParam: (page) => page.nextCursor,
  });

export const templatesQuery = queryOptions({
  queryKey: ["templates"],
  queryFn: ({ signal }) => api.get<Templates>("/api/v1/templates", { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const templatePicture = (id: string, colour?: string): string =>
  `/api/v1/templates/${id}/picture${colour === undefined ? "" : `?${new URLSearchParams({ colour })}`}`;

export const savedPromptsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["saved-prompts", workspaceId],
    queryFn: async ({ signal }) => {
      const path = `/api/v1/workspaces/${workspaceId}/prompts`;
      const items: SavedPrompt[] = [];
      for (let cursor: string | null = ""; cursor !== null;) {
        const query: string = cursor === "" ? "?limit=100" : `?limit=100&cursor=${cursor}`;
        const page = await api.get<List<SavedPrompt>>(path + query, { signal });
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return items;
    },
  });

/** By a model of the workspace. A text is asked about once: each question costs. Leaving it ends the call. */
export const promptSuggestionsQuery = (workspaceId: string, prompt: string) =>
  queryOptions({
    queryKey: ["prompt-suggestions", workspaceId, prompt],
    queryFn: ({ signal }) =>
      api.send<PromptSuggestions>(
        "POST",
        `/api/v1/workspaces/${workspaceId}/prompt-suggestions`,
        { prompt },
        { signal },
      ),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** Null where there is nothing to show yet. `revision`: when another picture may be there. */
export const pictureQuery = (path: string, revision: string) =>
  queryOptions({
    queryKey: ["picture", path, revision],
    queryFn: async ({ signal }) => {
      const picture = await api.blob(path, { signal });
      return picture.size === 0 ? null : picture;
    },
    staleTime: 60_000,
    retry: false,
  });

export const projectPicture = ({ id }: Project): string => `/api/v1/projects/${id}/picture`;

export const notificationsQuery = queryOptions({
  queryKey: ["notifications"],
  queryFn: ({ signal }) => api.get<List<AppNotification>>("/api/v1/notifications?limit=20", { signal }),
});
