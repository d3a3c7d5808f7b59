import { useEffect, useState } from "react";

/** The current time, read again every `every` milliseconds while `isRunning`. */
export function useNow(isRunning: boolean, every: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [isRunning, every]);
  return now;
}
