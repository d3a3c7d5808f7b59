// A new page starts at its top, going back returns to where one was.
import type { RouterState } from "./router.ts";

const place = "scroll";
let offsets: Record<string, number> = {};

/** Called once, before the first page is drawn. */
export function rememberScroll(read: () => RouterState): void {
  history.scrollRestoration = "manual";
  try {
    offsets = JSON.parse(sessionStorage.getItem(place) ?? "{}") as Record<string, number>;
  } catch {
    // Storage may be blocked: then a reload starts at the top.
  }
  addEventListener("scroll", () => (offsets[read().location.key] = scrollY), { passive: true });
  addEventListener("pagehide", () => {
    try {
      sessionStorage.setItem(place, JSON.stringify(offsets));
    } catch {
      // See above.
    }
  });
}

/** After a page was drawn. */
export function restoreScroll({ location, action, keepsScroll }: RouterState): void {
  if (keepsScroll) return;
  if (action === "pop") return scrollTo(0, offsets[location.key] ?? 0);
  const target = location.hash === "" ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) target.scrollIntoView();
  else scrollTo(0, 0);
}
