import { Badge } from "../../components/ui/badge.tsx";
import { tries } from "../../conversation/repair-account-item.tsx";
import type { Handover } from "../../lib/api-types.ts";
import { formatCount, formatDuration, formatUsd } from "../../lib/format.ts";
import { DiffView } from "../diff-view.tsx";

type Round = Handover["rounds"][number];

const sources: Record<NonNullable<Round["source"]>, string> = {
  cache: "a fix that worked before",
  similar: "a fix of a similar failure",
  rule: "a rule",
  model: "the model",
};

interface RoundItemProps {
  round: Round;
  number: number;
  /** Null where the log no longer says. */
  durationMs: number | null;
}

/** One try: what failed, what was done about it and by whom, what that changed, what it took. */
export function RoundItem({ round, number, durationMs }: RoundItemProps) {
  const { tried, source, what, where, message, errors, changes, more, costUsd } = round;
  const figures = [
    ...(durationMs === null ? [] : [formatDuration(durationMs)]),
    costUsd > 0 ? formatUsd(costUsd) : "no cost",
  ];
  return (
    <li className="border-b border-line py-4 last:border-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h4 className="font-[600]">
          {number}. {tries[tried]}
        </h4>
        {source !== null && <Badge>{sources[source]}</Badge>}
        <span className="ml-auto font-mono text-xs text-muted">{figures.join(" · ")}</span>
      </div>
      {what !== null && what !== "" && <p className="mt-1 max-w-prose wrap-anywhere">{what}</p>}
      <p className="mt-1 max-w-prose text-sm text-muted wrap-anywhere">
        Because {where} failed{errors !== null && errors > 1 ? ` with ${formatCount(errors, "error")}` : ""}: {message}
      </p>
      {changes.length > 0 && (
        <details className="mt-2">
          <summary className="w-fit cursor-pointer text-sm text-muted hover:text-ink">
            {more ? "What it changed, in part" : `${formatCount(changes.length, "file")} changed`}
          </summary>
          <div className="mt-2 flex flex-col gap-3">
            {changes.map((file) => (
              <DiffView key={file.path} file={file} />
            ))}
          </div>
        </details>
      )}
    </li>
  );
}
