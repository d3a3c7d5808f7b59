import { formatCount, inSentence } from "../../shared/format.ts";
import type { ApiRecord } from "../../shared/model.ts";
import { chosenMonth, dayOf, firstDayOfWeek, monthAfter, thisDay, weeksOf } from "../../shared/views.ts";
import { perLocale } from "../../shared/locale.ts";
import { say } from "../../shared/say.ts";
import { classNames } from "../class-names.ts";
import { may } from "../permissions.ts";
import { Icon } from "../components/icon.tsx";
import { Button } from "../components/ui/button.tsx";
import { Link } from "../routing/links.tsx";
import type { ViewProps } from "./view.ts";

const shownPerDay = 3;
const monthFormat = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }),
);
const dayFormat = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }),
);
const weekdayFormat = perLocale((locale) => new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }));
const timeFormat = perLocale((locale) => new Intl.DateTimeFormat(locale, { timeStyle: "short" }));
// The first of June 2025 was a Sunday.
const weekdays = Array.from({ length: 7 }, (_, at) =>
  weekdayFormat().format(Date.UTC(2025, 5, 1 + at + firstDayOfWeek)),
);

const dayLook = (isToday: boolean): string =>
  classNames(
    "mb-1 grid size-6 place-items-center rounded-full text-xs tabular-nums",
    isToday ? "bg-primary font-semibold text-on-primary" : "text-subtle",
  );

function Entry({ model, field, record }: Pick<ViewProps, "model" | "field"> & { record: ApiRecord }) {
  return (
    <Link
      to={`/${model.slug}/${record.id}`}
      className="block truncate rounded bg-accent-soft px-1.5 py-0.5 text-xs font-medium text-accent hover:underline"
    >
      {field.type === "dateTime" && `${timeFormat().format(new Date(String(record[field.key])))} `}
      {record._label}
    </Link>
  );
}

/** A month of days; on narrow screens the days that have something. */
export function CalendarView({ model, field, page, query, onChange }: ViewProps) {
  const month = chosenMonth(query);
  const today = thisDay();
  const byDay = new Map<string, ApiRecord[]>();
  for (const record of page.items) {
    const day = dayOf(field, record[field.key]);
    byDay.set(day, [...(byDay.get(day) ?? []), record]);
  }
  const go = (to: string): void => onChange({ "view.month": to });
  const tableLink = (day: string): string => {
    const next = new URLSearchParams([...query].filter(([name]) => !/^view(\.|$)/.test(name)));
    next.set(`${field.key}.from`, day);
    next.set(`${field.key}.to`, day);
    return `/${model.slug}?${next}`;
  };
  const newLink = (day: string): string =>
    `/${model.slug}/new?${new URLSearchParams({ [field.key]: field.type === "date" ? day : `${day}T09:00` })}`;
  const title = monthFormat().format(new Date(`${month}-01T00:00:00Z`));
  const busyDays = [...byDay.keys()].filter((day) => day.startsWith(month)).sort();

  return (
    <div>
      <div className="flex flex-wrap items-center gap-2 border-b px-4 py-3">
        <h2 className="mr-auto font-semibold" aria-live="polite">
          {title}
        </h2>
        <Button size="icon" aria-label={say.previousMonth} onClick={() => go(monthAfter(month, -1))}>
          <Icon name="left" className="size-4" />
        </Button>
        <Button size="small" disabled={today.startsWith(month)} onClick={() => go("")}>
          {say.today}
        </Button>
        <Button size="icon" aria-label={say.nextMonth} onClick={() => go(monthAfter(month, 1))}>
          <Icon name="right" className="size-4" />
        </Button>
      </div>
      <table className="hidden w-full table-fixed sm:table">
        <caption className="sr-only">
          {model.pluralLabel} by {inSentence(field.label)}, {title}
        </caption>
        <thead className="border-b text-xs text-subtle">
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col" className="px-2 py-2 text-left font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {weeksOf(month, firstDayOfWeek).map((week) => (
            <tr key={week[0]} className="divide-x">
              {week.map((day) => {
                const records = byDay.get(day) ?? [];
                return (
                  <td key={day} className={classNames("h-28 p-1.5 align-top", !day.startsWith(month) && "bg-muted/60")}>
                    {may(model, "create") ? (
                      <Link
                        to={newLink(day)}
                        aria-label={say.newOn(model, dayFormat().format(new Date(day)))}
                        className={`${dayLook(day === today)} hover:bg-accent-soft hover:text-accent`}
                      >
                        {Number(day.slice(8))}
                      </Link>
                    ) : (
                      <span className={dayLook(day === today)}>{Number(day.slice(8))}</span>
                    )}
                    <ul className="space-y-1">
                      {records.slice(0, shownPerDay).map((record) => (
                        <li key={record.id}>
                          <Entry model={model} field={field} record={record} />
                        </li>
                      ))}
                      {records.length > shownPerDay && (
                        <li>
                          <Link to={tableLink(day)} className="rounded px-1.5 text-xs text-subtle hover:underline">
                            {say.moreOnDay(records.length - shownPerDay)}
                          </Link>
                        </li>
                      )}
                    </ul>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="divide-y sm:hidden">
        {busyDays.map((day) => (
          <li key={day} className="px-4 py-3">
            <p className="mb-1.5 text-xs font-medium text-subtle">{dayFormat().format(new Date(day))}</p>
            <ul className="space-y-1.5">
              {byDay.get(day)?.map((record) => (
                <li key={record.id}>
                  <Entry model={model} field={field} record={record} />
                </li>
              ))}
            </ul>
          </li>
        ))}
        {busyDays.length === 0 && <li className="px-4 py-8 text-center text-sm text-subtle">Nothing in {title}.</li>}
      </ul>
      {page.total > page.items.length && (
        <p className="border-t px-5 py-3 text-sm text-subtle">
          The first {formatCount(page.items.length)} of {formatCount(page.total)} in these weeks.
        </p>
      )}
    </div>
  );
}
