import { useQuery } from "@tanstack/react-query";
import FileCode from "lucide-react/icons/file-code";
import { useSearchParams } from "react-router";
import { Button } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { ApiError, describeError } from "../lib/api-error.ts";
import { newestVersionQuery, versionQuery } from "../lib/project-queries.ts";
import { useProject } from "../session/project-context.ts";
import { LoadingFiles } from "./code/loading-files.tsx";
import { Workbench } from "./code/workbench.tsx";

/** The newest version, to be edited; or with `?version=` another one, to be read. */
export function CodePane() {
  const { view, projectId } = useProject();
  const [search] = useSearchParams();
  const wanted = search.get("version");
  const newest = useQuery(newestVersionQuery(projectId, view.versionId));
  const older = useQuery({ ...versionQuery(projectId, wanted ?? ""), enabled: wanted !== null });
  const shown = wanted === null ? newest : older;
  if (shown.isError) {
    if (wanted === null && shown.error instanceof ApiError && shown.error.status === 404)
      return (
        <EmptyState icon={<FileCode />} title="No code yet">
          Every version the loop saves can be read and edited here.
        </EmptyState>
      );
    const { title, detail } = describeError(shown.error);
    return (
      <EmptyState title={title} actions={<Button onClick={() => void shown.refetch()}>Try again</Button>}>
        {detail}
      </EmptyState>
    );
  }
  if (shown.data === undefined || newest.data === undefined) return <LoadingFiles />;
  return <Workbench key={projectId} version={shown.data} newest={newest.data} />;
}
