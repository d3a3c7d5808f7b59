// What the project page learns of an element.
import type { PickedElement } from "#protocol/preview-frame.ts";

/** Written by the marked build (containers/builder): the element itself, and the component whose use it came from. */
export const sourceAttributes = ["data-nx-use", "data-nx-at"] as const;

export function describeElement(element: Element): PickedElement {
  const { x, y, width, height } = element.getBoundingClientRect();
  return {
    tag: element.localName.slice(0, 60),
    selector: selectorOf(element),
    text: textOf(element),
    classes: (element.getAttribute("class") ?? "").slice(0, 4_000),
    sources: sourcesOf(element),
    page: (location.pathname + location.search).slice(0, 1_000),
    box: { x, y, width, height },
  };
}

/** Where its use stands first, then where it is drawn; the nearest element above that is known when it is not itself. */
export function sourcesOf(element: Element): string[] {
  const known = element.closest(sourceAttributes.map((name) => `[${name}]`).join());
  const found = sourceAttributes.flatMap((name) => known?.getAttribute(name) ?? []);
  return [...new Set(found)];
}

export function textOf(element: Element): string {
  const text = element instanceof HTMLElement ? element.innerText : element.textContent;
  return (text ?? "").replaceAll(/\s+/g, " ").trim().slice(0, 200);
}

/** Short and unique in the page as it is now. */
export function selectorOf(element: Element): string {
  const parts: string[] = [];
  for (let at: Element | null = element; at !== null && at !== document.documentElement; at = at.parentElement) {
    if (at.id !== "" && document.querySelectorAll(`#${CSS.escape(at.id)}`).length === 1) {
      parts.unshift(`#${CSS.escape(at.id)}`);
      break;
    }
    const { localName, parentElement } = at;
    const alike = [...(parentElement?.children ?? [])].filter((other) => other.localName === localName);
    parts.unshift(alike.length > 1 ? `${localName}:nth-of-type(${alike.indexOf(at) + 1})` : localName);
  }
  // A selector is cut from the left, which keeps it a selector.
  while (parts.length > 1 && parts.join(" > ").length > 500) parts.shift();
  return parts.join(" > ").slice(0, 500) || "html";
}
