import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Badge } from "../../components/ui/badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { describeError } from "../../lib/api-error.ts";
import type { FileBlame } from "../../lib/api-types.ts";
import { formatAgo } from "../../lib/format.ts";
import { fileTextQuery } from "../../lib/project-queries.ts";
import { useNow } from "../../lib/use-now.ts";
import { fileBlameQuery, fileHistoryQuery } from "../../lib/version-queries.ts";
import { writerOf } from "../versions/writer-of.ts";
import { LoadingText } from "./loading-files.tsx";

interface FilePastProps {
  projectId: string;
  versionId: string;
  path: string;
}

/** The versions that changed a file. */
export function FileHistory({ projectId, versionId, path }: FilePastProps) {
  const history = useQuery(fileHistoryQuery(projectId, versionId, path));
  const now = useNow(true, 30_000);
  if (history.isPending) return <LoadingText />;
  if (history.isError) return <Failure error={history.error} retry={() => void history.refetch()} />;
  return (
    <ol aria-label={`Versions that changed ${path}`} className="min-h-0 flex-1 divide-y divide-line overflow-auto">
      {history.data.items.map((version) => (
        <li key={version.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-3">
          <span className="font-mono text-xs text-muted">v{version.number}</span>
          <span className="min-w-0 flex-1 font-[560] wrap-anywhere">{version.message}</span>
          <Badge>{version.change}</Badge>
          <span className="w-full text-sm text-muted">
            {writerOf(version)} · {formatAgo(version.createdAt, now)} ·{" "}
            <Link
              to={`?tab=code&version=${version.number}&file=${encodeURIComponent(path)}`}
              className="text-accent-ink underline"
            >
              Open
            </Link>
            {version.number > 1 && (
              <>
                {" · "}
                <Link
                  to={`?tab=versions&compare=${version.number - 1}..${version.number}&file=${encodeURIComponent(path)}`}
                  className="text-accent-ink underline"
                >
                  What changed
                </Link>
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Each line beside the version it is from. */
export function FileBlameView({ projectId, versionId, path }: FilePastProps) {
  const blame = useQuery(fileBlameQuery(projectId, versionId, path));
  const text = useQuery(fileTextQuery(projectId, versionId, path));
  if (blame.isError) return <Failure error={blame.error} retry={() => void blame.refetch()} />;
  if (text.isError) return <Failure error={text.error} retry={() => void text.refetch()} />;
  if (blame.isPending || text.isPending) return <LoadingText />;
  return (
    <div
      role="region"
      aria-label={`Who wrote ${path}`}
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto font-mono text-xs leading-5 focus-visible:-outline-offset-2"
    >
      <table className="w-max min-w-full border-collapse">
        <thead className="sr-only">
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Lines</th>
          </tr>
        </thead>
        <tbody>
          {blocksOf(blame.data, text.data.split("\n")).map(({ start, lines, version }) => (
            <tr key={start} className="border-b border-line align-top">
              <th
                scope="row"
                className="sticky left-0 w-56 max-w-56 bg-surface px-3 py-0.5 text-left font-sans font-normal"
              >
                {version !== undefined && (
                  <Link
                    to={`?tab=code&version=${version.number}&file=${encodeURIComponent(path)}`}
                    title={version.message}
                    className="block truncate text-muted hover:text-ink hover:underline"
                  >
                    <span className="font-mono">v{version.number}</span> {writerOf(version)}
                  </Link>
                )}
              </th>
              <td className="py-0.5 pr-4">
                {lines.map((line, index) => (
                  // Lines never move here, and two may be alike.
                  // oxlint-disable-next-line react/no-array-index-key
                  <span key={index} className="flex whitespace-pre">
                    <span aria-hidden="true" className="w-12 shrink-0 pr-3 text-right text-muted select-none">
                      {start + index}
                    </span>
                    {line === "" ? " " : line}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function blocksOf({ runs, versions }: FileBlame, lines: readonly string[]) {
  let start = 0;
  return runs.map((run) => {
    const block = {
      start: start + 1,
      lines: lines.slice(start, start + run.lines),
      version: versions.find(({ id }) => id === run.versionId),
    };
    start += run.lines;
    return block;
  });
}

function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const { title, detail } = describeError(error);
  return (
    <EmptyState title={title} actions={<Button onClick={retry}>Try again</Button>}>
      {detail}
    </EmptyState>
  );
}
