import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { errorLine } from "../../lib/api-error.ts";
import { formatCount } from "../../lib/format.ts";
import { versionChangesQuery } from "../../lib/project-queries.ts";
import { useProject } from "../../session/project-context.ts";
import { DiffView } from "../diff-view.tsx";

/** Shown at once; a first version has hundreds of files. */
const firstFiles = 12;

/** What a version changed of the one before it. */
export function VersionChanges({ versionId }: { versionId: string }) {
  const { projectId } = useProject();
  const diff = useQuery(versionChangesQuery(projectId, versionId));
  const [all, setAll] = useState(false);
  if (diff.isPending) return <Skeleton className="h-20" role="status" aria-label="Loading the changes" />;
  if (diff.isError) {
    return (
      <p className="text-danger-ink">
        {errorLine(diff.error)}{" "}
        <Button size="sm" onClick={() => void diff.refetch()}>
          Try again
        </Button>
      </p>
    );
  }
  const { files } = diff.data;
  if (files.length === 0) return <p className="text-muted">It is the same as the version before.</p>;
  const shown = all ? files : files.slice(0, firstFiles);
  return (
    <div className="flex flex-col gap-3">
      {shown.map((file) => (
        <DiffView key={file.path} file={file} />
      ))}
      {shown.length < files.length && (
        <Button size="sm" className="self-start" onClick={() => setAll(true)}>
          Show {formatCount(files.length - shown.length, "more file")}
        </Button>
      )}
    </div>
  );
}
