import { useEffect, useRef, useState } from "react";
import { formatClock } from "../../../shared/tools/clock.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Button } from "../../components/ui/button.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { beep } from "./beep.ts";
import { ClockFace } from "./clock-face.tsx";
import { useNow } from "./use-now.ts";
import { words } from "./timer-words.ts";

const quick = [1, 5, 10, 25];
const longest = 24 * 60;

export function Component() {
  const [minutes, setMinutes] = useState("5");
  const [total, setTotal] = useState(300_000);
  // While it runs: when it ends. While it waits: what is left.
  const [endsAt, setEndsAt] = useState<number | null>(null);
  const [left, setLeft] = useState(300_000);
  const now = useNow(endsAt !== null, 200);
  const remaining = endsAt === null ? left : Math.max(0, endsAt - now);
  const isOver = remaining === 0;
  const rang = useRef(false);
  useEffect(() => {
    if (isOver && !rang.current) beep();
    rang.current = isOver;
  }, [isOver]);

  const isWrong = !(Number(minutes) > 0 && Number(minutes) <= longest);
  const set = (wished: string): void => {
    setMinutes(wished);
    const milliseconds = Math.round(Number(wished) * 60_000);
    if (!(milliseconds > 0 && milliseconds <= longest * 60_000)) return;
    setTotal(milliseconds);
    setLeft(milliseconds);
    setEndsAt(null);
  };
  return (
    <>
      <PageHeader title={words.timer} description={words.lead} />
      <div className="space-y-5">
        <ClockFace
          time={formatClock(remaining, true)}
          note={isOver ? words.isUp : ""}
          progress={1 - remaining / total}
        >
          {endsAt === null || isOver ? (
            <Button
              variant="primary"
              disabled={isWrong}
              onClick={() => setEndsAt(Date.now() + (isOver ? total : left))}
            >
              {isOver ? words.again : left < total ? words.goOn : words.start}
            </Button>
          ) : (
            <Button
              variant="primary"
              onClick={() => {
                setLeft(Math.max(0, endsAt - Date.now()));
                setEndsAt(null);
              }}
            >
              {words.pause}
            </Button>
          )}
          <Button
            onClick={() => {
              setLeft(total);
              setEndsAt(null);
            }}
          >
            {words.reset}
          </Button>
        </ClockFace>
        <div className="flex flex-wrap items-end justify-center gap-3">
          <label className="text-sm font-medium">
            {words.minutes}
            <input
              inputMode="decimal"
              value={minutes}
              aria-invalid={isWrong}
              onChange={(event) => set(event.target.value)}
              className={`${controlLook} mt-1.5 max-w-28`}
            />
          </label>
          {quick.map((wished) => (
            <Button key={wished} onClick={() => set(String(wished))}>
              {words.minutesOf(wished)}
            </Button>
          ))}
        </div>
      </div>
    </>
  );
}
