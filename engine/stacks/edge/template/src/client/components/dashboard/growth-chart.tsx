import { useId } from "react";
import { formatCount } from "../../../shared/format.ts";
import { perLocale } from "../../../shared/locale.ts";
import { modelOf } from "../../../shared/lookup.ts";
import type { Dashboard } from "../../../shared/model.ts";
import { say } from "../../../shared/say.ts";

const weekFormat = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" }),
);

const name = (start: string): string => weekFormat().format(new Date(start));

/** Neighbours of the theme's colour, each paler than the one before: a theme without a hue has only that. */
const colours = [
  "var(--accent)",
  "color-mix(in oklab, oklch(from var(--accent) l c calc(h + 40)) 72%, var(--surface))",
  "color-mix(in oklab, oklch(from var(--accent) l c calc(h - 50)) 50%, var(--surface))",
  "color-mix(in oklab, oklch(from var(--accent) l c calc(h + 90)) 32%, var(--surface))",
];

const lines = 4;

/** The least number from `most` up that the lines divide evenly. */
const topOf = (most: number): number => Math.max(lines, Math.ceil(most / lines) * lines);

/** A column a week, of what each model gained. The same numbers stand in a table for those who hear the page. */
export function GrowthChart({ trends }: Pick<Dashboard, "trends">) {
  const id = useId();
  const series = trends.map(({ model, weeks }, at) => ({
    key: model,
    title: modelOf(model).pluralLabel,
    colour: colours[at % colours.length] ?? "var(--accent)",
    weeks,
    total: weeks.reduce((sum, { count }) => sum + count, 0),
  }));
  const weeks = series[0]?.weeks ?? [];
  const sums = weeks.map((_, at) => series.reduce((sum, each) => sum + (each.weeks[at]?.count ?? 0), 0));
  const top = topOf(Math.max(0, ...sums));
  return (
    <figure aria-labelledby={id} className="flex h-full flex-col p-5">
      <figcaption id={id} className="sr-only">
        {say.newEachWeek}
      </figcaption>
      <ul aria-hidden="true" className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
        {series.map(({ key, title, colour, total }) => (
          <li key={key} className="flex min-w-0 items-center gap-2">
            <span className="size-2.5 shrink-0 rounded-full" style={{ backgroundColor: colour }} />
            <span className="min-w-0 truncate">{title}</span>
            <span className="text-subtle tabular-nums">{formatCount(total)}</span>
          </li>
        ))}
      </ul>
      <div aria-hidden="true" className="relative mt-5 min-h-44 flex-1">
        <div className="absolute inset-0 flex flex-col justify-between">
          {Array.from({ length: lines + 1 }, (_, at) => (
            <span key={at} className="flex h-0 items-center gap-2 text-xs text-subtle tabular-nums">
              <span className="w-7 shrink-0 text-right">{formatCount(top - (top / lines) * at)}</span>
              <span className="h-px flex-1 bg-border" />
            </span>
          ))}
        </div>
        <div className="absolute inset-y-0 right-0 left-9 flex items-end gap-1 px-1 sm:gap-2">
          {weeks.map(({ start }, at) => (
            <div
              key={start}
              title={`${name(start)}: ${formatCount(sums[at] ?? 0)}`}
              className="flex max-w-12 flex-1 flex-col-reverse overflow-hidden rounded-t-sm not-first:ml-auto"
              style={{ height: `${((sums[at] ?? 0) / top) * 100}%` }}
            >
              {series.map(({ key, colour, weeks: own }) => (
                <span key={key} style={{ backgroundColor: colour, flexGrow: own[at]?.count ?? 0 }} />
              ))}
            </div>
          ))}
        </div>
      </div>
      <p aria-hidden="true" className="mt-3 flex justify-between pl-9 text-xs text-subtle">
        <span>{weeks[0] && name(weeks[0].start)}</span>
        <span>{say.thisWeek}</span>
      </p>
      {/* A table of its own would be as wide as its columns, seen or not. */}
      <div className="sr-only">
        <table>
          <caption>{say.newEachWeek}</caption>
          <thead>
            <tr>
              <th scope="col">{say.weekFrom}</th>
              {series.map(({ key, title }) => (
                <th key={key} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ start }, at) => (
              <tr key={start}>
                <th scope="row">{name(start)}</th>
                {series.map(({ key, weeks: own }) => (
                  <td key={key}>{formatCount(own[at]?.count ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
