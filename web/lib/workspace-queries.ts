import { queryOptions } from "@tanstack/react-query";
import { api } from "../session/session.ts";
import type { ProviderKeys, Workspace, WorkspaceUsage } from "./api-types.ts";

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
