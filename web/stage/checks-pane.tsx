import { useQuery } from "@tanstack/react-query";
import ShieldCheck from "lucide-react/icons/shield-check";
import { Badge, type Tone } from "../components/ui/badge.tsx";
import { Button } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { describeError } from "../lib/api-error.ts";
import type { Check } from "../lib/api-types.ts";
import { formatDuration } from "../lib/format.ts";
import { projectQuery, versionChecksQuery } from "../lib/project-queries.ts";
import { useProject } from "../session/project-context.ts";
import { checkNames } from "./check-names.ts";

/** What was found out about the newest version, by the build and by a browser. */
export function ChecksPane() {
  const { projectId, view } = useProject();
  // What the preview shows, when the newest version was not built yet: an edit, which waits for that.
  const shownId = useQuery(projectQuery(projectId)).data?.currentVersionId ?? null;
  if (view.versionId === null) {
    return (
      <EmptyState icon={<ShieldCheck />} title="No checks yet">
        Every version is built and tested; the one you see is then visited page by page.
      </EmptyState>
    );
  }
  return (
    <div
      className="min-h-0 flex-1 overflow-y-auto bg-surface focus-visible:-outline-offset-2"
      tabIndex={0}
      aria-label="Checks"
      role="region"
    >
      <VersionChecks
        projectId={projectId}
        versionId={view.versionId}
        revision={view.qualityRevision}
        title={view.versionNumber === null ? "Checks" : `Checks of version ${view.versionNumber}`}
      />
      {shownId !== null && shownId !== view.versionId && (
        <VersionChecks
          projectId={projectId}
          versionId={shownId}
          revision={view.qualityRevision}
          title="Checks of the version in the preview"
        />
      )}
    </div>
  );
}

interface VersionChecksProps {
  projectId: string;
  versionId: string;
  revision: number;
  title: string;
}

function VersionChecks(props: VersionChecksProps) {
  const checks = useQuery(versionChecksQuery(props.projectId, props.versionId, props.revision));
  if (checks.isPending) return <Skeleton className="m-8 h-40" role="status" aria-label="Loading the checks" />;
  if (checks.isError) {
    const { title, detail } = describeError(checks.error);
    return (
      <EmptyState title={title} actions={<Button onClick={() => void checks.refetch()}>Try again</Button>}>
        {detail}
      </EmptyState>
    );
  }
  return (
    <article className="mx-auto max-w-3xl px-5 py-8 md:px-10 md:py-12">
      <h2 className="display text-3xl">{props.title}</h2>
      {checks.data.items.length === 0 && (
        <p className="mt-3 text-muted">This version has not been built yet; its checks come with the build.</p>
      )}
      <ul className="mt-6 flex flex-col">
        {checks.data.items.map((check) => (
          <CheckRow key={check.kind} check={check} />
        ))}
      </ul>
    </article>
  );
}

const looks: Record<Check["status"], { tone: Tone; words: string }> = {
  waiting: { tone: "waiting", words: "Waiting" },
  running: { tone: "working", words: "Running" },
  passed: { tone: "done", words: "Passed" },
  failed: { tone: "danger", words: "Failed" },
  skipped: { tone: "neutral", words: "Not run" },
  interrupted: { tone: "waiting", words: "Broke off" },
};

function CheckRow({ check }: { check: Check }) {
  const { tone, words } = looks[check.status];
  return (
    <li className="border-b border-line py-4 last:border-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-[600]">{checkNames[check.kind]}</h3>
        <Badge tone={tone}>{words}</Badge>
        {check.durationMs !== null && (
          <span className="ml-auto font-mono text-xs text-muted">{formatDuration(check.durationMs)}</span>
        )}
      </div>
      {check.scores === null ? (
        <p className="mt-1 max-w-prose text-muted wrap-anywhere">{check.message}</p>
      ) : (
        <Scores scores={check.scores} />
      )}
      {check.findings.length > 0 && <Findings check={check} />}
    </li>
  );
}

const scoreNames: Record<keyof NonNullable<Check["scores"]>, string> = {
  performance: "Performance",
  accessibility: "Accessibility",
  bestPractices: "Best practices",
  seo: "SEO",
};

function Scores({ scores }: { scores: NonNullable<Check["scores"]> }) {
  return (
    <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2">
      {(Object.keys(scoreNames) as (keyof typeof scoreNames)[]).map((name) => (
        <div key={name}>
          <dt className="text-xs text-muted">{scoreNames[name]}</dt>
          <dd className={`display text-2xl ${scores[name] < 90 ? "text-waiting-ink" : "text-done-ink"}`}>
            {scores[name]}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What did not pass is open; what Lighthouse would still improve is there to be looked up. */
function Findings({ check }: { check: Check }) {
  return (
    <details className="mt-2" open={check.status === "failed"}>
      <summary className="w-fit cursor-pointer text-sm text-muted hover:text-ink">
        {check.status === "failed" ? "What was found" : "What could be better"}
      </summary>
      <ul className="mt-2 flex flex-col gap-2">
        {check.findings.map((finding, index) => (
          // Two findings may read the same.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="text-sm">
            <code className="font-mono text-xs wrap-anywhere">{finding.where}</code>
            <span className="block max-w-prose text-muted wrap-anywhere">{finding.text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
