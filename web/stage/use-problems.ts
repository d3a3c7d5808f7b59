import { useQuery } from "@tanstack/react-query";
import { problemsQuery } from "../lib/problem-queries.ts";
import { useProject } from "../session/project-context.ts";

/** A repair's end is its generation's, so both are asked for anew. */
export function useProblems() {
  const { projectId, view } = useProject();
  const { generation, problemRevision } = view;
  return useQuery(problemsQuery(projectId, `${problemRevision} ${generation?.id ?? ""} ${generation?.status ?? ""}`));
}
