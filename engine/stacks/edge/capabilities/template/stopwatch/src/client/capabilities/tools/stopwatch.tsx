import { useState } from "react";
import { formatStopwatch } from "../../../shared/tools/clock.ts";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { readStored, store } from "../stored.ts";
import { ClockFace } from "./clock-face.tsx";
import { useNow } from "./use-now.ts";
import { words } from "./stopwatch-words.ts";

interface Stopwatch {
  /** When it was started, if it runs; what ran before is in `before`. */
  startedAt: number | null;
  before: number;
  /** Total time at each lap, oldest first. */
  laps: number[];
}

const stopped: Stopwatch = { startedAt: null, before: 0, laps: [] };

export function Component() {
  const [watch, setWatch] = useState<Stopwatch>(() => readStored("tool-stopwatch", stopped));
  const isRunning = watch.startedAt !== null;
  const now = useNow(isRunning, 50);
  const elapsedAt = (time: number): number =>
    watch.before + (watch.startedAt === null ? 0 : Math.max(0, time - watch.startedAt));
  const change = (next: Stopwatch): void => {
    setWatch(next);
    store("tool-stopwatch", next);
  };
  const elapsed = elapsedAt(now);
  return (
    <>
      <PageHeader title={words.stopwatch} description={words.lead} />
      <div className="space-y-5">
        <ClockFace time={formatStopwatch(elapsed)}>
          <Button
            variant="primary"
            onClick={() =>
              change(
                isRunning
                  ? { ...watch, startedAt: null, before: elapsedAt(Date.now()) }
                  : { ...watch, startedAt: Date.now() },
              )
            }
          >
            {isRunning ? words.stop : elapsed > 0 ? words.goOn : words.start}
          </Button>
          <Button
            disabled={!isRunning}
            onClick={() => change({ ...watch, laps: [...watch.laps, elapsedAt(Date.now())] })}
          >
            {words.lap}
          </Button>
          <Button disabled={elapsed === 0} onClick={() => change(stopped)}>
            {words.reset}
          </Button>
        </ClockFace>
        {watch.laps.length > 0 && (
          <Card title={words.laps}>
            <ol className="divide-y text-sm tabular-nums">
              {watch.laps.map((total, at) => (
                <li key={total} className="flex justify-between gap-4 px-5 py-2.5">
                  <span className="text-subtle">{words.lapOf(at + 1)}</span>
                  <span className="font-medium">{formatStopwatch(total - (watch.laps[at - 1] ?? 0))}</span>
                  <span className="text-subtle">{formatStopwatch(total)}</span>
                </li>
              ))}
            </ol>
          </Card>
        )}
      </div>
    </>
  );
}
