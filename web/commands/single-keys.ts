// Whether single keys are shortcuts: people who speak to their machine, or whose hands slip, switch them off
// (WCAG 2.1.4). Kept in this browser.
import { create } from "zustand";

const storageKey = "nexusgen.single-keys";

export const useSingleKeys = create<{ areOn: boolean }>(() => ({ areOn: read() }));

export function setSingleKeys(areOn: boolean): void {
  try {
    if (areOn) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, "off");
  } catch {
    // It then lasts until the reload.
  }
  useSingleKeys.setState({ areOn });
}

function read(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}
