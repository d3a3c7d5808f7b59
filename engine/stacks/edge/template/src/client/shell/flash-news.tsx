// What a piece of news looks like, and how it is undone; comes with the first one.
import { useCallback, useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { say } from "../../shared/say.ts";
import { Icon } from "../components/icon.tsx";
import { Button } from "../components/ui/button.tsx";
import { Link } from "../routing/links.tsx";
import type { FlashState } from "./flash.tsx";

const shownFor = 5_000;
const undoFor = 10_000;
const linkLook = "rounded-md px-2 py-1.5 font-semibold whitespace-nowrap underline underline-offset-4";

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

/** Undoes at most once; afterwards the page says so, or why not. */
function useUndo(news: FlashState): (() => void) | undefined {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const undo = useCallback(() => {
    if (!news.undo) return;
    const { model, ids } = news.undo;
    void import("../undo-deletion.ts")
      .then(({ undoDeletion }) => undoDeletion(model, ids))
      .then((flash) => navigate(`${pathname}${search}`, { replace: true, state: { flash } satisfies FlashState }));
  }, [news, navigate, pathname, search]);
  useEffect(() => {
    if (!news.undo) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping(event))
        return;
      event.preventDefault();
      undo();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [news, undo]);
  return news.undo && undo;
}

interface NewsProps {
  news: FlashState;
  onDismiss: () => void;
}

export function FlashNews({ news, onDismiss }: NewsProps) {
  // Nothing goes away under a hand or a focus that is on it.
  const [isHeld, setHeld] = useState(false);
  const undo = useUndo(news);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onDismiss, undo || news.to ? undoFor : shownFor);
    return () => clearTimeout(timer);
  }, [isHeld, undo, news, onDismiss]);
  return (
    <div
      className="pointer-events-auto flex items-center gap-3 rounded-lg bg-text py-1.5 pr-1.5 pl-4 text-sm font-medium text-background shadow-lg"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {news.flash}
      {news.to && (
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
            onDismiss();
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
        onClick={onDismiss}
      >
        <Icon name="close" className="size-4" />
      </Button>
    </div>
  );
}
