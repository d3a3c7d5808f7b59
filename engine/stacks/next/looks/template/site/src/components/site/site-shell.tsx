"use client";

import type { ReactNode } from "react";
import { useBeginnings } from "../layouts/use-beginnings.ts";
import { NavigationRoot } from "../navigation.tsx";
import { SiteLayout } from "./layout.tsx";

/** The frame of the public pages. They are there at once; what is personal in it is drawn anew when it is known. */
export function SiteShell({ children }: { children: ReactNode }) {
  const isReady = useBeginnings();
  return (
    <NavigationRoot key={isReady ? "ready" : "first"} outlet={children}>
      <SiteLayout />
    </NavigationRoot>
  );
}
