"use client";

import type { ReactNode } from "react";
import { say } from "../../shared/say.ts";
import { NavigationRoot } from "../navigation.tsx";
import { useBeginnings } from "./use-beginnings.ts";

/** Around pages that stand by themselves, such as signing in. */
export function BareShell({ children }: { children: ReactNode }) {
  const isReady = useBeginnings();
  return (
    <NavigationRoot outlet={children}>
      {isReady ? children : <div role="status" aria-label={say.loading} className="min-h-dvh" />}
    </NavigationRoot>
  );
}
