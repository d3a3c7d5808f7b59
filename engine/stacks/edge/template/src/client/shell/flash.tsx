// One line of news after something was done ("Product saved"), carried by the navigation that follows.
import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { Icon } from "../components/icon.tsx";
import { Button } from "../components/ui/button.tsx";

export interface FlashState {
  flash: string;
}

const shownFor = 5_000;

const isFlash = (state: unknown): state is FlashState =>
  typeof state === "object" && state !== null && "flash" in state;

export function Flash() {
  const { key, state } = useLocation() as { key: string; state: unknown };
  const [dismissed, setDismissed] = useState("");
  const message = isFlash(state) && dismissed !== key ? state.flash : "";
  useEffect(() => {
    if (message === "") return;
    // A reload must not say it again.
    history.replaceState({ ...(history.state as object), usr: null }, "");
    const timer = setTimeout(() => setDismissed(key), shownFor);
    return () => clearTimeout(timer);
  }, [key, message]);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex justify-center">
      {message && (
        <div className="pointer-events-auto flex items-center gap-3 rounded-lg bg-text py-1.5 pr-1.5 pl-4 text-sm font-medium text-background shadow-lg">
          {message}
          <Button
            variant="ghost"
            size="icon"
            aria-label="Dismiss"
            className="text-background"
            onClick={() => setDismissed(key)}
          >
            <Icon name="close" className="size-4" />
          </Button>
        </div>
      )}
    </div>
  );
}
