"use client";

import { useSyncExternalStore } from "react";
import { say } from "../../shared/say.ts";
import { Icon } from "../icon.tsx";
import { Button } from "../ui/button.tsx";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The first choice is made by public/theme.js, before anything is drawn; the server does not know it. */
export function SchemeToggle() {
  const dark = useSyncExternalStore(
    subscribe,
    () => document.documentElement.classList.contains("dark"),
    () => false,
  );
  const toggle = (): void => {
    document.documentElement.classList.toggle("dark", !dark);
    try {
      localStorage.setItem("scheme", dark ? "light" : "dark");
    } catch {
      // Storage may be blocked; the choice then lasts until the page is left.
    }
    for (const listener of listeners) listener();
  };
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-label={dark ? say.toLight : say.toDark}
      onClick={toggle}
    >
      <Icon name={dark ? "sun" : "moon"} />
    </Button>
  );
}
