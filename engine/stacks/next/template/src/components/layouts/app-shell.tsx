"use client";

import type { ReactNode } from "react";
import { NavigationRoot } from "../navigation.tsx";
import { Layout } from "./layout.tsx";
import { basename } from "./slots.ts";

/** The app's frame around a page. */
export function AppShell({ children }: { children: ReactNode }) {
  return (
    <NavigationRoot base={basename === "/" ? "" : basename} outlet={children}>
      <Layout />
    </NavigationRoot>
  );
}
