import { lazy, Suspense, useEffect } from "react";
import { Outlet, ScrollRestoration, useNavigation } from "react-router";
import { RouteErrorScreen } from "../components/error-screen.tsx";
import { Mark } from "../components/mark.tsx";
import { useToasterWanted, wantToaster } from "../lib/toast.ts";
import { onSignedOutElsewhere } from "../session/session.ts";

const Toaster = lazy(async () => ({ default: (await import("../components/ui/toaster.tsx")).Toaster }));

export function Component() {
  const navigating = useNavigation().state !== "idle";
  const isToasterWanted = useToasterWanted((state) => state.isWanted);
  useEffect(onSignedOutElsewhere, []);
  useEffect(awaitUse, []);
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
      >
        Skip to the content
      </a>
      {navigating && (
        <div role="presentation" className="fixed inset-x-0 top-0 z-50 h-0.5 animate-pulse-soft bg-accent" />
      )}
      <Outlet />
      {isToasterWanted && (
        <Suspense fallback={null}>
          <Toaster />
        </Suspense>
      )}
      <ScrollRestoration />
    </>
  );
}

/** With the first key or press: what is announced must find its place there. */
function awaitUse(): () => void {
  const uses = ["keydown", "pointerdown"] as const;
  for (const use of uses) addEventListener(use, wantToaster, { once: true });
  return () => uses.forEach((use) => removeEventListener(use, wantToaster));
}

export function HydrateFallback() {
  return (
    <div className="grid flex-1 place-items-center" role="status" aria-label="Loading">
      <Mark className="size-9 animate-pulse-soft" />
    </div>
  );
}

export const ErrorBoundary = RouteErrorScreen;
