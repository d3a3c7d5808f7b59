// One line of news after something was done ("Product saved"), carried by the navigation that follows. What can be undone
// is offered here; Ctrl+Z or ⌘Z does it from the keyboard.
import { useCallback, useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { say } from "../../shared/say.ts";
import { Icon } from "../components/icon.tsx";
import { Button } from "../components/ui/button.tsx";
import { Link } from "../routing/links.tsx";

export interface FlashState {
  flash: string;
  /** Deleted records of one model, by its key. */
  undo?: { model: string; ids: readonly string[] };
  /** Where to mend it. */
  to?: { path: string; label: string };
}

const shownFor = 5_000;
const undoFor = 10_000;
const linkLook = "rounded-md px-2 py-1.5 font-semibold whitespace-nowrap underline underline-offset-4";

const isFlash = (state: unknown): state is FlashState =>
  typeof state === "object" && state !== null && "flash" in state;

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

/** Undoes at most once; afterwards the page says so, or why not. */
function useUndo(news: FlashState | null): (() => void) | undefined {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const undo = useCallback(() => {
    if (!news?.undo) return;
    const { model, ids } = news.undo;
    void import("../undo-deletion.ts")
      .then(({ undoDeletion }) => undoDeletion(model, ids))
      .then((flash) => navigate(`${pathname}${search}`, { replace: true, state: { flash } satisfies FlashState }));
  }, [news, navigate, pathname, search]);
  useEffect(() => {
    if (!news?.undo) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping(event))
        return;
      event.preventDefault();
      undo();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [news, undo]);
  return news?.undo && undo;
}

export function Flash() {
  const { key, state } = useLocation() as { key: string; state: unknown };
  const [dismissed, setDismissed] = useState("");
  // Nothing goes away under a hand or a focus that is on it.
  const [isHeld, setHeld] = useState(false);
  const news = isFlash(state) && dismissed !== key ? state : null;
  const message = news?.flash ?? "";
  const undo = useUndo(news);
  useEffect(() => {
    // A reload must not say it again.
    if (news) history.replaceState({ ...(history.state as object), usr: null }, "");
  }, [news]);
  useEffect(() => {
    if (message === "" || isHeld) return;
    const timer = setTimeout(() => setDismissed(key), undo || news?.to ? undoFor : shownFor);
    return () => clearTimeout(timer);
  }, [key, message, isHeld, undo, news]);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex justify-center print:hidden">
      {message && (
        <div
          className="pointer-events-auto flex items-center gap-3 rounded-lg bg-text py-1.5 pr-1.5 pl-4 text-sm font-medium text-background shadow-lg"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          {message}
          {news?.to && (
            <Link to={news.to.path} className={linkLook}>
              {news.to.label}
            </Link>
          )}
          {undo && (
            <button
              type="button"
              aria-keyshortcuts="Control+Z Meta+Z"
              className={linkLook}
              onClick={() => {
                setHeld(false);
                setDismissed(key);
                undo();
              }}
            >
              {say.undo}
            </button>
          )}
          <Button
            variant="ghost"
            size="icon"
            aria-label={say.dismiss}
            className="text-background"
            onClick={() => {
              setHeld(false);
              setDismissed(key);
            }}
          >
            <Icon name="close" className="size-4" />
          </Button>
        </div>
      )}
    </div>
  );
}
