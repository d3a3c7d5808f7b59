import Bot from "lucide-react/icons/bot";
import GitBranch from "lucide-react/icons/git-branch";
import GitCommit from "lucide-react/icons/git-commit-horizontal";
import PencilLine from "lucide-react/icons/pencil-line";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import { Link } from "react-router";
import { AppPicture } from "../../components/app-picture.tsx";
import { Badge, type Tone } from "../../components/ui/badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { classNames } from "../../lib/class-names.ts";
import type { ListedVersion } from "../../lib/api-types.ts";
import { formatAgo, formatCount, formatMoment } from "../../lib/format.ts";
import { useNow } from "../../lib/use-now.ts";
import { versionPicture } from "../../lib/version-queries.ts";
import { writerOf } from "./writer-of.ts";

const icons = { generation: Bot, edit: PencilLine, rollback: RotateCcw, push: GitCommit, fork: GitBranch };
const states: Record<ListedVersion["status"], { tone: Tone; words: string }> = {
  draft: { tone: "neutral", words: "Not built" },
  building: { tone: "working", words: "Building" },
  green: { tone: "done", words: "Built and tested" },
  failed: { tone: "danger", words: "Failed" },
};

interface VersionItemProps {
  projectId: string;
  version: ListedVersion;
  /** Number of what it was made from; null for the first. */
  parent: number | null;
  newest: boolean;
  /** The preview shows it. */
  shown: boolean;
  picked: boolean;
  /** Another one is chosen already. */
  comparing: boolean;
  onPick: () => void;
  /** null: there is nothing to go back to, or no right to. */
  onRollBack: (() => void) | null;
  onFork: () => void;
}

export function VersionItem(props: VersionItemProps) {
  const { projectId, version, parent, newest, shown, picked, comparing, onPick, onRollBack, onFork } = props;
  const now = useNow(true, 30_000);
  const Icon = icons[version.source];
  const { tone, words } = states[version.status];
  const label = `version ${version.number}`;
  return (
    <li
      aria-label={`Version ${version.number}`}
      className={classNames(
        "relative flex gap-3 border-l border-line pb-6 pl-6 last:border-transparent last:pb-0",
        picked && "before:absolute before:inset-y-0 before:-left-px before:w-0.5 before:bg-accent",
      )}
    >
      <span
        aria-hidden="true"
        className={classNames(
          "absolute top-0 -left-3.5 grid size-7 place-items-center rounded-full border bg-surface [&_svg]:size-3.5",
          newest ? "border-accent text-accent-ink" : "border-line text-muted",
        )}
      >
        <Icon />
      </span>
      <AppPicture
        path={versionPicture(projectId, version.id)}
        revision={version.status}
        className="order-last w-40 shrink-0 self-start rounded-md ring-1 ring-line max-sm:hidden"
      />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <span className="font-mono text-xs text-muted">v{version.number}</span>
          <span className="min-w-0 font-[560] wrap-anywhere">{version.message}</span>
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          <span>{writerOf(version)}</span>
          <span aria-hidden="true">·</span>
          <time dateTime={version.createdAt} title={formatMoment(version.createdAt)}>
            {formatAgo(version.createdAt, now)}
          </time>
          <span aria-hidden="true">·</span>
          <span>{formatCount(version.fileCount, "file")}</span>
          <Badge tone={tone}>{words}</Badge>
          {shown && <Badge tone="working">In the preview</Badge>}
          {version.keptPlaces > 0 && (
            <Badge tone="waiting">{formatCount(version.keptPlaces, "edit")} kept against the generator</Badge>
          )}
        </p>
        <div role="group" aria-label={`What to do with ${label}`} className="mt-2 -ml-2 flex flex-wrap gap-1">
          {!comparing && parent !== null && (
            <Button asChild size="sm" look="quiet">
              <Link to={`?tab=versions&compare=${parent}..${version.number}`}>
                Changes<span className="sr-only"> of {label}</span>
              </Link>
            </Button>
          )}
          <Button size="sm" look={picked ? "soft" : "quiet"} aria-pressed={picked} onClick={onPick}>
            {comparing && !picked ? "Compare with this" : "Compare"}
            <span className="sr-only"> {label}</span>
          </Button>
          {!comparing && (
            <>
              <Button asChild size="sm" look="quiet">
                <Link to={newest ? "?tab=code" : `?tab=code&version=${version.number}`}>
                  Files<span className="sr-only"> of {label}</span>
                </Link>
              </Button>
              <Button size="sm" look="quiet" onClick={onFork}>
                Fork…<span className="sr-only"> from {label}</span>
              </Button>
              {onRollBack !== null && version.status !== "building" && (
                <Button size="sm" look="quiet" onClick={onRollBack}>
                  Roll back…<span className="sr-only"> to {label}</span>
                </Button>
              )}
            </>
          )}
        </div>
      </div>
    </li>
  );
}
