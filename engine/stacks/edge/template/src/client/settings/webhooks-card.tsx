import { type FormEvent, useId, useState } from "react";
import { modelOf } from "../../shared/lookup.ts";
import { say } from "../../shared/say.ts";
import { RequestError } from "../api.ts";
import { controlLook } from "../components/fields/control.ts";
import { Badge } from "../components/ui/badge.tsx";
import { Button } from "../components/ui/button.tsx";
import { Card } from "../components/ui/card.tsx";
import { Time } from "../components/ui/time.tsx";
import { useRevalidator } from "../routing/pages.tsx";
import { type Delivery, type Webhook, webhooksApi } from "./webhooks-api.ts";
import { words } from "./words.ts";

export interface Webhooks {
  items: readonly Webhook[];
  events: readonly string[];
  deliveries: readonly Delivery[];
}

const tones = { waiting: "warning", delivered: "success", failed: "danger" } as const;

function nameOf(event: string): string {
  const [key = "", verb = ""] = event.split(".");
  if (key === "*") return words.everything;
  if (verb === "") return event;
  const { label } = modelOf(key);
  return {
    "*": words.allOf(label),
    created: words.created(label),
    updated: words.updated(label),
    deleted: words.deleted(label),
    restored: words.restored(label),
  }[verb] ?? event;
}

function NewWebhook({ events, onDone }: { events: readonly string[]; onDone: (secret: string) => Promise<void> }) {
  const id = useId();
  const [url, setUrl] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>(["*"]);
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem("");
    try {
      const { secret } = await webhooksApi.create(url, chosen);
      setUrl("");
      await onDone(secret);
    } catch (failure) {
      setProblem(failure instanceof RequestError ? failure.message : say.failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void add(event)} className="grid gap-4 border-t px-5 py-4 sm:grid-cols-2">
      <div>
        <label htmlFor={`${id}-url`} className="mb-1.5 block text-sm font-medium">
          {words.address}
        </label>
        <input
          id={`${id}-url`}
          type="url"
          required
          value={url}
          placeholder="https://"
          onChange={(event) => setUrl(event.target.value)}
          aria-invalid={problem !== ""}
          aria-describedby={problem === "" ? undefined : `${id}-problem`}
          className={controlLook}
        />
        {problem && (
          <p id={`${id}-problem`} role="alert" className="mt-1.5 text-sm text-danger">
            {problem}
          </p>
        )}
      </div>
      <div>
        <label htmlFor={`${id}-events`} className="mb-1.5 block text-sm font-medium">
          {words.events}
        </label>
        <select
          id={`${id}-events`}
          multiple
          required
          value={[...chosen]}
          onChange={(event) => setChosen([...event.target.selectedOptions].map((option) => option.value))}
          aria-describedby={`${id}-hint`}
          className={`${controlLook} h-32 bg-none py-1.5`}
        >
          {events.map((event) => (
            <option key={event} value={event}>
              {nameOf(event)}
            </option>
          ))}
        </select>
        <p id={`${id}-hint`} className="mt-1.5 text-xs text-subtle">
          {words.eventsHint}
        </p>
      </div>
      <div className="sm:col-span-2">
        <Button type="submit" variant="primary" disabled={isBusy}>
          {words.add}
        </Button>
      </div>
    </form>
  );
}

/** Addresses that are told about changes, and what became of each message. */
export function WebhooksCard({ items, events, deliveries }: Webhooks) {
  const { revalidate } = useRevalidator();
  const [secret, setSecret] = useState("");
  const [problem, setProblem] = useState("");
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setProblem("");
    try {
      await work();
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : say.failed);
    }
    await revalidate();
  };
  return (
    <>
      <Card title={words.webhooks}>
        <p className="px-5 py-4 text-sm text-subtle">{words.webhooksHint}</p>
        {problem && (
          <p role="alert" className="border-t bg-danger-soft px-5 py-3 text-sm text-danger">
            {problem}
          </p>
        )}
        {secret && (
          <div role="status" className="border-t bg-accent-soft px-5 py-3 text-sm">
            <p>{words.secret}</p>
            <code className="mt-1 block font-semibold break-all">{secret}</code>
          </div>
        )}
        <ul className="divide-y border-t">
          {items.length === 0 && <li className="px-5 py-4 text-sm text-subtle">{words.noWebhooks}</li>}
          {items.map((webhook) => (
            <li key={webhook.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3.5">
              <div className="min-w-0 flex-1 basis-56">
                <p className="flex flex-wrap items-center gap-2 text-sm font-medium break-all">
                  {webhook.url}
                  {!webhook.isOn && <Badge>{words.isOff}</Badge>}
                </p>
                <p className="mt-0.5 text-xs text-subtle">{webhook.events.map(nameOf).join(", ")}</p>
              </div>
              <div className="flex flex-wrap gap-2">
                <Button size="small" onClick={() => void run(() => webhooksApi.test(webhook.id))}>
                  {words.test}
                </Button>
                <Button
                  size="small"
                  onClick={() => void run(() => webhooksApi.change(webhook.id, { isOn: !webhook.isOn }))}
                >
                  {webhook.isOn ? words.switchOff : words.switchOn}
                </Button>
                <Button size="small" variant="ghost" onClick={() => void run(() => webhooksApi.remove(webhook.id))}>
                  {say.remove}
                </Button>
              </div>
            </li>
          ))}
        </ul>
        <NewWebhook
          events={events}
          onDone={async (shown) => {
            setSecret(shown);
            await revalidate();
          }}
        />
      </Card>
      {(items.length > 0 || deliveries.length > 0) && (
        <Card title={words.deliveries}>
          <ul className="divide-y">
            {deliveries.length === 0 && <li className="px-5 py-4 text-sm text-subtle">{words.noDeliveries}</li>}
            {deliveries.map((delivery) => (
              <li key={delivery.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 text-sm">
                <Badge tone={tones[delivery.status]}>{words[delivery.status]}</Badge>
                <span className="min-w-0 flex-1 basis-48">
                  <span className="font-medium">{nameOf(delivery.event)}</span>
                  <span className="block text-xs text-subtle">
                    <Time value={delivery.createdAt} />
                    {` · ${words.attempts(delivery.attempts)}`}
                    {delivery.problem && ` · ${delivery.problem}`}
                  </span>
                </span>
                {delivery.status !== "delivered" && (
                  <Button size="small" onClick={() => void run(() => webhooksApi.retry(delivery.id))}>
                    {words.retry}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
