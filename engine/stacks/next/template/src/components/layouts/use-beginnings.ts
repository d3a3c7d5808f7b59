"use client";

import { useEffect, useState } from "react";
import { beginnings } from "./slots.ts";

/** What has to be known before anything personal is shown, such as who is signed in. Loaded once, while the app runs. */
let begun: Promise<unknown> | undefined;

export function useBeginnings(): boolean {
  const [isReady, setReady] = useState(beginnings.length === 0);
  useEffect(() => {
    begun ??= Promise.all(beginnings.map((begin) => begin()));
    void begun.finally(() => setReady(true));
  }, []);
  return isReady;
}
