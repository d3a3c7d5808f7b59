import { useState } from "react";
import { formatStopwatch } from "../../../shared/tools/clock.ts";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { readStored, store } from "../stored.ts";
import { ClockFace } from "./clock-face.tsx";
import { useNow } from "./use-now.ts";

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
      <PageHeader title="Stopwatch" description="Runs on when the page is left." />
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
            {isRunning ? "Stop" : elapsed > 0 ? "Continue" : "Start"}
          </Button>
          <Button
            disabled={!isRunning}
            onClick={() => change({ ...watch, laps: [...watch.laps, elapsedAt(Date.now())] })}
          >
            Lap
          </Button>
          <Button disabled={elapsed === 0} onClick={() => change(stopped)}>
            Reset
          </Button>
        </ClockFace>
        {watch.laps.length > 0 && (
          <Card title="Laps">
            <ol className="divide-y text-sm tabular-nums">
              {watch.laps.map((total, at) => (
                <li key={total} className="flex justify-between gap-4 px-5 py-2.5">
                  <span className="text-subtle">Lap {at + 1}</span>
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
