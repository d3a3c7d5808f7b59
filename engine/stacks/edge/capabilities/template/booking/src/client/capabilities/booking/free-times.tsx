import { useEffect, useState } from "react";
import { locale } from "../../../shared/app.ts";
import { bookingSettings as settings } from "../../../shared/booking/settings.ts";
import { overlap, type Span } from "../../../shared/booking/span.ts";
import { inSentence } from "../../../shared/format.ts";
import { fieldOf, modelOf } from "../../../shared/lookup.ts";
import type { RecordLabel } from "../../../shared/model.ts";
import { api } from "../../api.ts";
import { controlLook } from "../../components/fields/control.ts";
import { ReferencePicker } from "../../components/fields/reference-picker.tsx";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Link } from "../../routing/links.tsx";
import { words } from "./words.ts";

const model = modelOf(settings.model);
const resourceField = settings.resource === undefined ? undefined : fieldOf(model, settings.resource);
const resourceModel = resourceField?.reference && modelOf(resourceField.reference.model);

const day = 86_400_000;
const shownDays = 28;
const { opens, closes } = settings;

interface Slot extends Span {
  readonly label: string;
  /** What the form gets as the start. */
  readonly value: string;
}

const timeFormat = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" });
const dayFormat = new Intl.DateTimeFormat(locale, { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" });

/** Days from the chosen one on, or the times of the chosen day. */
function slotsFrom(date: string, minutes: number): Slot[] {
  if (settings.wholeDays) {
    const first = Date.parse(date);
    return Array.from({ length: shownDays }, (_, at) => {
      const start = first + at * day;
      return { start, end: start + day, label: dayFormat.format(start), value: new Date(start).toISOString().slice(0, 10) };
    });
  }
  const first = new Date(`${date}T00:00`).setHours(0, opens);
  const count = Math.floor((closes - opens) / minutes);
  return Array.from({ length: count }, (_, at) => {
    const start = first + at * minutes * 60_000;
    return { start, end: start + minutes * 60_000, label: timeFormat.format(start), value: new Date(start).toISOString() };
  });
}

function localToday(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function useTaken(slots: readonly Slot[], resource: string): readonly Span[] | null | string {
  const [state, setState] = useState<readonly Span[] | null | string>(null);
  const [from, to] = [slots[0]?.start, slots.at(-1)?.end];
  useEffect(() => {
    if (from === undefined || to === undefined) return;
    const abort = new AbortController();
    const query = new URLSearchParams({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      resource,
    });
    const load = async (): Promise<void> => {
      try {
        const response = await fetch(`/api/${settings.slug}?${query}`, { signal: abort.signal });
        if (!response.ok) throw new Error(words.serverAnswered(response.status));
        const { taken } = (await response.json()) as { taken: { start: string; end: string }[] };
        setState(taken.map((span) => ({ start: Date.parse(span.start), end: Date.parse(span.end) })));
      } catch (error) {
        if (!abort.signal.aborted) setState(error instanceof Error ? error.message : words.notLoaded);
      }
    };
    void load();
    return () => abort.abort();
  }, [from, to, resource]);
  return state;
}

export function Component() {
  const [resource, setResource] = useState<RecordLabel | null>(null);
  const [date, setDate] = useState(localToday);
  const [minutes, setMinutes] = useState(60);
  const [now] = useState(() => Date.now());
  useEffect(() => {
    if (!resourceModel) return;
    const abort = new AbortController();
    // Something free to look at beats an empty page; without it people choose by themselves.
    api.options(resourceModel, "", abort.signal).then(
      ({ items }) => setResource((chosen) => chosen ?? items[0] ?? null),
      () => undefined,
    );
    return () => abort.abort();
  }, []);
  const isReady = resourceModel === undefined || resource !== null;
  const slots = Number.isNaN(Date.parse(date)) ? [] : slotsFrom(date, minutes);
  const taken = useTaken(slots, resource?.id ?? "");
  const linkTo = (slot: Slot): string => {
    const query = new URLSearchParams({ [settings.start]: slot.value });
    if (settings.end !== undefined && !settings.wholeDays) query.set(settings.end, new Date(slot.end).toISOString());
    if (settings.resource !== undefined && resource) query.set(settings.resource, resource.id);
    return `/${model.slug}/new?${query}`;
  };
  const free = Array.isArray(taken) ? slots.filter((slot) => !taken.some((span: Span) => overlap(span, slot))) : [];
  return (
    <>
      <PageHeader title={words.freeTimes} description={words.lead(inSentence(model.label))} />
      <Card>
        <div className="grid gap-4 border-b p-5 sm:grid-cols-3">
          {resourceModel && resourceField && (
            <div>
              <label htmlFor="free-resource" className="mb-1.5 block text-sm font-medium">
                {resourceField.label}
              </label>
              <ReferencePicker
                id="free-resource"
                target={resourceModel}
                chosen={resource?.label ?? ""}
                onChoose={setResource}
              />
            </div>
          )}
          <label className="text-sm font-medium">
            {settings.wholeDays ? words.from : words.day}
            <input
              type="date"
              value={date}
              onChange={(event) => setDate(event.target.value)}
              className={`${controlLook} mt-1.5`}
            />
          </label>
          {!settings.wholeDays && (
            <label className="text-sm font-medium">
              {words.length}
              <select
                value={minutes}
                onChange={(event) => setMinutes(Number(event.target.value))}
                className={`${controlLook} mt-1.5`}
              >
                {[15, 30, 45, 60, 90, 120].map((length) => (
                  <option key={length} value={length}>
                    {words.minutes(length)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        <div className="p-5">
          <p role="status" className="mb-4 text-sm text-subtle">
            {typeof taken === "string"
              ? taken
              : isReady && taken
                ? words.areFree(free.length, slots.length, settings.wholeDays)
                : words.chooseFirst(inSentence(resourceField?.label ?? "day"))}
          </p>
          {isReady && Array.isArray(taken) && (
            <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-6">
              {slots.map((slot) => {
                const isFree = free.includes(slot) && slot.end > now;
                return (
                  <li key={slot.start}>
                    {isFree ? (
                      <Link
                        to={linkTo(slot)}
                        className="block rounded-lg border border-control/60 bg-surface px-3 py-2.5 text-center text-sm font-medium hover:bg-accent-soft"
                      >
                        {slot.label}
                        <span className="sr-only">{words.bookIt}</span>
                      </Link>
                    ) : (
                      <span className="block rounded-lg bg-muted px-3 py-2.5 text-center text-sm text-text">
                        <s>{slot.label}</s>
                        <span className="sr-only">{free.includes(slot) ? ", over" : ", taken"}</span>
                      </span>
                    )}
                  </li>
                );
              })}
            </ul>
          )}
        </div>
      </Card>
    </>
  );
}
