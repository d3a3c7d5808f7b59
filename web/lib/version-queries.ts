// Versions as query options: the line, what lies between two, one file through them.
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "../session/session.ts";
import type { DeletedProjects, FileBlame, FileHistory, List, ListedVersion, VersionDiff } from "./api-types.ts";

/** `newest`: the newest one that the page knows of; another one is a reason to ask again. */
export const versionsQuery = (projectId: string, newest: string | null) =>
  infiniteQueryOptions({
    queryKey: ["versions", projectId, "list", newest],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({ limit: "30", ...(pageParam === null ? {} : { cursor: pageParam }) });
      return api.get<List<ListedVersion>>(`/api/v1/projects/${projectId}/versions?${query}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
  });

/** Versions never change, so neither does what lies between them. */
export const versionDiffQuery = (projectId: string, from: number, to: number) =>
  queryOptions({
    queryKey: ["diff", projectId, from, to],
    queryFn: ({ signal }) =>
      api.get<VersionDiff>(`/api/v1/projects/${projectId}/versions/${to}/diff?against=${from}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Where a version runs by itself. The frame keeps its cookie, so that the address may expire. */
export const versionPreviewQuery = (projectId: string, version: number) =>
  queryOptions({
    queryKey: ["version-preview", projectId, version],
    queryFn: () =>
      api.send<{ url: string }>("POST", `/api/v1/projects/${projectId}/versions/${version}/preview-access`),
    staleTime: 45 * 60_000,
    gcTime: 0,
    retry: false,
  });

export const versionPicture = (projectId: string, versionId: string): string =>
  `/api/v1/projects/${projectId}/versions/${versionId}/picture`;

const fileOf = (projectId: string, versionId: string, what: string, path: string): string =>
  `/api/v1/projects/${projectId}/versions/${versionId}/${what}/${path.split("/").map(encodeURIComponent).join("/")}`;

export const fileHistoryQuery = (projectId: string, versionId: string, path: string) =>
  queryOptions({
    queryKey: ["history", projectId, versionId, path],
    queryFn: ({ signal }) => api.get<FileHistory>(fileOf(projectId, versionId, "history", path), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const fileBlameQuery = (projectId: string, versionId: string, path: string) =>
  queryOptions({
    queryKey: ["blame", projectId, versionId, path],
    queryFn: ({ signal }) => api.get<FileBlame>(fileOf(projectId, versionId, "blame", path), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const deletedProjectsQuery = queryOptions({
  queryKey: ["projects", "deleted"],
  queryFn: async ({ signal }) => (await api.get<DeletedProjects>("/api/v1/deleted-projects", { signal })).items,
});
