import { useEffect, useState } from "react";

/** The time in ms since 1970, renewed every `interval` ms while `active`. */
export function useNow(active: boolean, interval: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!active) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), interval);
    return () => clearInterval(timer);
  }, [active, interval]);
  return now;
}
