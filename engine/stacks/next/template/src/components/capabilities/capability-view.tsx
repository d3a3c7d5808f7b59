"use client";

import { lazy, Suspense } from "react";
import { say } from "../../shared/say.ts";
import { useHydrated } from "../use-hydrated.ts";
import { capabilityPages } from "./registry.ts";

const views = capabilityPages.map((page) => ({
  path: page.path,
  View: lazy(async () => ({ default: (await page.lazy()).Component })),
}));

/** A page of a capability, by its path in registry.ts. It works with what the browser keeps, so the browser draws it. */
export function CapabilityView({ path }: { path: string }) {
  const isHydrated = useHydrated();
  const placeholder = <div role="status" aria-label={say.loading} className="min-h-96" />;
  if (!isHydrated) return placeholder;
  return (
    <Suspense fallback={placeholder}>
      {views
        .filter((view) => view.path === path)
        .slice(0, 1)
        .map(({ View }) => (
          <View key={path} />
        ))}
    </Suspense>
  );
}
