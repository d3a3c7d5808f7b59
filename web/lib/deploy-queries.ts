import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { DeploymentEnvironment } from "#protocol/deployments.ts";
import { api } from "../session/session.ts";
import type { Connections, Deployment, Environments, GitHub, List, LoggedDeployment } from "./api-types.ts";

export const deployKey = (projectId: string) => ["deploy", projectId] as const;

/** `revision` rises with every step of a deployment. */
export const environmentsQuery = (projectId: string, revision: number) =>
  queryOptions({
    queryKey: [...deployKey(projectId), "environments", revision],
    queryFn: ({ signal }) => api.get<Environments>(`/api/v1/projects/${projectId}/environments`, { signal }),
    placeholderData: (previous) => previous,
  });

/** Newest first. */
export const deploymentsQuery = (projectId: string, environment: DeploymentEnvironment | "all", revision: number) =>
  infiniteQueryOptions({
    queryKey: [...deployKey(projectId), "list", environment, revision],
    queryFn: ({ signal, pageParam }) => {
      const asked = new URLSearchParams({
        limit: "20",
        ...(environment !== "all" && { environment }),
        ...(pageParam !== null && { cursor: pageParam }),
      });
      return api.get<List<Deployment>>(`/api/v1/projects/${projectId}/deployments?${asked}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
  });

/** With its log, which grows while it is under way. */
export const deploymentQuery = (projectId: string, deploymentId: string, isOpen: boolean) =>
  queryOptions({
    queryKey: [...deployKey(projectId), "one", deploymentId, isOpen],
    queryFn: ({ signal }) =>
      api.get<LoggedDeployment>(`/api/v1/projects/${projectId}/deployments/${deploymentId}`, { signal }),
    placeholderData: (previous) => (previous?.id === deploymentId ? previous : undefined),
    refetchInterval: isOpen ? 1_000 : false,
  });

/** Asked again while a push is under way. */
export const githubQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["github", projectId],
    queryFn: ({ signal }) => api.get<GitHub>(`/api/v1/projects/${projectId}/github`, { signal }),
    refetchInterval: (query) => {
      const status = query.state.data?.pushes[0]?.status;
      return status === "pending" || status === "pushing" ? 700 : false;
    },
  });

export const connectionsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "connections"],
    queryFn: ({ signal }) => api.get<Connections>(`/api/v1/workspaces/${workspaceId}/connections`, { signal }),
    enabled: workspaceId !== "",
    retry: false,
  });
