// What the project page can do in the app's page: point at an element, show what was found, look for barriers.
import type { FrameTool, FromFrame, ToFrame } from "#protocol/preview-frame.ts";
import { auditPage, find, tabStops } from "./audit.ts";
import { describeElement, sourcesOf } from "./describe-element.ts";
import { Overlay, type Outline } from "./overlay.ts";

type Walk = Extract<ToFrame, { do: "walk" }>["to"];

export interface FrameTools {
  choose(tool: FrameTool | null): void;
  walk(to: Walk): void;
  pickAt(selector: string): void;
  highlight(selector: string | null): void;
  audit(): Promise<void>;
}

const walkKeys: Readonly<Record<string, Walk>> = {
  ArrowUp: "parent",
  ArrowDown: "child",
  ArrowRight: "next",
  ArrowLeft: "previous",
};

function createTools(tell: (message: FromFrame) => void, base: string): FrameTools {
  const overlay = new Overlay();
  let tool: FrameTool | null = null;
  let picked: Element | null = null;
  let hovered: Element | null = null;
  let found: Element | null = null;
  let axe: Promise<void> | null = null;
  let auditing = false;
  /** Asked for while it was running, as when the page has changed meanwhile. */
  let again = false;

  function redraw(): void {
    const outlines: Outline[] = [];
    if (tool === "tab-order")
      for (const [index, element] of tabStops().entries())
        outlines.push({ element, label: String(index + 1), tone: "stop" });
    if (found) outlines.push({ element: found, label: "", tone: "found" });
    if (tool === "pick" && hovered && hovered !== picked)
      outlines.push({ element: hovered, label: "", tone: "hovered" });
    if (tool === "pick" && picked) outlines.push({ element: picked, label: labelOf(picked), tone: "picked" });
    overlay.show(outlines);
  }

  function pick(element: Element): void {
    picked = element;
    redraw();
    tell({ type: "picked", element: describeElement(element) });
  }

  const at = ({ clientX, clientY }: MouseEvent): Element | null => document.elementFromPoint(clientX, clientY);
  const onMove = (event: MouseEvent): void => {
    hovered = at(event);
    redraw();
  };
  // The app must not act on what is meant for the picker.
  const hold = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onClick = (event: MouseEvent): void => {
    hold(event);
    const element = at(event) ?? document.activeElement;
    if (element !== null) pick(element);
  };
  const onKey = (event: KeyboardEvent): void => {
    const to = walkKeys[event.key];
    if (event.key === "Escape") {
      hold(event);
      choose(null);
      tell({ type: "left-picking" });
    } else if (to !== undefined) {
      hold(event);
      walk(to);
    } else if (event.key === "Enter" && document.activeElement !== null && document.activeElement !== document.body) {
      hold(event);
      pick(document.activeElement);
    }
  };
  const held = ["pointerdown", "pointerup", "mousedown", "mouseup", "dblclick", "touchend", "submit"] as const;

  function choose(next: FrameTool | null): void {
    if (tool === "pick") {
      removeEventListener("mousemove", onMove, true);
      removeEventListener("click", onClick, true);
      removeEventListener("keydown", onKey, true);
      for (const name of held) removeEventListener(name, hold, true);
      picked = null;
      hovered = null;
    }
    tool = next;
    if (tool === "pick") {
      addEventListener("mousemove", onMove, true);
      addEventListener("click", onClick, true);
      addEventListener("keydown", onKey, true);
      for (const name of held) addEventListener(name, hold, { capture: true, passive: false });
    }
    redraw();
  }

  function walk(to: Walk): void {
    const from = picked ?? document.querySelector("main") ?? document.body;
    const next = picked === null ? from : stepFrom(from, to);
    if (next === null) return;
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
    pick(next);
  }

  return {
    choose,
    walk,
    pickAt(selector) {
      const element = find(selector);
      if (element !== null) pick(element);
    },
    highlight(selector) {
      found = selector === null ? null : find(selector);
      found?.scrollIntoView({ block: "center", inline: "nearest" });
      redraw();
    },
    async audit() {
      if (auditing) {
        again = true;
        return;
      }
      auditing = true;
      try {
        axe ??= loadAxe(base);
        axe.catch(() => (axe = null));
        await axe;
        do {
          again = false;
          // Our own outlines are no part of the page.
          overlay.show([]);
          tell(await auditPage());
        } while (again);
      } finally {
        auditing = false;
        redraw();
      }
    },
  };
}

function stepFrom(element: Element, to: Walk): Element | null {
  switch (to) {
    case "parent":
      return element === document.body ? null : element.parentElement;
    case "child":
      return element.firstElementChild;
    case "next":
      return element.nextElementSibling ?? element.parentElement?.firstElementChild ?? null;
    case "previous":
      return element.previousElementSibling ?? element.parentElement?.lastElementChild ?? null;
  }
}

function labelOf(element: Element): string {
  const [place] = sourcesOf(element);
  return place === undefined ? element.localName : `${element.localName}  ${place.split("/").at(-1) ?? ""}`;
}

function loadAxe(base: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = new URL("axe.js", base).href;
    element.addEventListener("load", () => resolve());
    element.addEventListener("error", () => reject(new Error("The checker could not be loaded into the app's page.")));
    document.head.append(element);
  });
}

Object.assign(window, { nexusgenTools: createTools });
