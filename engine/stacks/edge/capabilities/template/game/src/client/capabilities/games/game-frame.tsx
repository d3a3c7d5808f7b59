import type { ReactNode } from "react";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import type { BestScore } from "./best-scores.ts";
import { words } from "./game-words.ts";

/** Title, rules, the board, and the best scores beside it. */
export function GameFrame({
  title,
  rules,
  facts,
  status,
  best,
  scoreName,
  actions,
  children,
}: {
  title: string;
  rules: string;
  facts: readonly { label: string; value: string | number }[];
  /** Said to screen readers as it changes. */
  status: string;
  best: readonly BestScore[];
  scoreName: string;
  actions: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <PageHeader title={title} description={rules} actions={actions} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_16rem]">
        <Card>
          <dl className="flex flex-wrap gap-x-8 gap-y-2 border-b px-5 py-3.5">
            {facts.map((fact) => (
              <div key={fact.label} className="flex items-baseline gap-2">
                <dt className="text-sm text-subtle">{fact.label}</dt>
                <dd className="text-lg font-semibold tabular-nums">{fact.value}</dd>
              </div>
            ))}
          </dl>
          <div className="mx-auto max-w-md p-4 sm:p-6">{children}</div>
          <p role="status" className="min-h-12 border-t px-5 py-3 text-center font-medium text-accent">
            {status}
          </p>
        </Card>
        <Card title={words.bestScores}>
          {best.length === 0 ? (
            <p className="px-5 py-4 text-sm text-subtle">{words.noneYet}</p>
          ) : (
            <ol className="divide-y text-sm">
              {best.map((entry, at) => (
                <li key={entry.at} className="flex justify-between gap-3 px-5 py-2.5">
                  <span className="text-subtle">{at + 1}.</span>
                  <span className="flex-1 font-medium tabular-nums">
                    {entry.score} {scoreName}
                  </span>
                  <time dateTime={entry.at} className="text-subtle">
                    {entry.at.slice(0, 10)}
                  </time>
                </li>
              ))}
            </ol>
          )}
        </Card>
      </div>
    </>
  );
}
