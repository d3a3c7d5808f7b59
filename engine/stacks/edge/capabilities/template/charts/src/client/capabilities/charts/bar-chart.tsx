import { useId } from "react";
import type { Bar } from "../../../shared/charts/charts.ts";
import { words } from "./charts-words.ts";

interface BarChartProps {
  title: string;
  bars: readonly Bar[];
  format: (value: number) => string;
}

const [width, height, gap] = [480, 160, 8];
/** A lone column does not fill the whole picture. */
const fewest = 6;

/** Columns above a list of the same numbers, which those who do not see it can read too. */
export function BarChart({ title, bars, format }: BarChartProps) {
  const id = useId();
  const most = Math.max(1, ...bars.map(({ value }) => Math.abs(value)));
  const step = width / Math.max(fewest, bars.length);
  return (
    <figure aria-labelledby={id} className="p-5">
      <figcaption id={id} className="text-sm font-semibold">
        {title}
      </figcaption>
      {bars.length === 0 ? (
        <p className="mt-3 text-sm text-subtle">{words.nothingYet}</p>
      ) : (
        <>
          <svg
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            aria-hidden="true"
            className="mt-4 block h-40 w-full"
          >
            {bars.map(({ key, label, value }, at) => {
              const tall = Math.max(2, (Math.abs(value) / most) * height);
              return (
                <rect
                  key={key}
                  x={at * step + gap / 2}
                  y={height - tall}
                  width={Math.max(1, step - gap)}
                  height={tall}
                  rx={3}
                  className={value < 0 ? "fill-danger" : "fill-accent"}
                >
                  <title>{`${label}: ${format(value)}`}</title>
                </rect>
              );
            })}
          </svg>
          <dl className="mt-4 grid gap-x-8 gap-y-1.5 text-sm sm:grid-cols-2">
            {bars.map(({ key, label, value }) => (
              <div key={key} className="flex justify-between gap-3">
                <dt className="min-w-0 truncate text-subtle">{label}</dt>
                <dd className="font-medium tabular-nums">{format(value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </figure>
  );
}
