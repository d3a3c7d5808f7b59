import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import GitCommitHorizontal from "lucide-react/icons/git-commit-horizontal";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { Notice } from "../components/ui/notice.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { describeError } from "../lib/api-error.ts";
import type { ListedVersion } from "../lib/api-types.ts";
import { projectQuery } from "../lib/project-queries.ts";
import { versionsQuery } from "../lib/version-queries.ts";
import { useProject } from "../session/project-context.ts";
import { CloneAddress } from "./versions/clone-address.tsx";
import { Compare } from "./versions/compare.tsx";
import { ForkDialog } from "./versions/fork-dialog.tsx";
import { ForkedFrom } from "./versions/forked-from.tsx";
import { RollBackDialog } from "./versions/roll-back-dialog.tsx";
import { VersionItem } from "./versions/version-item.tsx";

/** The line of versions; with `?compare=A..B` what lies between two of them. */
export function VersionsPane() {
  const { projectId, view, canWrite } = useProject();
  const project = useQuery(projectQuery(projectId)).data;
  const versions = useInfiniteQuery(versionsQuery(projectId, view.versionId));
  const [search, setSearch] = useSearchParams();
  const [leaving, setLeaving] = useState<ListedVersion | null>(null);
  const [forking, setForking] = useState<ListedVersion | null>(null);
  const [picked, setPicked] = useState<number | null>(null);
  const compared = /^(\d{1,9})\.\.(\d{1,9})$/.exec(search.get("compare") ?? "");

  const show = (pair: string | null): void => {
    setPicked(null);
    setSearch(
      (current) => {
        if (pair === null) for (const name of ["compare", "as", "at"]) current.delete(name);
        else current.set("compare", pair);
        return current;
      },
      { preventScrollReset: true },
    );
  };
  if (compared !== null)
    return <Compare from={Number(compared[1])} to={Number(compared[2])} onClose={() => show(null)} onPick={show} />;
  if (versions.isPending) return <LoadingVersions />;
  if (versions.isError) {
    const { title, detail } = describeError(versions.error);
    return (
      <EmptyState title={title} actions={<Button onClick={() => void versions.refetch()}>Try again</Button>}>
        {detail}
      </EmptyState>
    );
  }
  const items = versions.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <EmptyState icon={<GitCommitHorizontal />} title="No versions yet">
        Every run, edit and push makes one. They can be compared, brought back and forked here.
      </EmptyState>
    );
  const choose = (version: ListedVersion): void => {
    if (picked === null) setPicked(version.number);
    else if (picked === version.number) setPicked(null);
    else show(`${Math.min(picked, version.number)}..${Math.max(picked, version.number)}`);
  };
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <div className="mx-auto flex max-w-3xl flex-col gap-4 py-5 pr-4 pl-6 md:px-6">
        {project?.forkedFrom != null && <ForkedFrom {...project.forkedFrom} />}
        {picked !== null && (
          <Notice tone="working" role="status" actions={<Button onClick={() => setPicked(null)}>Cancel</Button>}>
            Version {picked} is chosen. Choose another one to compare it with.
          </Notice>
        )}
        <ol aria-label="Versions, newest first" className="flex flex-col">
          {items.map((version, index) => (
            <VersionItem
              key={version.id}
              projectId={projectId}
              version={version}
              parent={parentOf(version, items)}
              newest={index === 0}
              shown={version.id === project?.currentVersionId}
              picked={picked === version.number}
              comparing={picked !== null}
              onPick={() => choose(version)}
              onRollBack={canWrite && index > 0 ? () => setLeaving(version) : null}
              onFork={() => setForking(version)}
            />
          ))}
        </ol>
        {versions.hasNextPage && (
          <Button
            className="self-center"
            busy={versions.isFetchingNextPage}
            onClick={() => void versions.fetchNextPage()}
          >
            Show older versions
          </Button>
        )}
        {project !== undefined && <CloneAddress project={project} />}
      </div>
      <RollBackDialog version={leaving} close={() => setLeaving(null)} />
      <ForkDialog version={forking} name={project?.name ?? ""} close={() => setForking(null)} />
    </div>
  );
}

/** Where it is not on the page yet, the one before is the best guess. */
function parentOf({ parentId, number }: ListedVersion, items: readonly ListedVersion[]): number | null {
  if (parentId === null) return null;
  return items.find(({ id }) => id === parentId)?.number ?? number - 1;
}

function LoadingVersions() {
  return (
    <div role="status" aria-label="Loading the versions" className="mx-auto flex w-full max-w-3xl flex-col gap-6 p-6">
      {[0, 1, 2, 3].map((index) => (
        <div key={index} className="flex flex-col gap-2">
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-3.5 w-1/3" />
        </div>
      ))}
    </div>
  );
}
