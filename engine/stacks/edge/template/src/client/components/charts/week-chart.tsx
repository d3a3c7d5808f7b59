import { useId } from "react";
import { formatCount } from "../../../shared/format.ts";
import { perLocale } from "../../../shared/locale.ts";
import { say } from "../../../shared/say.ts";

const weekFormat = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" }),
);

const name = (start: string): string => weekFormat().format(new Date(start));

const width = 240;
const height = 56;
const gap = 4;

interface WeekChartProps {
  title: string;
  weeks: readonly { start: string; count: number }[];
}

/** A bar a week. The same numbers stand in a table for those who hear the page. */
export function WeekChart({ title, weeks }: WeekChartProps) {
  const id = useId();
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  const step = width / weeks.length;
  const total = weeks.reduce((sum, { count }) => sum + count, 0);
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id} className="flex justify-between gap-3 text-sm">
        <span className="min-w-0 truncate font-medium">{title}</span>
        <span className="text-subtle tabular-nums">{formatCount(total)}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="mt-2 block h-14 w-full"
      >
        {weeks.map(({ start, count }, at) => {
          // An empty week keeps a line, so that the row of weeks can be read.
          const tall = count === 0 ? 2 : Math.max(4, (count / most) * height);
          return (
            <rect
              key={start}
              x={at * step + gap / 2}
              y={height - tall}
              width={step - gap}
              height={tall}
              rx={2}
              className={count === 0 ? "fill-border" : "fill-accent"}
            >
              <title>{`${name(start)}: ${formatCount(count)}`}</title>
            </rect>
          );
        })}
      </svg>
      <p aria-hidden="true" className="mt-1 flex justify-between text-xs text-subtle">
        <span>{weeks[0] && name(weeks[0].start)}</span>
        <span>{say.thisWeek}</span>
      </p>
      <table className="sr-only">
        <caption>{say.newByWeek(title)}</caption>
        <thead>
          <tr>
            <th scope="col">{say.weekFrom}</th>
            <th scope="col">{say.new}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ start, count }) => (
            <tr key={start}>
              <th scope="row">{name(start)}</th>
              <td>{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
