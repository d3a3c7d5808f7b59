import { type FormEvent, useState } from "react";
import { formatDateTime } from "../../../shared/format.ts";
import { timeLeft } from "../../../shared/tools/clock.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Icon } from "../../components/icon.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { readStored, store } from "../stored.ts";
import { useNow } from "./use-now.ts";
import { words } from "./countdown-words.ts";

interface Countdown {
  title: string;
  /** ISO 8601. */
  at: string;
}

/** The next New Year, until there is something of one's own. */
const first = (): Countdown[] => [
  { title: words.newYear, at: new Date(new Date().getFullYear() + 1, 0, 1).toISOString() },
];

function Remaining({ countdown, now, onRemove }: { countdown: Countdown; now: number; onRemove: () => void }) {
  const milliseconds = new Date(countdown.at).getTime() - now;
  const left = timeLeft(milliseconds);
  return (
    <Card>
      <div className="flex items-start justify-between gap-3 px-5 pt-5">
        <div className="min-w-0">
          <h2 className="text-lg font-semibold break-words">{countdown.title}</h2>
          <p className="text-sm text-subtle">{formatDateTime(countdown.at)}</p>
        </div>
        <Button variant="ghost" size="icon" aria-label={words.remove(countdown.title)} onClick={onRemove}>
          <Icon name="close" className="size-4" />
        </Button>
      </div>
      {milliseconds <= 0 ? (
        <p className="px-5 py-8 text-2xl font-semibold text-accent">{words.isHere}</p>
      ) : (
        <div role="timer" className="p-5">
          <dl className="grid grid-cols-4 gap-2 text-center">
            {Object.entries(left).map(([unit, value]) => (
              <div key={unit} className="flex flex-col-reverse rounded-lg bg-muted px-1 py-3">
                <dt className="text-xs text-text">{unit}</dt>
                <dd className="text-2xl font-semibold tabular-nums sm:text-3xl">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </Card>
  );
}

export function Component() {
  const [countdowns, setCountdowns] = useState<Countdown[]>(() => readStored("tool-countdown", first()));
  const [title, setTitle] = useState("");
  const [at, setAt] = useState("");
  const [problem, setProblem] = useState("");
  const now = useNow(true, 1_000);
  const change = (next: Countdown[]): void => {
    setCountdowns(next);
    store("tool-countdown", next);
  };
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const time = new Date(at);
    if (title.trim() === "" || Number.isNaN(time.getTime())) return setProblem(words.enterAll);
    setProblem("");
    setTitle("");
    setAt("");
    change([...countdowns, { title: title.trim(), at: time.toISOString() }].sort((a, b) => a.at.localeCompare(b.at)));
  };
  return (
    <>
      <PageHeader title={words.countdown} description={words.lead} />
      <div className="grid gap-5 md:grid-cols-2">
        {countdowns.map((countdown) => (
          <Remaining
            key={`${countdown.title}-${countdown.at}`}
            countdown={countdown}
            now={now}
            onRemove={() => change(countdowns.filter((other) => other !== countdown))}
          />
        ))}
        <Card title={words.newCountdown}>
          <form onSubmit={add} noValidate className="space-y-4 p-5">
            <label className="block text-sm font-medium">
              {words.name}
              <input
                value={title}
                maxLength={80}
                onChange={(event) => setTitle(event.target.value)}
                className={`${controlLook} mt-1.5`}
              />
            </label>
            <label className="block text-sm font-medium">
              {words.dayAndTime}
              <input
                type="datetime-local"
                value={at}
                onChange={(event) => setAt(event.target.value)}
                className={`${controlLook} mt-1.5`}
              />
            </label>
            {problem && (
              <p role="alert" className="text-sm text-danger">
                {problem}
              </p>
            )}
            <Button type="submit" variant="primary">
              {words.startCountdown}
            </Button>
          </form>
        </Card>
      </div>
    </>
  );
}
