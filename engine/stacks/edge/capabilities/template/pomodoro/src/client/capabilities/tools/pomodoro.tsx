import { useEffect, useState } from "react";
import { formatClock } from "../../../shared/tools/clock.ts";
import { type Lengths, nextPhase, type Phase, usualLengths } from "../../../shared/tools/pomodoro.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { readStored, store } from "../stored.ts";
import { beep } from "./beep.ts";
import { ClockFace } from "./clock-face.tsx";
import { useNow } from "./use-now.ts";
import { words } from "./pomodoro-words.ts";

const phaseNames: Readonly<Record<Phase, string>> = { work: words.focus, break: words.shortBreak, longBreak: words.longBreak };
const phases: readonly Phase[] = ["work", "break", "longBreak"];

export function Component() {
  const [lengths, setLengths] = useState<Lengths>(() => readStored("tool-pomodoro", usualLengths));
  const [phase, setPhase] = useState<Phase>("work");
  const [done, setDone] = useState(0);
  const [endsAt, setEndsAt] = useState<number | null>(null);
  // What is left while it waits; null for all of it.
  const [waiting, setWaiting] = useState<number | null>(null);
  const now = useNow(endsAt !== null, 200);
  const total = lengths[phase] * 60_000;
  const remaining = endsAt === null ? (waiting ?? total) : Math.max(0, endsAt - now);

  const go = (next: Phase): void => {
    setPhase(next);
    setEndsAt(null);
    setWaiting(null);
  };
  const finish = (): void => {
    const finished = phase === "work" ? done + 1 : done;
    setDone(finished);
    go(nextPhase(phase, finished));
  };
  const isOver = endsAt !== null && remaining === 0;
  useEffect(() => {
    if (!isOver) return;
    beep();
    finish();
    // Once for each end: `finish` changes with every render.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isOver]);

  return (
    <>
      <PageHeader title={words.pomodoroTimer} description={words.lead} />
      <div className="space-y-5">
        <ClockFace time={formatClock(remaining, true)} note={phaseNames[phase]} progress={1 - remaining / total}>
          <Button
            variant="primary"
            onClick={() => {
              if (endsAt === null) setEndsAt(Date.now() + remaining);
              else {
                setWaiting(Math.max(0, endsAt - Date.now()));
                setEndsAt(null);
              }
            }}
          >
            {endsAt !== null ? words.pause : waiting === null ? words.start : words.goOn}
          </Button>
          <Button onClick={() => go(phase)}>{words.reset}</Button>
          <Button onClick={finish}>{words.skip}</Button>
        </ClockFace>
        <Card title={words.focusDone(done)}>
          <div className="grid gap-4 p-5 sm:grid-cols-3">
            {phases.map((name) => (
              <label key={name} className="text-sm font-medium">
                {phaseNames[name]}{words.inMinutes}
                <input
                  type="number"
                  min={1}
                  max={180}
                  value={lengths[name]}
                  onChange={(event) => {
                    const minutes = Math.min(180, Math.max(1, Math.round(Number(event.target.value)) || 1));
                    const next = { ...lengths, [name]: minutes };
                    setLengths(next);
                    store("tool-pomodoro", next);
                    if (name === phase) go(phase);
                  }}
                  className={`${controlLook} mt-1.5`}
                />
              </label>
            ))}
          </div>
        </Card>
      </div>
    </>
  );
}
