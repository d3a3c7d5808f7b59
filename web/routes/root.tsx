import { useEffect } from "react";
import { Outlet, ScrollRestoration, useNavigation } from "react-router";
import { RouteErrorScreen } from "../components/error-screen.tsx";
import { Mark } from "../components/mark.tsx";
import { Toaster } from "../components/ui/toaster.tsx";
import { onSignedOutElsewhere } from "../session/session.ts";

export function Component() {
  const navigating = useNavigation().state !== "idle";
  useEffect(onSignedOutElsewhere, []);
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
      <Toaster />
      <ScrollRestoration />
    </>
  );
}

export function HydrateFallback() {
  return (
    <div className="grid flex-1 place-items-center" role="status" aria-label="Loading">
      <Mark className="size-9 animate-pulse-soft" />
    </div>
  );
}

export const ErrorBoundary = RouteErrorScreen;
