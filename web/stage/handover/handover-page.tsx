import { type ReactNode, useMemo } from "react";
import { Badge } from "../../components/ui/badge.tsx";
import type { Handover } from "../../lib/api-types.ts";
import { formatCount, formatUsd } from "../../lib/format.ts";
import { useProject } from "../../session/project-context.ts";
import { EditLink } from "./edit-link.tsx";
import { HandoverActions } from "./handover-actions.tsx";
import { ReproductionView } from "./reproduction-view.tsx";
import { RoundItem } from "./round-item.tsx";
import { roundTimes } from "./round-times.ts";

export function HandoverPage({ handover }: { handover: Handover }) {
  const { timeline } = useProject().view;
  const { generationId, failure, rounds, reproduction, costUsd, standsAt } = handover;
  const times = useMemo(() => roundTimes(timeline, generationId), [timeline, generationId]);
  const asked = timeline.find(
    (event) => event.type === "generation.created" && event.data.generation.id === generationId,
  );
  return (
    <article className="mx-auto max-w-3xl px-5 py-8 md:px-10 md:py-12">
      <h2 className="display text-3xl">{handover.status === "open" ? "It needs your help" : "It needed your help"}</h2>
      {asked?.type === "generation.created" && (
        <p className="mt-2 line-clamp-3 max-w-prose text-muted wrap-anywhere">
          You asked: {asked.data.generation.prompt}
        </p>
      )}
      <p className="mt-3 max-w-prose wrap-anywhere">{handover.reason}</p>
      <p className="mt-1 max-w-prose">
        {standsAt === null
          ? "There is no version that works yet."
          : `The app stays at version ${standsAt.number}, the last one that works.`}
      </p>
      <HandoverActions handover={handover} />
      {failure !== null && (
        <Section title="What failed">
          <Failure failure={failure} />
        </Section>
      )}
      <Section title="What was tried">
        {rounds.length === 0 ? (
          <p className="mt-2 max-w-prose text-muted">
            Nothing: no repair is known for this failure, and no model was there to be asked.
          </p>
        ) : (
          <>
            <p className="mt-2 text-muted">
              {formatCount(rounds.length, "try", "tries")}
              {costUsd > 0 ? `, ${formatUsd(costUsd)} in all` : ", at no cost"}.
            </p>
            <ol className="mt-1">
              {rounds.map((round, index) => (
                // Rounds are never reordered, and two may be alike.
                // oxlint-disable-next-line react/no-array-index-key
                <RoundItem key={index} round={round} number={index + 1} durationMs={times[index] ?? null} />
              ))}
            </ol>
          </>
        )}
      </Section>
      {reproduction !== null && (
        <Section title="How to see it yourself">
          <ReproductionView reproduction={reproduction} />
        </Section>
      )}
    </article>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10">
      <h3 className="border-b border-line pb-2 font-[600]">{title}</h3>
      {children}
    </section>
  );
}

const stepNames: Readonly<Record<string, string>> = {
  install: "Installing the packages",
  types: "The check of types",
  lint: "The check of lint rules",
  build: "The build",
  test: "The app’s own tests",
  serve: "Starting the app",
  preview: "The running app",
  production: "Publishing",
};

function Failure({ failure }: { failure: NonNullable<Handover["failure"]> }) {
  const { where, category, kind, message, errors, causes } = failure;
  const more = (errors ?? causes.length) - causes.length;
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="wrap-anywhere">
          {stepNames[where] ?? `The step “${where}”`} failed
          {errors !== null && errors > 1 ? ` with ${formatCount(errors, "error")}` : ""}.
        </p>
        <Badge>
          {plain(category)}
          {kind === "other" ? "" : `: ${plain(kind)}`}
        </Badge>
      </div>
      {causes.length === 0 ? (
        <p className="mt-2 font-mono text-sm wrap-anywhere">{message}</p>
      ) : (
        <ul className="mt-3 flex flex-col gap-3">
          {causes.map((cause, index) => (
            // Two causes may read the same.
            // oxlint-disable-next-line react/no-array-index-key
            <Cause key={index} cause={cause} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className="mt-2 text-sm text-muted">And {formatCount(more, "further error")}; the console has them.</p>
      )}
    </>
  );
}

function Cause({ cause }: { cause: NonNullable<Handover["failure"]>["causes"][number] }) {
  const { code, message, tool, file, line } = cause;
  return (
    <li className="rounded-md border border-line p-3">
      <p className="font-mono text-sm wrap-anywhere">
        {code !== null && !message.startsWith(code) && <span className="text-muted">{code} </span>}
        {message}
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
        <span>{tool}</span>
        {file !== null && (
          <>
            <span className="font-mono wrap-anywhere">
              {file}
              {line !== null && `:${line}`}
            </span>
            <EditLink path={file} line={line} look="quiet" />
          </>
        )}
      </div>
    </li>
  );
}

const plain = (words: string): string => words.replace(/[_-]/g, " ");
