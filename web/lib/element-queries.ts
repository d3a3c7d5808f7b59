// Pointing at the running app: previews whose elements know their source, and what of an element can be changed.
import { queryOptions } from "@tanstack/react-query";
import type {
  EditElementBody,
  ElementEditView,
  ElementReadings,
  MarkedPreview,
} from "../../workers/api/schemas/elements.ts";
import type { VersionView } from "../../workers/api/schemas/versions.ts";
import { api } from "../session/session.ts";
import type { GenerationView } from "./api-types.ts";

export type ElementReading = ElementReadings["items"][number];
export type ElementChange = EditElementBody["change"];

const at = (projectId: string, version: string): string => `/api/v1/projects/${projectId}/versions/${version}`;

/** `revision` changes when there is a newer one, and when something became of it. */
export const latestVersionQuery = (projectId: string, revision: string) =>
  queryOptions({
    queryKey: ["latest-version", projectId, revision],
    queryFn: ({ signal }) => api.get<VersionView>(at(projectId, "latest"), { signal }),
    placeholderData: (previous) => previous,
  });

export const markedPreviewQuery = (projectId: string, versionId: string) =>
  queryOptions({
    queryKey: ["marked-preview", projectId, versionId],
    queryFn: () => api.send<MarkedPreview>("POST", `${at(projectId, versionId)}/marked-preview`),
    // The address expires with the hour; the frame keeps its cookie.
    staleTime: 45 * 60_000,
    gcTime: 0,
    retry: false,
    // What is shown stays until the changed app is there.
    placeholderData: (previous) => previous,
  });

export const elementsQuery = (projectId: string, versionId: string, places: string[], text: string) =>
  queryOptions({
    queryKey: ["elements", projectId, versionId, places, text],
    queryFn: () => api.send<ElementReadings>("POST", `${at(projectId, versionId)}/elements/read`, { places, text }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Works out the change, and saves it as a new version. */
export async function saveElementEdit(
  projectId: string,
  versionId: string,
  body: EditElementBody,
): Promise<VersionView> {
  const edit = await api.send<ElementEditView>("POST", `${at(projectId, versionId)}/elements/edit`, body);
  return api.send<VersionView>("POST", `/api/v1/projects/${projectId}/versions`, { base: versionId, ...edit });
}

export const buildVersion = (projectId: string, versionId: string): Promise<GenerationView> =>
  api.send<GenerationView>("POST", `${at(projectId, versionId)}/build`);
