"use client";

import { formatDateTime } from "../../shared/format.ts";
import { useHydrated } from "../use-hydrated.ts";

/** An instant in the zone of whoever looks. The server does not know it, so the browser writes it. */
export function Time({ value }: { value: string }) {
  const isHydrated = useHydrated();
  return (
    <time dateTime={value} className="whitespace-nowrap">
      {isHydrated ? formatDateTime(value) : value.slice(0, 16).replace("T", " ")}
    </time>
  );
}
