import Check from "lucide-react/icons/check";
import ClipboardCheck from "lucide-react/icons/clipboard-check";
import Files from "lucide-react/icons/files";
import FlaskConical from "lucide-react/icons/flask-conical";
import GitCommitHorizontal from "lucide-react/icons/git-commit-horizontal";
import Hammer from "lucide-react/icons/hammer";
import MonitorPlay from "lucide-react/icons/monitor-play";
import OctagonX from "lucide-react/icons/octagon-x";
import Pause from "lucide-react/icons/pause";
import Pencil from "lucide-react/icons/pencil";
import Play from "lucide-react/icons/play";
import Rocket from "lucide-react/icons/rocket";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import Wrench from "lucide-react/icons/wrench";
import X from "lucide-react/icons/x";
import { Link } from "react-router";
import { type ComponentType, lazy, Suspense } from "react";
import { isEndState } from "#protocol/loop-state.ts";
import type { Finding, GenerationView } from "#protocol/project-events.ts";
import { Badge, type Tone } from "../components/ui/badge.tsx";
import { Button } from "../components/ui/button.tsx";
import { Notice } from "../components/ui/notice.tsx";
import { formatCount, formatDuration, formatUsd } from "../lib/format.ts";
import { SentFiles } from "./attachments/sent-files.tsx";
import type { ConversationItem, NoteIcon, NoteTone, PlanState } from "./conversation-items.ts";

// Seldom there.
const RepairAccountItem = lazy(async () => ({
  default: (await import("./repair-account-item.tsx")).RepairAccountItem,
}));

type Item<K extends ConversationItem["kind"]> = Extract<ConversationItem, { kind: K }>;

export function PromptItem({ item }: { item: Item<"prompt"> }) {
  return (
    <div className="ml-6 rounded-lg rounded-br-sm bg-accent-soft px-3.5 py-2.5">
      <p className="text-base whitespace-pre-wrap wrap-anywhere">{item.text}</p>
      {item.selection !== null && (
        <p className="mt-1 text-xs text-accent-ink wrap-anywhere">
          About <code className="font-mono">{item.selection.selector}</code>
          {item.selection.page === undefined ? "" : ` on ${item.selection.page}`}
        </p>
      )}
      <SentFiles files={item.files} />
      {item.mode === "supervised" && <p className="mt-1 text-xs text-accent-ink">Supervised</p>}
    </div>
  );
}

export function ReplyItem({ item }: { item: Item<"reply"> }) {
  return <p className="text-base whitespace-pre-wrap wrap-anywhere">{item.text}</p>;
}

/** In auto mode a plan is not asked about, so "proposed" says nothing. */
const planBadges: Record<PlanState, { tone: Tone; words: string } | null> = {
  proposed: null,
  approved: { tone: "done", words: "Approved" },
  rejected: { tone: "danger", words: "Sent back" },
  replaced: { tone: "neutral", words: "Replaced" },
};

/** What came to nothing has to be seen beside the request, not only in the plan; the newest come first. */
const shownQuestions = 2;

export function PlanItem({ item, waiting, openPlan }: { item: Item<"plan">; waiting: boolean; openPlan: () => void }) {
  const { prd } = item;
  const badge =
    waiting && item.state === "proposed"
      ? ({ tone: "waiting", words: "Needs approval" } as const)
      : planBadges[item.state];
  return (
    <section aria-label={`Plan ${item.revision}`} className="rounded-lg border border-line bg-surface p-4 shadow-raise">
      <div className="flex items-start justify-between gap-2">
        <h2 className="font-[600] wrap-anywhere">{prd.name}</h2>
        {badge !== null && <Badge tone={badge.tone}>{badge.words}</Badge>}
      </div>
      <p className="mt-1 line-clamp-4 text-sm text-muted wrap-anywhere">{prd.summary}</p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
        <dt className="text-muted">Data</dt>
        <dd className="wrap-anywhere">{prd.models.map((model) => model.name).join(", ")}</dd>
        <dt className="text-muted">Pages</dt>
        <dd>{prd.pages.length}</dd>
        {prd.openQuestions.length > 0 && (
          <>
            <dt className="text-muted">Open</dt>
            <dd>
              <ul className="flex flex-col gap-1">
                {prd.openQuestions.slice(0, shownQuestions).map((question) => (
                  <li key={question} className="line-clamp-4 wrap-anywhere">
                    {question}
                  </li>
                ))}
                {prd.openQuestions.length > shownQuestions && (
                  <li className="text-muted">
                    and {formatCount(prd.openQuestions.length - shownQuestions, "more question")}
                  </li>
                )}
              </ul>
            </dd>
          </>
        )}
      </dl>
      {item.comment !== null && item.comment !== "" && (
        <p className="mt-3 border-l-2 border-danger-line pl-3 text-sm wrap-anywhere">{item.comment}</p>
      )}
      <Button size="sm" className="mt-3" onClick={openPlan}>
        Read the plan
      </Button>
    </section>
  );
}

export function DecisionsItem({ item }: { item: Item<"decisions"> }) {
  return (
    <details className="group rounded-lg border border-line bg-surface">
      <summary className="rounded-lg px-3.5 py-2.5 text-sm font-[560] marker:text-muted">
        {formatCount(item.decisions.length, "decision")} made
      </summary>
      <dl className="flex flex-col gap-3 border-t border-line px-3.5 py-3 text-sm">
        {item.decisions.map((decision) => (
          <div key={decision.question} className="wrap-anywhere">
            <dt className="text-muted">{decision.question}</dt>
            <dd className="font-[560]">{decision.choice}</dd>
            <dd className="text-muted">{decision.reason}</dd>
            {decision.alternatives.length > 0 && (
              <dd className="text-muted">Considered instead: {decision.alternatives.join("; ")}</dd>
            )}
          </div>
        ))}
      </dl>
    </details>
  );
}

