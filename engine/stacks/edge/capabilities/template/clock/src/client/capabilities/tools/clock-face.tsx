import type { ReactNode } from "react";
import { Card } from "../../components/ui/card.tsx";

/** The time in large figures, its buttons below. `progress` from 0 to 1. */
export function ClockFace({
  time,
  note,
  progress,
  children,
}: {
  time: string;
  note?: string;
  progress?: number;
  children: ReactNode;
}) {
  return (
    <Card className="overflow-hidden">
      {progress !== undefined && (
        <div aria-hidden="true" className="h-1.5 bg-muted">
          <div className="h-full bg-primary" style={{ width: `${Math.round(Math.min(1, progress) * 1_000) / 10}%` }} />
        </div>
      )}
      <div className="px-5 py-10 text-center">
        <p role="timer" className="text-6xl font-semibold tracking-tight tabular-nums sm:text-7xl">
          {time}
        </p>
        <p aria-live="polite" className="mt-3 min-h-6 font-medium text-accent">
          {note}
        </p>
        <div className="mt-6 flex flex-wrap justify-center gap-3">{children}</div>
      </div>
    </Card>
  );
}
