import { useMutation, type UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Badge, type Tone } from "../components/ui/badge.tsx";
import { Button } from "../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../components/ui/dialog.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { errorLine } from "../lib/api-error.ts";
import { toast } from "../lib/toast.ts";
import { api } from "../session/session.ts";

export interface SecretRow<Id extends string> {
  id: Id;
  /** Whose secret it is: "GitHub". */
  name: string;
  isStored: boolean;
  /** While nothing is being tested. */
  state: { tone: Tone; words: string };
  about: ReactNode;
  problem: string | null;
}

interface SecretListProps<Id extends string, Data, Tested> {
  query: UseQueryResult<Data>;
  rows: (data: Data) => readonly SecretRow<Id>[];
  canStore: (data: Data) => boolean;
  pathOf: (id: Id) => string;
  refresh: () => Promise<void>;
  /** After a test that came to an end, whatever it found. */
  onTested?: (tested: Tested) => void;
  /** "key" in "Loading the keys" and "Change the key of GitHub". */
  noun: { one: string; many: string; at: string };
  add: { verb: string; label: (name: string) => string };
  removal: { title: (name: string) => string; description: string; verb: string; done: (name: string) => string };
  /** Inside a Dialog. */
  form: (data: Data, id: Id, actions: { close: () => void; test: () => void }) => ReactNode;
}

/** Secrets of a workspace that it gives once: stored, tried and forgotten here, never shown again. */
export function SecretList<Id extends string, Data, Tested>(props: SecretListProps<Id, Data, Tested>) {
  const { query, pathOf, refresh, onTested, noun, add, removal } = props;
  const [editing, setEditing] = useState<Id | null>(null);
  const [removing, setRemoving] = useState<SecretRow<Id> | null>(null);
  const test = useMutation({
    mutationFn: (id: Id) => api.send<Tested>("POST", `${pathOf(id)}/test`),
    onSuccess: async (tested) => {
      onTested?.(tested);
      await refresh();
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  const remove = useMutation({
    mutationFn: ({ id }: SecretRow<Id>) => api.send("DELETE", pathOf(id)),
    onSuccess: async (_answer, { name }) => {
      setRemoving(null);
      await refresh();
      toast.success(removal.done(name));
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  if (query.isPending) return <Skeleton className="h-40" role="status" aria-label={`Loading the ${noun.many}`} />;
  if (query.isError) {
    return (
      <>
        <p className="text-sm text-danger-ink">{errorLine(query.error)}</p>
        <Button className="mt-3" onClick={() => void query.refetch()}>
          Try again
        </Button>
      </>
    );
  }
  const canStore = props.canStore(query.data);
  return (
    <>
      {!canStore && (
        <p className="mb-3 text-sm text-waiting-ink">
          This platform has no encryption key (ENCRYPTION_KEY), so it cannot store {noun.many} of yours.
        </p>
      )}
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {props.rows(query.data).map((row) => {
          const busy = test.isPending && test.variables === row.id;
          const secret = `the ${noun.one} ${noun.at} ${row.name}`;
          return (
            <li key={row.id} className="flex flex-col gap-3 p-4" aria-label={row.name}>
              <SecretState row={row} busy={busy} />
              <div className="flex flex-wrap gap-2">
                <Button
                  size="sm"
                  disabled={!canStore}
                  onClick={() => setEditing(row.id)}
                  aria-label={row.isStored ? `Change ${secret}` : add.label(row.name)}
                >
                  {row.isStored ? "Change" : add.verb}
                </Button>
                {row.isStored && (
                  <>
                    <Button size="sm" busy={busy} onClick={() => test.mutate(row.id)} aria-label={`Test ${secret}`}>
                      Test
                    </Button>
                    <Button
                      size="sm"
                      look="dangerQuiet"
                      onClick={() => setRemoving(row)}
                      aria-label={`Remove ${secret}`}
                    >
                      Remove
                    </Button>
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <Dialog open={editing !== null} onOpenChange={(open) => !open && setEditing(null)}>
        {editing !== null &&
          props.form(query.data, editing, { close: () => setEditing(null), test: () => test.mutate(editing) })}
      </Dialog>
      <Dialog open={removing !== null} onOpenChange={(open) => !open && setRemoving(null)}>
        {removing !== null && (
          <DialogContent title={removal.title(removing.name)} description={removal.description}>
            <div className="flex justify-end gap-2">
              <DialogClose asChild>
                <Button look="quiet">Keep it</Button>
              </DialogClose>
              <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate(removing)}>
                {removal.verb}
              </Button>
            </div>
          </DialogContent>
        )}
      </Dialog>
    </>
  );
}

function SecretState({ row, busy }: { row: SecretRow<string>; busy: boolean }) {
  const { tone, words } = busy ? { tone: "working" as const, words: "Testing" } : row.state;
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h3 className="font-[600]">{row.name}</h3>
        <span role="status">
          <Badge tone={tone}>{words}</Badge>
        </span>
      </div>
      {row.about !== null && <p className="mt-1 text-sm text-muted wrap-anywhere">{row.about}</p>}
      {row.problem !== null && !busy && <p className="mt-1.5 text-sm text-danger-ink wrap-anywhere">{row.problem}</p>}
    </div>
  );
}