const findingTones: Record<Finding["severity"], Tone> = {
  critical: "danger",
  high: "danger",
  medium: "waiting",
  low: "neutral",
  info: "neutral",
};

export function ReviewItem({ item }: { item: Item<"review"> }) {
  if (item.findings.length === 0)
    return <NoteRow tone="done" icon="check" text="Review found nothing to change" detail={null} />;
  return (
    <details className="rounded-lg border border-line bg-surface">
      <summary className="rounded-lg px-3.5 py-2.5 text-sm font-[560] marker:text-muted">
        Review: {formatCount(item.findings.length, "finding")}
      </summary>
      <ul className="flex flex-col gap-3 border-t border-line px-3.5 py-3 text-sm">
        {item.findings.map((finding, index) => (
          <li key={index} className="wrap-anywhere">
            <Badge tone={findingTones[finding.severity]}>{finding.severity}</Badge> {finding.message}
            <span className="block font-mono text-xs text-muted">
              {finding.path}
              {finding.line === null ? "" : `:${finding.line}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

const icons: Record<NoteIcon, ComponentType<{ className?: string }>> = {
  files: Files,
  build: Hammer,
  test: FlaskConical,
  repair: Wrench,
  version: GitCommitHorizontal,
  preview: MonitorPlay,
  pause: Pause,
  play: Play,
  check: ClipboardCheck,
  cross: X,
  stop: OctagonX,
  deploy: Rocket,
  edit: Pencil,
};

const toneClasses: Record<NoteTone, string> = {
  neutral: "text-muted",
  working: "text-accent-ink",
  done: "text-done-ink",
  danger: "text-danger-ink",
  waiting: "text-waiting-ink",
};

export function NoteRow({ tone, icon, text, detail }: Pick<Item<"note">, "tone" | "icon" | "text" | "detail">) {
  const Icon = icons[icon];
  const line = (
    <>
      <Icon className={`mt-0.5 size-4 shrink-0 ${toneClasses[tone]}`} />
      <span className="min-w-0 flex-1 wrap-anywhere">{text}</span>
    </>
  );
  if (detail === null || detail === "") return <p className="flex gap-2.5 text-sm">{line}</p>;
  return (
    <details className="text-sm">
      <summary className="flex list-none gap-2.5 rounded-sm hover:text-accent-ink [&::-webkit-details-marker]:hidden">
        {line}
      </summary>
      <p
        className="mt-1 ml-6.5 max-h-48 overflow-auto font-mono text-xs whitespace-pre-wrap text-muted wrap-anywhere"
        tabIndex={0}
      >
        {detail}
      </p>
    </details>
  );
}

/** What to do next, for the codes the loop ends with; anything else gets the general words. */
const remedies: Record<string, string> = {
  PROMPT_NOT_PLANNABLE: "Say in a sentence or two what the app should keep track of, then send it again.",
  HEALING_EXHAUSTED: "The console has the errors that stayed. Ask for less, or for the same in other words.",
  BUDGET_EXCEEDED: "Raise the budget under “More”, or ask for less at once.",
  SYSTEM_ERROR: "This was not the prompt’s fault. Try it again.",
};

const notCountedWords: Record<NonNullable<GenerationView["notCounted"]>, string> = {
  "provider-errors": "The model’s provider failed, so this generation does not count against your quota.",
  "repair-failed": "The repairs did not help, so this generation does not count against your quota.",
  "platform-error": "This was our fault, so this generation does not count against your quota.",
};

interface EndItemProps {
  item: Item<"end">;
  retry: (prompt: string) => void;
}

export function EndItem({ item: { generation, account }, retry }: EndItemProps) {
  const { status, error, notCounted } = generation;
  const uncounted = notCounted && <p className="mt-1 text-sm text-muted">{notCountedWords[notCounted]}</p>;
  if (!isEndState(status)) return null;
  if (status === "complete") {
    const took = generation.endedAt === null ? null : Date.parse(generation.endedAt) - Date.parse(generation.startedAt);
    const cost = generation.costUsd > 0 ? `, ${formatUsd(generation.costUsd)}` : "";
    return (
      <div>
        <p className="flex gap-2.5 text-sm font-[560] text-done-ink">
          <Check className="mt-0.5 size-4 shrink-0" />
          {took === null ? "Done" : `Done in ${formatDuration(took)}${cost}`}
        </p>
        {uncounted}
      </div>
    );
  }
  const again = (
    <Button size="sm" onClick={() => retry(generation.prompt)}>
      Edit the prompt and try again
    </Button>
  );
  if (status === "cancelled") {
    return (
      <Notice icon={<OctagonX />} title="Cancelled" actions={again}>
        The work stopped. The last saved version is unchanged.
      </Notice>
    );
  }
  return (
    <Notice
      tone="danger"
      icon={<TriangleAlert />}
      title={status === "escalated" ? "It needs your help" : "It did not work out"}
      actions={
        <>
          {status === "escalated" && (
            <Button asChild size="sm" look="primary">
              <Link to={`?tab=handover&generation=${generation.id}`}>See what was tried, and go on</Link>
            </Button>
          )}
          {again}
        </>
      }
    >
      <p>{error?.message ?? "The loop stopped without saying why. The console has the last lines."}</p>
      <p className="mt-1 text-muted">
        {remedies[error?.code ?? ""] ??
          "Change the prompt, or look at the errors in the console. The last saved version is unchanged."}
      </p>
      {uncounted}
      {account !== null && (
        <Suspense fallback={null}>
          <RepairAccountItem account={account} />
        </Suspense>
      )}
    </Notice>
  );
}
