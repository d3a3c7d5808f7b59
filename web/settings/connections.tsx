import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { connectionKindOf, connectionKinds, type ConnectionId } from "#protocol/deploy-targets.ts";
import { Badge, type Tone } from "../components/ui/badge.tsx";
import { Button } from "../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../components/ui/dialog.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { ConnectForm } from "../connections/connect-form.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { Connection } from "../lib/api-types.ts";
import { connectionsQuery } from "../lib/deploy-queries.ts";
import { formatAgo } from "../lib/format.ts";
import { queryClient } from "../lib/query-client.ts";
import { toast } from "../lib/toast.ts";
import { useNow } from "../lib/use-now.ts";
import { api } from "../session/session.ts";

/** The workspace's accounts at GitHub and at hosts: connect, try, forget. */
export function Connections({ workspaceId }: { workspaceId: string }) {
  const query = connectionsQuery(workspaceId);
  const connections = useQuery(query);
  const [editing, setEditing] = useState<ConnectionId | null>(null);
  const [removing, setRemoving] = useState<ConnectionId | null>(null);
  const path = (provider: ConnectionId) => `/api/v1/workspaces/${workspaceId}/connections/${provider}`;
  const refresh = () => queryClient.invalidateQueries({ queryKey: query.queryKey });
  const test = useMutation({
    mutationFn: (provider: ConnectionId) => api.send<Connection>("POST", `${path(provider)}/test`),
    onSuccess: async ({ provider, testProblem }) => {
      if (testProblem === null) toast.success(`${connectionKindOf(provider).name} accepts it`);
      await refresh();
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  const remove = useMutation({
    mutationFn: (provider: ConnectionId) => api.send("DELETE", path(provider)),
    onSuccess: async (_answer, provider) => {
      setRemoving(null);
      await refresh();
      toast.success(`${connectionKindOf(provider).name} is no longer connected`);
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  if (connections.isPending) return <Skeleton className="h-40" role="status" aria-label="Loading the connections" />;
  if (connections.isError) {
    return (
      <>
        <p className="text-sm text-danger-ink">{errorLine(connections.error)}</p>
        <Button className="mt-3" onClick={() => void connections.refetch()}>
          Try again
        </Button>
      </>
    );
  }
  const { items, canStore } = connections.data;
  const stored = (id: ConnectionId | null) => items.find(({ provider }) => provider === id);
  return (
    <>
      {!canStore && (
        <p className="mb-3 text-sm text-waiting-ink">
          This platform has no encryption key (ENCRYPTION_KEY), so it cannot store accounts of yours.
        </p>
      )}
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {connectionKinds.map(({ id, name, purpose }) => {
          const connection = stored(id);
          const busy = test.isPending && test.variables === id;
          return (
            <li key={id} className="flex flex-col gap-3 p-4" aria-label={name}>
              <ConnectionState name={name} purpose={purpose} stored={connection} busy={busy} />
              <div className="flex flex-wrap gap-2">
                <Button
                  size="sm"
                  disabled={!canStore}
                  onClick={() => setEditing(id)}
                  aria-label={connection ? `Change the account at ${name}` : `Connect ${name}`}
                >
                  {connection ? "Change" : "Connect"}
                </Button>
                {connection && (
                  <>
                    <Button
                      size="sm"
                      busy={busy}
                      onClick={() => test.mutate(id)}
                      aria-label={`Test the account at ${name}`}
                    >
                      Test
                    </Button>
                    <Button
                      size="sm"
                      look="dangerQuiet"
                      onClick={() => setRemoving(id)}
                      aria-label={`Remove the account at ${name}`}
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
        {editing !== null && (
          <DialogContent
            title={`Connect ${connectionKindOf(editing).name}`}
            description="It is tried at once, stored encrypted for this workspace, and never shown again."
          >
            <ConnectForm
              provider={editing}
              workspaceId={workspaceId}
              stored={stored(editing)}
              onSaved={() => setEditing(null)}
            >
              <DialogClose asChild>
                <Button look="quiet">Cancel</Button>
              </DialogClose>
            </ConnectForm>
          </DialogContent>
        )}
      </Dialog>
      <Dialog open={removing !== null} onOpenChange={(open) => !open && setRemoving(null)}>
        {removing !== null && (
          <DialogContent
            title={`Remove the account at ${connectionKindOf(removing).name}?`}
            description="What was deployed or pushed with it stays where it is. The next deployment there fails until an account is connected again. The token itself stays valid at its provider."
          >
            <div className="flex justify-end gap-2">
              <DialogClose asChild>
                <Button look="quiet">Keep it</Button>
              </DialogClose>
              <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate(removing)}>
                Remove
              </Button>
            </div>
          </DialogContent>
        )}
      </Dialog>
    </>
  );
}

interface ConnectionStateProps {
  name: string;
  purpose: string;
  stored: Connection | undefined;
  busy: boolean;
}

function ConnectionState({ name, purpose, stored, busy }: ConnectionStateProps) {
  const now = useNow(stored !== undefined, 30_000);
  const { tone, words } = stateOf(stored, busy);
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h3 className="font-[600]">{name}</h3>
        <span role="status">
          <Badge tone={tone}>{words}</Badge>
        </span>
      </div>
      {stored ? (
        <p className="mt-1 text-sm text-muted wrap-anywhere">
          {stored.login !== null && `${stored.login} · `}
          {stored.lastSigns !== null && (
            <>
              <span className="font-mono text-xs">…{stored.lastSigns}</span> ·{" "}
            </>
          )}
          added by {stored.createdBy.name || "a member"} {formatAgo(stored.createdAt, now)}
          {stored.testedAt !== null && `, tested ${formatAgo(stored.testedAt, now)}`}
          {stored.usedAt === null ? ", not used yet" : `, used ${formatAgo(stored.usedAt, now)}`}
        </p>
      ) : (
        <p className="mt-1 text-sm text-muted">{purpose}</p>
      )}
      {stored?.testProblem != null && !busy && (
        <p className="mt-1.5 text-sm text-danger-ink wrap-anywhere">{stored.testProblem}</p>
      )}
    </div>
  );
}

function stateOf(stored: Connection | undefined, busy: boolean): { tone: Tone; words: string } {
  if (busy) return { tone: "working", words: "Testing" };
  if (!stored) return { tone: "neutral", words: "Not connected" };
  return stored.testProblem === null
    ? { tone: "done", words: "Connected" }
    : { tone: "danger", words: "Does not work" };
}
