import { useQuery } from "@tanstack/react-query";
import { Badge, type Tone } from "../components/ui/badge.tsx";
import { Button } from "../components/ui/button.tsx";
import { Notice } from "../components/ui/notice.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import type { Health } from "../lib/api-types.ts";
import { formatAgo } from "../lib/format.ts";
import { useNow } from "../lib/use-now.ts";
import { PublicFrame } from "../public-pages/public-frame.tsx";
import { PageHead } from "../public-pages/section.tsx";

const parts: Record<keyof Health["checks"], { name: string; for: string }> = {
  d1: { name: "Database", for: "Accounts, projects and versions" },
  r2: { name: "Storage", for: "Files, attachments and exports" },
  queue: { name: "Queue", for: "Work that waits its turn" },
  builder: { name: "Builder", for: "Installs, builds and tests the apps" },
};

const docsWords: Record<Health["docs"], { tone: Tone; words: string }> = {
  none: { tone: "neutral", words: "Not set up" },
  indexing: { tone: "working", words: "Being read" },
  ready: { tone: "done", words: "Working" },
  failed: { tone: "danger", words: "Not working" },
};

export function Component() {
  const health = useQuery({ queryKey: ["health"], queryFn: readHealth, refetchInterval: 15_000, retry: false });
  const now = useNow(true, 5_000);
  return (
    <PublicFrame page="status">
      <PageHead title="Is everything working?">
        What building an app needs, asked when this page opened and every 15 seconds since.
      </PageHead>
      <div className="px-4 py-12 md:px-6" aria-live="polite">
        <div className="mx-auto flex max-w-3xl flex-col gap-6">
          {health.isPending ? (
            <Skeleton className="h-72" role="status" aria-label="Loading the status" />
          ) : health.isError ? (
            <Notice
              tone="danger"
              title="The platform does not answer"
              actions={<Button onClick={() => void health.refetch()}>Ask again</Button>}
            >
              It may be this connection, or all of it is down.
            </Notice>
          ) : (
            <>
              <Notice
                tone={health.data.status === "ok" ? "done" : "danger"}
                title={health.data.status === "ok" ? "Everything works" : "Something does not work"}
              >
                Asked {formatAgo(new Date(health.dataUpdatedAt).toISOString(), now)}.
              </Notice>
              <ul className="rounded-lg border border-line bg-surface">
                {Object.entries(parts).map(([part, { name, for: use }]) => (
                  <Row
                    key={part}
                    name={name}
                    use={use}
                    {...stateOf(health.data.checks[part as keyof Health["checks"]])}
                  />
                ))}
                <Row
                  name="Documentation search"
                  use="What agents look things up in; without it they work from the guide alone"
                  {...docsWords[health.data.docs]}
                />
              </ul>
            </>
          )}
        </div>
      </div>
    </PublicFrame>
  );
}

function Row({ name, use, tone, words }: { name: string; use: string; tone: Tone; words: string }) {
  return (
    <li className="flex items-center justify-between gap-4 border-b border-line px-5 py-4 last:border-0">
      <span>
        <span className="block font-[560]">{name}</span>
        <span className="block text-sm text-muted">{use}</span>
      </span>
      <Badge tone={tone}>{words}</Badge>
    </li>
  );
}

const stateOf = (state: "ok" | "down"): { tone: Tone; words: string } =>
  state === "ok" ? { tone: "done", words: "Working" } : { tone: "danger", words: "Not working" };

/** It answers 503 with the same body when a part is down, which is an answer here. */
async function readHealth({ signal }: { signal: AbortSignal }): Promise<Health> {
  const response = await fetch("/api/v1/health", { signal });
  if (!response.ok && response.status !== 503) throw new Error(`The health answered ${response.status}.`);
  return (await response.json()) as Health;
}
