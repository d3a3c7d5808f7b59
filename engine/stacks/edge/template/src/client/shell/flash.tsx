// One line of news after something was done ("Product saved"), carried by the navigation that follows. What can be undone
// is offered here; Ctrl+Z or ⌘Z does it from the keyboard.
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { useLocation } from "react-router";

export interface FlashState {
  flash: string;
  /** Deleted records of one model, by its key. */
  undo?: { model: string; ids: readonly string[] };
  /** Where to mend it. */
  to?: { path: string; label: string };
}

const FlashNews = lazy(async () => {
  const loaded = await import("./flash-news.tsx").catch(() => null);
  // Without a connection the words alone have to do.
  return { default: loaded?.FlashNews ?? PlainNews };
});

function PlainNews({ news }: { news: FlashState }) {
  return <p className="rounded-lg bg-text px-4 py-2.5 text-sm font-medium text-background shadow-lg">{news.flash}</p>;
}

const isFlash = (state: unknown): state is FlashState =>
  typeof state === "object" && state !== null && "flash" in state;

/** Stands in the page from the beginning: screen readers tell what appears in it. */
export function Flash() {
  const { key, state } = useLocation() as { key: string; state: unknown };
  const [dismissed, setDismissed] = useState("");
  const dismiss = useCallback(() => setDismissed(key), [key]);
  const news = isFlash(state) && dismissed !== key ? state : null;
  useEffect(() => {
    // A reload must not say it again.
    if (news) history.replaceState({ ...(history.state as object), usr: null }, "");
  }, [news]);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex justify-center print:hidden">
      {news?.flash && (
        <Suspense fallback={null}>
          <FlashNews key={key} news={news} onDismiss={dismiss} />
        </Suspense>
      )}
    </div>
  );
}
