// REST resources of the web as query options: key and fetcher in one place.
import { queryOptions } from "@tanstack/react-query";
import { api } from "../session/session.ts";
import type {
  Checks,
  GenerationView,
  Handover,
  List,
  ListedProject,
  LivePreview,
  Project,
  Version,
  VersionDiff,
  VersionFile,
  VersionTree,
} from "./api-types.ts";

export const projectsQuery = queryOptions({
  queryKey: ["projects"],
  queryFn: ({ signal }) => readAll<ListedProject>("/api/v1/projects", signal),
});

export const projectQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["project", projectId],
    queryFn: ({ signal }) => api.get<Project>(`/api/v1/projects/${projectId}`, { signal }),
  });

/** Newest first. */
export const generationsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["generations", projectId],
    queryFn: ({ signal }) => api.get<List<GenerationView>>(`/api/v1/projects/${projectId}/generations`, { signal }),
  });

/** `revision` rises when the same URL shows something new. */
export const previewAccessQuery = (
  projectId: string,
  previewUrl: string,
  revision: number,
  mode: "interactive" | "static" = "interactive",
) =>
  queryOptions({
    queryKey: ["preview-access", projectId, previewUrl, revision, mode],
    queryFn: () => api.send<{ url: string }>("POST", `/api/v1/projects/${projectId}/preview-access`, { mode }),
    // The access expires; the frame keeps its cookie, and a reload asks again.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** Asked again while somebody looks: the dev server ends when nobody does. */
export const livePreviewQuery = (projectId: string, versionId: string) =>
  queryOptions({
    queryKey: ["live-preview", projectId, versionId],
    queryFn: () => api.send<LivePreview>("POST", `/api/v1/projects/${projectId}/versions/${versionId}/live-preview`),
    refetchInterval: 60_000,
    staleTime: 30_000,
    gcTime: 0,
    retry: false,
    // What is shown stays until the server has the new files.
    placeholderData: (previous) => previous,
  });

/** `versionId`: the newest one that the page knows of; another one is a reason to ask again. */
export const newestVersionQuery = (projectId: string, versionId: string | null) =>
  queryOptions({
    queryKey: ["versions", projectId, "latest", versionId],
    queryFn: ({ signal }) => api.get<Version>(`/api/v1/projects/${projectId}/versions/latest`, { signal }),
    placeholderData: (previous) => (previous?.projectId === projectId ? previous : undefined),
  });

/** `version`: an id or a number. */
export const versionQuery = (projectId: string, version: string) =>
  queryOptions({
    queryKey: ["versions", projectId, version],
    queryFn: ({ signal }) => api.get<Version>(`/api/v1/projects/${projectId}/versions/${version}`, { signal }),
  });

/** A version never changes, so neither do its files. */
export const versionFilesQuery = (projectId: string, versionId: string) =>
  queryOptions({
    queryKey: ["files", projectId, versionId],
    queryFn: ({ signal }) =>
      api.get<VersionFile[]>(`/api/v1/projects/${projectId}/versions/${versionId}/files`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const versionTreeQuery = (projectId: string, versionId: string) =>
  queryOptions({
    queryKey: ["tree", projectId, versionId],
    queryFn: ({ signal }) =>
      api.get<VersionTree>(`/api/v1/projects/${projectId}/versions/${versionId}/tree`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const fileTextQuery = (projectId: string, versionId: string, path: string) =>
  queryOptions({
    queryKey: ["file", projectId, versionId, path],
    queryFn: ({ signal }) =>
      api.text(
        `/api/v1/projects/${projectId}/versions/${versionId}/files/${path.split("/").map(encodeURIComponent).join("/")}`,
        { signal },
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Compared with the version before it. */
export const versionChangesQuery = (projectId: string, versionId: string) =>
  queryOptions({
    queryKey: ["version-diff", projectId, versionId],
    queryFn: ({ signal }) =>
      api.get<VersionDiff>(`/api/v1/projects/${projectId}/versions/${versionId}/diff`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** `revision` rises when there is a new one, and when one was settled. */
export const handoverQuery = (generationId: string, revision: number) =>
  queryOptions({
    queryKey: ["handover", generationId, revision],
    queryFn: ({ signal }) => api.get<Handover>(`/api/v1/generations/${generationId}/handover`, { signal }),
    placeholderData: (previous) => (previous?.generationId === generationId ? previous : undefined),
  });

/** `revision` rises when the checks of a version have ended; until then they are asked for now and again. */
export const versionChecksQuery = (projectId: string, versionId: string, revision: number) =>
  queryOptions({
    queryKey: ["checks", projectId, versionId, revision],
    queryFn: ({ signal }) => api.get<Checks>(`/api/v1/projects/${projectId}/versions/${versionId}/checks`, { signal }),
    placeholderData: (previous) => (previous?.versionId === versionId ? previous : undefined),
    refetchInterval: (query) => (query.state.data?.status === null ? 5_000 : false),
  });

async function readAll<T>(path: string, signal: AbortSignal): Promise<T[]> {
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
