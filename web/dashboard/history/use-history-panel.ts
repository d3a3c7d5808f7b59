// Whether the history stands beside the dashboard: kept in this browser on wide screens, closed at first on narrow ones.
import { useState } from "react";
import { useMediaQuery } from "../../lib/use-media-query.ts";

const storageKey = "nexusgen.history";

export function useHistoryPanel() {
  const isWide = useMediaQuery("(min-width: 80rem)");
  const [isShown, setShown] = useState(readShown);
  const [isSheetOpen, setSheetOpen] = useState(false);
  return {
    isWide,
    isOpen: isWide ? isShown : isSheetOpen,
    setOpen(isOpen: boolean): void {
      if (!isWide) return setSheetOpen(isOpen);
      setShown(isOpen);
      try {
        localStorage.setItem(storageKey, isOpen ? "shown" : "hidden");
      } catch {
        // It then lasts until the reload.
      }
    },
  };
}

function readShown(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "hidden";
  } catch {
    return true;
  }
}
