"use client";

import type { ReactNode } from "react";
import { say } from "../../shared/say.ts";
import { NavigationRoot } from "../navigation.tsx";
import { Layout } from "./layout.tsx";
import { basename } from "./slots.ts";
import { useBeginnings } from "./use-beginnings.ts";

const path: string = basename;

/** The app's frame around a page. */
export function AppShell({ children }: { children: ReactNode }) {
  const isReady = useBeginnings();
  return (
    <NavigationRoot base={path === "/" ? "" : path} outlet={children}>
      {isReady ? <Layout /> : <div role="status" aria-label={say.loading} className="min-h-dvh" />}
    </NavigationRoot>
  );
}
