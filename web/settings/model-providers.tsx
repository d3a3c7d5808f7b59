import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Badge, type Tone } from "../components/ui/badge.tsx";
import { Button } from "../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../components/ui/dialog.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { KeyTest, ProviderId, ProviderKey } from "../lib/api-types.ts";
import { formatAgo } from "../lib/format.ts";
import { queryClient } from "../lib/query-client.ts";
import { useNow } from "../lib/use-now.ts";
import { providerKeysQuery } from "../lib/workspace-queries.ts";
import { api } from "../session/session.ts";
import { ProviderKeyForm } from "./provider-key-form.tsx";
import { providers } from "./providers.ts";
import { toast } from "../lib/toast.ts";

export function ModelProviders({ workspaceId }: { workspaceId: string }) {
  const query = providerKeysQuery(workspaceId);
  const keys = useQuery(query);
  const [editing, setEditing] = useState<ProviderId | null>(null);
  const [removing, setRemoving] = useState<ProviderId | null>(null);
  const path = (provider: ProviderId) => `/api/v1/workspaces/${workspaceId}/provider-keys/${provider}`;
  const refresh = () => queryClient.invalidateQueries({ queryKey: query.queryKey });
  const test = useMutation({
    mutationFn: (provider: ProviderId) => api.send<KeyTest>("POST", `${path(provider)}/test`),
    onSuccess: refresh,
    onError: (error) => toast.error(errorLine(error)),
  });
  const remove = useMutation({
    mutationFn: (provider: ProviderId) => api.send("DELETE", path(provider)),
    onSuccess: async () => {
      setRemoving(null);
      await refresh();
      toast.success("Key removed");
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  if (keys.isPending) return <Skeleton className="h-40" role="status" aria-label="Loading the keys" />;
  if (keys.isError) {
    return (
      <>
        <p className="text-sm text-danger-ink">{errorLine(keys.error)}</p>
        <Button className="mt-3" onClick={() => void keys.refetch()}>
          Try again
        </Button>
      </>
    );
  }
  const { items, platform, canStore } = keys.data;
  const stored = (id: ProviderId | null) => items.find((key) => key.provider === id);
  return (
    <>
      {!canStore && (
        <p className="mb-3 text-sm text-waiting-ink">
          This platform has no encryption key (ENCRYPTION_KEY), so it cannot store keys of yours.
        </p>
      )}
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {providers.map(({ id, name }) => {
          const key = stored(id);
          const busy = test.isPending && test.variables === id;
          return (
            <li key={id} className="flex flex-col gap-3 p-4" aria-label={name}>
              <KeyState name={name} stored={key} hasPlatformKey={platform.includes(id)} busy={busy} />
              <div className="flex flex-wrap gap-2">
                <Button
                  size="sm"
                  disabled={!canStore}
                  onClick={() => setEditing(id)}
                  aria-label={key ? `Change the key of ${name}` : `Add a key of ${name}`}
                >
                  {key ? "Change" : "Add a key"}
                </Button>
                {key && (
                  <>
                    <Button
                      size="sm"
                      busy={busy}
                      onClick={() => test.mutate(id)}
                      aria-label={`Test the key of ${name}`}
                    >
                      Test
                    </Button>
                    <Button
                      size="sm"
                      look="dangerQuiet"
                      onClick={() => setRemoving(id)}
                      aria-label={`Remove the key of ${name}`}
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
          <ProviderKeyForm
            provider={editing}
            stored={stored(editing)}
            path={path(editing)}
            onSaved={() => {
              setEditing(null);
              void refresh();
              test.mutate(editing);
            }}
          />
        )}
      </Dialog>
      <Dialog open={removing !== null} onOpenChange={(open) => !open && setRemoving(null)}>
        {removing !== null && (
          <DialogContent
            title="Remove this key?"
            description="Generations that run go on with the platform’s key, or with the built-in engine. The key itself stays valid at its provider."
          >
            <div className="flex justify-end gap-2">
              <DialogClose asChild>
                <Button look="quiet">Keep it</Button>
              </DialogClose>
              <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate(removing)}>
                Remove the key
              </Button>
            </div>
          </DialogContent>
        )}
      </Dialog>
    </>
  );
}

interface KeyStateProps {
  name: string;
  stored: ProviderKey | undefined;
  hasPlatformKey: boolean;
  busy: boolean;
}

function KeyState({ name, stored, hasPlatformKey, busy }: KeyStateProps) {
  const now = useNow(stored !== undefined, 30_000);
  const { tone, words } = stateOf(stored, hasPlatformKey, busy);
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h3 className="font-[600]">{name}</h3>
        <span role="status">
          <Badge tone={tone}>{words}</Badge>
        </span>
      </div>
      {stored && (
        <p className="mt-1 text-sm text-muted wrap-anywhere">
          {stored.lastSigns !== null && <span className="font-mono text-xs">…{stored.lastSigns} · </span>}
          {stored.model !== null && `${stored.model} · `}
          {stored.baseUrl !== null && `${stored.baseUrl} · `}
          added by {stored.createdBy.name || "a member"} {formatAgo(stored.createdAt, now)}
          {stored.testedAt !== null && `, tested ${formatAgo(stored.testedAt, now)}`}
        </p>
      )}
      {stored?.testOutcome && stored.testOutcome !== "ok" && !busy && (
        <p className="mt-1.5 text-sm text-danger-ink wrap-anywhere">{stored.testMessage}</p>
      )}
    </div>
  );
}

function stateOf(
  stored: ProviderKey | undefined,
  hasPlatformKey: boolean,
  busy: boolean,
): { tone: Tone; words: string } {
  if (busy) return { tone: "working", words: "Testing" };
  if (!stored) return { tone: "neutral", words: hasPlatformKey ? "Platform’s key" : "No key" };
  if (stored.testOutcome === null) return { tone: "waiting", words: "Not tested" };
  return stored.testOutcome === "ok" ? { tone: "done", words: "Works" } : { tone: "danger", words: "Does not work" };
}
