// Outlines over the app's page. In a closed shadow tree, so that neither side's styles reach the other; styles are set
// through objects, which every content security policy allows.
export interface Outline {
  element: Element;
  label: string;
  tone: "picked" | "hovered" | "found" | "stop";
}

const tones = {
  picked: { line: "2px solid #4f46e5", fill: "rgb(79 70 229 / 0.10)", ink: "#fff", paper: "#4f46e5" },
  hovered: { line: "1px dashed #4f46e5", fill: "transparent", ink: "#fff", paper: "#4f46e5" },
  found: { line: "2px solid #c2410c", fill: "rgb(194 65 12 / 0.12)", ink: "#fff", paper: "#c2410c" },
  stop: { line: "1px solid #0f766e", fill: "transparent", ink: "#fff", paper: "#0f766e" },
} as const;

export class Overlay {
  readonly #host = document.createElement("nexusgen-overlay");
  readonly #root: ShadowRoot;
  #outlines: readonly Outline[] = [];
  #drawing = 0;

  constructor() {
    this.#root = this.#host.attachShadow({ mode: "closed" });
    Object.assign(this.#host.style, { position: "fixed", inset: "0", zIndex: "2147483647", pointerEvents: "none" });
    this.#host.setAttribute("aria-hidden", "true");
  }

  /** Follows its elements while there are any. */
  show(outlines: readonly Outline[]): void {
    this.#outlines = outlines;
    cancelAnimationFrame(this.#drawing);
    if (outlines.length === 0) {
      this.#host.remove();
      this.#root.replaceChildren();
      return;
    }
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
    this.#draw();
  }

  has(target: EventTarget | null): boolean {
    return target === this.#host;
  }

  readonly #draw = (): void => {
    this.#root.replaceChildren(...this.#outlines.filter(({ element }) => element.isConnected).map(draw));
    this.#drawing = requestAnimationFrame(this.#draw);
  };
}

function draw({ element, label, tone }: Outline): HTMLElement {
  const { left, top, width, height } = element.getBoundingClientRect();
  const { line, fill, ink, paper } = tones[tone];
  const box = document.createElement("div");
  Object.assign(box.style, {
    position: "fixed",
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
    outline: line,
    background: fill,
    borderRadius: "2px",
  });
  if (label !== "") {
    const tag = document.createElement("span");
    tag.textContent = label;
    Object.assign(tag.style, {
      position: "absolute",
      left: "-2px",
      ...(top < 22 ? { top: tone === "stop" ? "0" : "100%" } : { bottom: "100%" }),
      padding: "1px 6px",
      background: paper,
      color: ink,
      font: "500 11px/16px ui-monospace, monospace",
      whiteSpace: "nowrap",
      borderRadius: "2px",
    });
    box.append(tag);
  }
  return box;
}
