import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../../../components/ui/dialog.tsx";
import { Input } from "../../../components/ui/input.tsx";
import { Notice } from "../../../components/ui/notice.tsx";
import { ApiError, describeError, errorLine } from "../../../lib/api-error.ts";
import {
  type Cell,
  dataCalls,
  dataRowsQuery,
  type DataTable,
  resetData,
  type RowsWanted,
} from "../../../lib/app-data-queries.ts";
import { formatCount } from "../../../lib/format.ts";
import { useProject } from "../../../session/project-context.ts";
import { cellText } from "./cells.ts";
import { exportCsv, importCsv } from "./csv-files.ts";
import { RowDialog } from "./row-dialog.tsx";
import { toast } from "../../../lib/toast.ts";

const pageSize = 50;

export function TablePart({ table, changed }: { table: DataTable; changed: () => void }) {
  const { projectId, canWrite } = useProject();
  const client = useQueryClient();
  const [wanted, setWanted] = useState<RowsWanted>({
    table: table.name,
    limit: pageSize,
    offset: 0,
    q: "",
    order: null,
    descending: false,
  });
  const rows = useQuery(dataRowsQuery(projectId, wanted));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [edited, setEdited] = useState<{ key: Record<string, Cell> | null; values: Record<string, Cell> } | null>(null);
  const [resetting, setResetting] = useState(false);
  const [progress, setProgress] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const calls = dataCalls(projectId, table.name);
  const keys = table.columns.filter(({ key }) => key).map(({ name }) => name);
  const writable = canWrite && keys.length > 0;

  const change = useMutation({
    mutationFn: (work: () => Promise<string>) => work(),
    onSuccess: (words) => {
      toast.success(words);
      setEdited(null);
      setResetting(false);
      setChosen(new Set());
      changed();
    },
    // What we refuse in a file is told in our own words.
    onError: (error) => toast.error(error instanceof ApiError ? errorLine(error) : error.message),
    onSettled: () => {
      setProgress(null);
      return client.invalidateQueries({ queryKey: ["data", projectId] });
    },
  });

  const { columns = [], rows: found = [], total = 0 } = rows.data ?? {};
  const recordOf = (row: readonly Cell[]): Record<string, Cell> =>
    Object.fromEntries(columns.map((name, index) => [name, row[index] ?? null]));
  const keyOf = (row: readonly Cell[]): Record<string, Cell> => {
    const record = recordOf(row);
    return Object.fromEntries(keys.map((name) => [name, record[name] ?? null]));
  };
  const marked = found.filter((row) => chosen.has(JSON.stringify(keyOf(row))));
  const last = Math.min(wanted.offset + found.length, total);

  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Input
          aria-label={`Search ${table.name}`}
          placeholder="Search"
          value={wanted.q}
          onChange={(event) => setWanted({ ...wanted, q: event.target.value, offset: 0 })}
          className="h-8 w-44 min-w-0 flex-1 px-2.5 text-sm"
        />
        {writable && (
          <Button size="sm" onClick={() => setEdited({ key: null, values: {} })}>
            Add a row
          </Button>
        )}
        {marked.length > 0 && (
          <Button
            size="sm"
            look="dangerQuiet"
            busy={change.isPending}
            onClick={() =>
              change.mutate(
                async () => `${formatCount((await calls.remove(marked.map(keyOf))).changed, "row")} deleted`,
              )
            }
          >
            Delete {formatCount(marked.length, "row")}
          </Button>
        )}
      </div>
      {rows.isError && (
        <Notice
          tone="danger"
          title={describeError(rows.error).title}
          actions={
            <Button size="sm" onClick={() => void rows.refetch()}>
              Try again
            </Button>
          }
        >
          {describeError(rows.error).detail}
        </Notice>
      )}
      <div
        className="max-h-[60dvh] overflow-auto rounded-lg border border-line"
        tabIndex={0}
        role="region"
        aria-label={`Rows of ${table.name}`}
      >
        <table className="w-full border-separate border-spacing-0 text-left text-sm" aria-busy={rows.isFetching}>
          <thead className="sticky top-0 bg-sunken">
            <tr>
              {writable && (
                <th className="w-8 border-b border-line p-2">
                  <span className="sr-only">Choose</span>
                </th>
              )}
              {table.columns.map(({ name }) => (
                <th
                  key={name}
                  aria-sort={wanted.order === name ? (wanted.descending ? "descending" : "ascending") : "none"}
                  className="border-b border-line p-0 font-[560] whitespace-nowrap"
                >
                  <button
                    type="button"
                    className="w-full px-2 py-1.5 text-left font-mono text-xs hover:bg-hover focus-visible:-outline-offset-2"
                    onClick={() =>
                      setWanted({
                        ...wanted,
                        order: name,
                        descending: wanted.order === name && !wanted.descending,
                        offset: 0,
                      })
                    }
                  >
                    {name}
                    {wanted.order === name && (wanted.descending ? " ↓" : " ↑")}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((row) => {
              const id = JSON.stringify(keys.length > 0 ? keyOf(row) : row);
              return (
                <tr key={id} className="hover:bg-hover">
                  {writable && (
                    <td className="border-b border-line p-2">
                      <input
                        type="checkbox"
                        aria-label={`Choose the row ${id}`}
                        checked={chosen.has(id)}
                        onChange={(event) => {
                          const next = new Set(chosen);
                          if (event.target.checked) next.add(id);
                          else next.delete(id);
                          setChosen(next);
                        }}
                      />
                    </td>
                  )}
                  {row.map((value, index) => (
                    <td
                      key={columns[index]}
                      className="max-w-56 truncate border-b border-line px-2 py-1.5"
                      title={cellText(value)}
                    >
                      {index === 0 && writable ? (
                        <button
                          type="button"
                          className="font-mono text-xs text-accent-ink underline"
                          onClick={() => setEdited({ key: keyOf(row), values: recordOf(row) })}
                        >
                          <span className="sr-only">Edit </span>
                          {cellText(value).slice(0, 24)}
                        </button>
                      ) : value === null ? (
                        <span className="text-muted">–</span>
                      ) : (
                        cellText(value)
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
        {rows.isSuccess && found.length === 0 && (
          <p className="p-4 text-sm text-muted">{wanted.q === "" ? "This table is empty." : "No row has this text."}</p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2 text-sm text-muted">
        <span className="flex-1">{total === 0 ? "No rows" : `${wanted.offset + 1}–${last} of ${total}`}</span>
        <Button
          size="sm"
          look="quiet"
          disabled={wanted.offset === 0}
          onClick={() => setWanted({ ...wanted, offset: Math.max(0, wanted.offset - pageSize) })}
        >
          Previous
        </Button>
        <Button
          size="sm"
          look="quiet"
          disabled={last >= total}
          onClick={() => setWanted({ ...wanted, offset: wanted.offset + pageSize })}
        >
          Next
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-3">
        <Button
          size="sm"
          disabled={change.isPending}
          onClick={() => {
            exportCsv(projectId, table, setProgress)
              .catch((error: unknown) => toast.error(errorLine(error)))
              .finally(() => setProgress(null));
          }}
        >
          Export CSV
        </Button>
        {canWrite && (
          <>
            <Button size="sm" busy={change.isPending} onClick={() => picker.current?.click()}>
              Import CSV
            </Button>
            <input
              ref={picker}
              type="file"
              accept=".csv,text/csv"
              className="hidden"
              tabIndex={-1}
              aria-hidden="true"
              onChange={({ currentTarget }) => {
                const file = currentTarget.files?.[0];
                currentTarget.value = "";
                if (file)
                  change.mutate(
                    async () => `${formatCount(await importCsv(calls.insert, table, file, setProgress), "row")} added`,
                  );
              }}
            />
            <Button size="sm" look="dangerQuiet" className="ml-auto" onClick={() => setResetting(true)}>
              Reset all data
            </Button>
          </>
        )}
        {progress !== null && (
          <span role="status" className="w-full text-xs text-muted">
            {progress}
          </span>
        )}
      </div>
      {edited !== null && (
        <RowDialog
          table={table}
          values={edited.values}
          isNew={edited.key === null}
          busy={change.isPending}
          close={() => setEdited(null)}
          save={(values) =>
            change.mutate(async () => {
              if (edited.key === null) await calls.insert([values]);
              else await calls.update(edited.key, values);
              return edited.key === null ? "The row was added" : "The row was changed";
            })
          }
        />
      )}
      <Dialog open={resetting} onOpenChange={setResetting}>
        <DialogContent
          title="Make the data anew?"
          description="All rows and uploaded files of the preview go, in every table; the example rows come back. The published app and snapshots keep theirs."
        >
          <div className="flex justify-end gap-2">
            <DialogClose asChild>
              <Button>Keep the data</Button>
            </DialogClose>
            <Button
              look="danger"
              busy={change.isPending}
              onClick={() =>
                change.mutate(async () => {
                  await resetData(projectId);
                  return "The data is as at the beginning";
                })
              }
            >
              Reset all data
            </Button>
          </div>
        </DialogContent>
      </Dialog>
    </>
  );
}
