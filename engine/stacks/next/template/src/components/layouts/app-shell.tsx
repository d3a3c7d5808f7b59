"use client";

import { type ReactNode, useEffect, useState } from "react";
import { NavigationRoot } from "../navigation.tsx";
import { Layout } from "./layout.tsx";
import { basename, beginnings } from "./slots.ts";

/** What has to be known before anything is shown, such as who is signed in. Loaded once, while the app runs. */
let begun: Promise<unknown> | undefined;

function useBeginnings(): boolean {
  const [isReady, setReady] = useState(beginnings.length === 0);
  useEffect(() => {
    begun ??= Promise.all(beginnings.map((begin) => begin()));
    void begun.finally(() => setReady(true));
  }, []);
  return isReady;
}

/** The app's frame around a page; a bare one has no menu. */
export function AppShell({ isBare = false, children }: { isBare?: boolean; children: ReactNode }) {
  const isReady = useBeginnings();
  return (
    <NavigationRoot base={basename === "/" ? "" : basename} outlet={children}>
      {isReady ? isBare ? children : <Layout /> : <div role="status" aria-label="Loading" className="min-h-dvh" />}
    </NavigationRoot>
  );
}
