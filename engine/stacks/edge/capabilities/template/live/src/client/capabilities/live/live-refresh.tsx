import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { formatDateTime } from "../../../shared/format.ts";
import { useRevalidator } from "../../routing/pages.tsx";
import { words } from "./words.ts";

const everyMs = 10_000;
/** Forms keep what is being typed. */
const isForm = (pathname: string): boolean => /\/(new|edit|import)$/.test(pathname);
const isTyping = (): boolean => document.activeElement?.matches("input, textarea, select") === true;

/** Asks for the page's records again while someone looks at it, and says when it last did. */
export function LiveRefresh() {
  const { pathname } = useLocation();
  const { revalidate } = useRevalidator();
  const [at, setAt] = useState("");
  useEffect(() => {
    if (isForm(pathname)) return;
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible" || isTyping()) return;
      void revalidate();
      // For pages that load by themselves.
      dispatchEvent(new Event("app:renew"));
      setAt(new Date().toISOString());
    }, everyMs);
    return () => clearInterval(timer);
  }, [pathname, revalidate]);
  if (at === "" || isForm(pathname)) return null;
  return (
    <p className="pointer-events-none fixed right-4 bottom-2 z-30 rounded bg-surface/90 px-2 py-0.5 text-xs text-subtle print:hidden">
      {words.liveUpdated(formatDateTime(at))}
    </p>
  );
}
