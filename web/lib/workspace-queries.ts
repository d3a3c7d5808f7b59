import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "../session/session.ts";
import type { FixFilter, KnownFixes, ProviderKeys, Workspace, WorkspaceUsage } from "./api-types.ts";

export const workspacesQuery = queryOptions({
  queryKey: ["workspaces"],
  queryFn: async ({ signal }) => (await api.get<{ items: Workspace[] }>("/api/v1/workspaces", { signal })).items,
});

export const providerKeysQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "provider-keys"],
    queryFn: ({ signal }) => api.get<ProviderKeys>(`/api/v1/workspaces/${workspaceId}/provider-keys`, { signal }),
  });

/** Of the present month; it moves while generations run. */
export const workspaceUsageQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "usage"],
    queryFn: ({ signal }) => api.get<WorkspaceUsage>(`/api/v1/workspaces/${workspaceId}/usage`, { signal }),
    refetchInterval: 15_000,
  });

export const fixesQuery = (workspaceId: string, { state, origin }: FixFilter) =>
  infiniteQueryOptions({
    queryKey: ["workspace", workspaceId, "fixes", state, origin],
    queryFn: ({ signal, pageParam }) => {
      const asked = new URLSearchParams({
        limit: "30",
        ...(state !== "all" && { state }),
        ...(origin !== "all" && { origin }),
        ...(pageParam !== null && { cursor: pageParam }),
      });
      return api.get<KnownFixes>(`/api/v1/workspaces/${workspaceId}/fixes?${asked}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
