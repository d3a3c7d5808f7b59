import { useQuery } from "@tanstack/react-query";
import type { Tone } from "../components/ui/badge.tsx";
import type { KeyTest, ProviderId, ProviderKey, ProviderKeys } from "../lib/api-types.ts";
import { formatAgo } from "../lib/format.ts";
import { queryClient } from "../lib/query-client.ts";
import { useNow } from "../lib/use-now.ts";
import { providerKeysQuery } from "../lib/workspace-queries.ts";
import { ProviderKeyForm } from "./provider-key-form.tsx";
import { providers } from "./providers.ts";
import { SecretList, type SecretRow } from "./secret-list.tsx";

/** The workspace's own keys at model providers. */
export function ModelProviders({ workspaceId }: { workspaceId: string }) {
  const options = providerKeysQuery(workspaceId);
  const query = useQuery(options);
  const pathOf = (provider: ProviderId) => `/api/v1/workspaces/${workspaceId}/provider-keys/${provider}`;
  const refresh = () => queryClient.invalidateQueries({ queryKey: options.queryKey });
  const storedAt = (data: ProviderKeys, id: ProviderId) => data.items.find(({ provider }) => provider === id);
  return (
    <SecretList<ProviderId, ProviderKeys, KeyTest>
      query={query}
      rows={(data) =>
        providers.map((provider) => keyRow(provider, storedAt(data, provider.id), data.platform.includes(provider.id)))
      }
      canStore={({ canStore }) => canStore}
      pathOf={pathOf}
      refresh={refresh}
      noun={{ one: "key", many: "keys", at: "of" }}
      add={{ verb: "Add a key", label: (name) => `Add a key of ${name}` }}
      removal={{
        title: () => "Remove this key?",
        description:
          "Generations that run go on with the platform’s key, or with the built-in engine. The key itself stays valid at its provider.",
        verb: "Remove the key",
        done: () => "Key removed",
      }}
      form={(data, id, { close, test }) => (
        <ProviderKeyForm
          provider={id}
          stored={storedAt(data, id)}
          path={pathOf(id)}
          onSaved={() => {
            close();
            void refresh();
            test();
          }}
        />
      )}
    />
  );
}

function keyRow(
  { id, name }: (typeof providers)[number],
  stored: ProviderKey | undefined,
  hasPlatformKey: boolean,
): SecretRow<ProviderId> {
  return {
    id,
    name,
    isStored: stored !== undefined,
    state: stateOf(stored, hasPlatformKey),
    about: stored ? <AboutKey stored={stored} /> : null,
    problem: stored?.testOutcome && stored.testOutcome !== "ok" ? stored.testMessage : null,
  };
}

function AboutKey({ stored }: { stored: ProviderKey }) {
  const now = useNow(true, 30_000);
  return (
    <>
      {stored.lastSigns !== null && <span className="font-mono text-xs">…{stored.lastSigns} · </span>}
      {stored.model !== null && `${stored.model} · `}
      {stored.baseUrl !== null && `${stored.baseUrl} · `}
      added by {stored.createdBy.name || "a member"} {formatAgo(stored.createdAt, now)}
      {stored.testedAt !== null && `, tested ${formatAgo(stored.testedAt, now)}`}
    </>
  );
}

function stateOf(stored: ProviderKey | undefined, hasPlatformKey: boolean): { tone: Tone; words: string } {
  if (!stored) return { tone: "neutral", words: hasPlatformKey ? "Platform’s key" : "No key" };
  if (stored.testOutcome === null) return { tone: "waiting", words: "Not tested" };
  return stored.testOutcome === "ok" ? { tone: "done", words: "Works" } : { tone: "danger", words: "Does not work" };
}
