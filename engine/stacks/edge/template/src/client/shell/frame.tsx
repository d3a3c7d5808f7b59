// What every arrangement shares: the skip link, the focus after a change of page, progress, news and overlays.
import { type ReactNode, useEffect, useRef } from "react";
import { Outlet, useLocation } from "react-router";
import { say } from "../../shared/say.ts";
import { classNames } from "../class-names.ts";
import { Flash } from "./flash.tsx";
import { OfflineBanner } from "./offline-banner.tsx";
import { overlays } from "./slots.ts";
import { useNavigation } from "../routing/pages.tsx";

export function Frame({ className, children }: { className?: string; children: ReactNode }) {
  const isLoading = useNavigation().state === "loading";
  return (
    <div className={classNames("min-h-dvh", className)}>
      <a
        href="#content"
        className="sr-only rounded-lg bg-primary px-4 py-2 text-sm font-medium text-on-primary focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50"
      >
        {say.skip}
      </a>
      <div
        aria-hidden="true"
        className={classNames(
          "fixed inset-x-0 top-0 z-50 h-0.5 bg-accent transition-opacity",
          isLoading ? "animate-pulse opacity-100" : "opacity-0",
        )}
      />
      <OfflineBanner />
      {children}
      <Flash />
      {overlays.map((Overlay, at) => (
        // The list never changes while the app runs.
        // oxlint-disable-next-line react/no-array-index-key
        <Overlay key={at} />
      ))}
    </div>
  );
}

/** The page itself. */
export function Main({ className }: { className?: string }) {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    // After a change of page keyboard and screen reader start at its content; the first page starts at the top.
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);
  return (
    <main id="content" ref={main} tabIndex={-1} className={classNames("outline-none", className)}>
      <Outlet />
    </main>
  );
}
