import { useQuery } from "@tanstack/react-query";
import { connectionKindOf, connectionKinds, type ConnectionId } from "#protocol/deploy-targets.ts";
import type { Tone } from "../components/ui/badge.tsx";
import { Button } from "../components/ui/button.tsx";
import { DialogClose, DialogContent } from "../components/ui/dialog.tsx";
import { ConnectForm } from "../connections/connect-form.tsx";
import type { Connection, Connections as StoredConnections } from "../lib/api-types.ts";
import { connectionsQuery } from "../lib/deploy-queries.ts";
import { formatAgo } from "../lib/format.ts";
import { queryClient } from "../lib/query-client.ts";
import { toast } from "../lib/toast.ts";
import { useNow } from "../lib/use-now.ts";
import { SecretList, type SecretRow } from "./secret-list.tsx";

/** The workspace's accounts at GitHub and at hosts: connect, try, forget. */
export function Connections({ workspaceId }: { workspaceId: string }) {
  const options = connectionsQuery(workspaceId);
  const query = useQuery(options);
  const storedAt = (data: StoredConnections, id: ConnectionId) => data.items.find(({ provider }) => provider === id);
  return (
    <SecretList<ConnectionId, StoredConnections, Connection>
      query={query}
      rows={(data) => connectionKinds.map((kind) => connectionRow(kind, storedAt(data, kind.id)))}
      canStore={({ canStore }) => canStore}
      pathOf={(id) => `/api/v1/workspaces/${workspaceId}/connections/${id}`}
      refresh={() => queryClient.invalidateQueries({ queryKey: options.queryKey })}
      onTested={({ provider, testProblem }) => {
        if (testProblem === null) toast.success(`${connectionKindOf(provider).name} accepts it`);
      }}
      noun={{ one: "account", many: "accounts", at: "at" }}
      add={{ verb: "Connect", label: (name) => `Connect ${name}` }}
      removal={{
        title: (name) => `Remove the account at ${name}?`,
        description:
          "What was deployed or pushed with it stays where it is. The next deployment there fails until an account is connected again. The token itself stays valid at its provider.",
        verb: "Remove",
        done: (name) => `${name} is no longer connected`,
      }}
      form={(data, id, { close }) => (
        <DialogContent
          title={`Connect ${connectionKindOf(id).name}`}
          description="It is tried at once, stored encrypted for this workspace, and never shown again."
        >
          <ConnectForm provider={id} workspaceId={workspaceId} stored={storedAt(data, id)} onSaved={close}>
            <DialogClose asChild>
              <Button look="quiet">Cancel</Button>
            </DialogClose>
          </ConnectForm>
        </DialogContent>
      )}
    />
  );
}

function connectionRow(
  { id, name, purpose }: (typeof connectionKinds)[number],
  stored: Connection | undefined,
): SecretRow<ConnectionId> {
  return {
    id,
    name,
    isStored: stored !== undefined,
    state: stateOf(stored),
    about: stored ? <AboutConnection stored={stored} /> : purpose,
    problem: stored?.testProblem ?? null,
  };
}

function AboutConnection({ stored }: { stored: Connection }) {
  const now = useNow(true, 30_000);
  return (
    <>
      {stored.login !== null && `${stored.login} · `}
      {stored.lastSigns !== null && (
        <>
          <span className="font-mono text-xs">…{stored.lastSigns}</span> ·{" "}
        </>
      )}
      added by {stored.createdBy.name || "a member"} {formatAgo(stored.createdAt, now)}
      {stored.testedAt !== null && `, tested ${formatAgo(stored.testedAt, now)}`}
      {stored.usedAt === null ? ", not used yet" : `, used ${formatAgo(stored.usedAt, now)}`}
    </>
  );
}

function stateOf(stored: Connection | undefined): { tone: Tone; words: string } {
  if (!stored) return { tone: "neutral", words: "Not connected" };
  return stored.testProblem === null
    ? { tone: "done", words: "Connected" }
    : { tone: "danger", words: "Does not work" };
}
