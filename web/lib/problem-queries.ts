import { queryOptions } from "@tanstack/react-query";
import { api } from "../session/session.ts";
import type { List, Problem } from "./api-types.ts";

/** Newest first. `revision` changes whenever something may have become of one. */
export const problemsQuery = (projectId: string, revision: string) =>
  queryOptions({
    queryKey: ["problems", projectId, revision],
    queryFn: ({ signal }) => api.get<List<Problem>>(`/api/v1/projects/${projectId}/problems?limit=100`, { signal }),
    placeholderData: (previous) => previous,
  });
