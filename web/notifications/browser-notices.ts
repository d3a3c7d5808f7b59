// Notifications of the browser itself: wanted in this browser or not, and allowed by it or not. Permission is asked for
// after a click alone.
import { create } from "zustand";

const storageKey = "nexusgen.browser-notices";

export type BrowserNotices = "unsupported" | "denied" | "off" | "on";

export const useBrowserNotices = create<{ state: BrowserNotices }>(() => ({ state: read() }));

/** Call it from a click. */
export async function switchOn(): Promise<void> {
  if (typeof Notification === "undefined") return;
  const permission = await Notification.requestPermission();
  if (permission === "granted") write("on");
  useBrowserNotices.setState({ state: read() });
}

export function switchOff(): void {
  write(null);
  useBrowserNotices.setState({ state: read() });
}

interface Shown {
  id: string;
  title: string;
  text: string;
  onClick: () => void;
}

/** Only where it is on. The id replaces an earlier one of the same thing, also of another tab. */
export function showBrowserNotice({ id, title, text, onClick }: Shown): void {
  if (read() !== "on") return;
  const notice = new Notification(title, { body: text, tag: id, icon: "/favicon.svg" });
  notice.addEventListener("click", () => {
    focus();
    notice.close();
    onClick();
  });
}

function read(): BrowserNotices {
  if (typeof Notification === "undefined") return "unsupported";
  if (Notification.permission === "denied") return "denied";
  try {
    return Notification.permission === "granted" && localStorage.getItem(storageKey) === "on" ? "on" : "off";
  } catch {
    return "off";
  }
}

function write(value: "on" | null): void {
  try {
    if (value === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, value);
  } catch {
    // Without storage it cannot be remembered, and stays off.
  }
}
