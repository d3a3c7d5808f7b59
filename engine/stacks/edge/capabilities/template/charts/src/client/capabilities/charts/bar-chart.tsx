import { useId } from "react";
import { choiceTone } from "../../../shared/choice-tone.ts";
import type { Bar } from "../../../shared/charts/charts.ts";
import type { Tone } from "../../../shared/model.ts";
import { words } from "./charts-words.ts";

interface BarChartProps {
  title: string;
  bars: readonly Bar[];
  format: (value: number) => string;
}

const fills: Readonly<Record<Tone, string>> = {
  info: "bg-info",
  success: "bg-success",
  warning: "bg-warning",
  danger: "bg-danger",
};

const fillOf = ({ label, value }: Bar): string => {
  const tone = value < 0 ? "danger" : choiceTone(label);
  return tone === undefined ? "bg-accent" : fills[tone];
};

/** Columns above a list of the same numbers, which those who do not see it can read too. */
export function BarChart({ title, bars, format }: BarChartProps) {
  const id = useId();
  const most = Math.max(1, ...bars.map(({ value }) => Math.abs(value)));
  return (
    <figure aria-labelledby={id} className="p-5">
      <figcaption id={id} className="text-sm font-semibold">
        {title}
      </figcaption>
      {bars.length === 0 ? (
        <p className="mt-3 text-sm text-subtle">{words.nothingYet}</p>
      ) : (
        <>
          <div aria-hidden="true" className="relative mt-5 h-48">
            <div className="absolute inset-0 flex flex-col justify-between">
              {[0, 1, 2, 3, 4].map((line) => (
                <span key={line} className="h-px bg-border" />
              ))}
            </div>
            <div className="absolute inset-0 flex items-end justify-around gap-1.5 px-2 sm:gap-3">
              {bars.map((bar) => (
                <div
                  key={bar.key}
                  title={`${bar.label}: ${format(bar.value)}`}
                  className={`min-h-0.5 max-w-16 flex-1 rounded-t-md ${fillOf(bar)}`}
                  style={{ height: `${(Math.abs(bar.value) / most) * 100}%` }}
                />
              ))}
            </div>
          </div>
          <dl className="mt-4 grid gap-x-8 gap-y-1.5 text-sm sm:grid-cols-2">
            {bars.map((bar) => (
              <div key={bar.key} className="flex items-baseline justify-between gap-3">
                <dt className="flex min-w-0 items-center gap-2 text-subtle">
                  <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${fillOf(bar)}`} />
                  <span className="min-w-0 truncate">{bar.label}</span>
                </dt>
                <dd className="font-medium tabular-nums">{format(bar.value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </figure>
  );
}
