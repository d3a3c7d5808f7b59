// Where a menu stands, and which item a key leads to.

const gap = 6;
/** Free space to the window's edges. */
const margin = 8;
/** Letters that follow one another sooner are one word. */
const wordMs = 700;

export const itemsIn = (menu: HTMLElement): HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>("[role=menuitem]:not([aria-disabled])"),
];

/** Below the button, above it where there is no room, and never out of the window. */
export function placeMenu(menu: HTMLElement, button: HTMLElement, align: "start" | "end"): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const { clientWidth, clientHeight } = document.documentElement;
  const left = align === "end" ? at.right - width : at.left;
  const below = at.bottom + gap;
  const above = at.top - gap - height;
  const top = below + height > clientHeight - margin && above >= margin ? above : below;
  menu.style.left = `${Math.max(margin, Math.min(left, clientWidth - width - margin))}px`;
  menu.style.top = `${Math.max(margin, Math.min(top, clientHeight - height - margin))}px`;
}

interface Press {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

interface Named {
  textContent: string | null;
}

/** Null where the key means nothing here. `typed` remembers the letters that came just before. */
export function itemFor<T extends Named>(
  { key, ctrlKey, altKey, metaKey }: Press,
  items: readonly T[],
  current: unknown,
  typed: { text: string; at: number },
  now = Date.now(),
): T | null {
  const index = items.findIndex((item) => item === current);
  switch (key) {
    case "ArrowDown":
      return items[(index + 1) % items.length] ?? null;
    case "ArrowUp":
      return items.at(index <= 0 ? -1 : index - 1) ?? null;
    case "Home":
      return items[0] ?? null;
    case "End":
      return items.at(-1) ?? null;
    default:
  }
  if (key.length !== 1 || key === " " || ctrlKey || altKey || metaKey) return null;
  typed.text = now - typed.at < wordMs ? typed.text + key.toLowerCase() : key.toLowerCase();
  typed.at = now;
  // The same letter again goes on to the next of its items; a longer word may stay where it is.
  const isRepeated = [...typed.text].every((letter) => letter === typed.text[0]);
  const wanted = isRepeated ? (typed.text[0] ?? "") : typed.text;
  const start = isRepeated ? index + 1 : Math.max(index, 0);
  const inOrder = [...items.slice(start), ...items.slice(0, start)];
  return inOrder.find(({ textContent }) => textContent?.trim().toLowerCase().startsWith(wanted)) ?? null;
}
