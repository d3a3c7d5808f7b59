import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from "react";
import { Spinner } from "../../components/ui/spinner.tsx";
import { classNames } from "../../lib/class-names.ts";
import { useSize } from "../../lib/use-size.ts";
import { bezel, clampSize, type FrameView, layoutFrame, type Size } from "./layout-frame.ts";

interface ViewportProps {
  frame: RefObject<HTMLIFrameElement | null>;
  url: string;
  title?: string;
  view: FrameView;
  resize: (size: Size) => void;
}

/** The app on the stage: filling it, or as a device that is scaled to fit, or larger and scrolled. */
export function Viewport({ frame, url, title = "Preview of your app", view, resize }: ViewportProps) {
  const box = useRef<HTMLDivElement>(null);
  const stage = useSize(box);
  const [loaded, setLoaded] = useState(false);
  const [dragged, setDragged] = useState<Size | null>(null);
  const size = dragged ?? view.size;
  const { width, height, scale, framed } = layoutFrame({ ...view, size }, stage);
  const edge = framed ? bezel : 0;
  const drag = view.device === "free" ? { size, scale, onDrag: setDragged, onDrop: drop } : null;

  function drop(next: Size): void {
    setDragged(null);
    resize(next);
  }

  return (
    <div ref={box} className="relative min-h-0 min-w-0 flex-1 bg-sunken">
      {!loaded && (
        <div className="absolute inset-0 grid place-items-center" role="status" aria-label="The app is loading">
          <Spinner className="size-5 text-accent-ink" />
        </div>
      )}
      <div
        className={classNames("absolute inset-0 grid overflow-auto", framed && "drafting")}
        {...(framed && { tabIndex: 0, role: "region", "aria-label": `Stage: ${title}` })}
      >
        <div
          className={classNames(
            "relative m-auto bg-surface",
            framed && "my-5 rounded-xl bg-line-strong shadow-float",
            view.device === "phone" && "rounded-[1.75rem]",
            loaded ? "" : "opacity-0",
          )}
          style={{ width: width * scale + 2 * edge, height: height * scale + 2 * edge, padding: edge }}
        >
          <div
            className={classNames(
              "overflow-hidden bg-surface",
              framed && (view.device === "phone" ? "rounded-[1.25rem]" : "rounded-sm"),
            )}
            style={{ width: width * scale, height: height * scale }}
          >
            <iframe
              ref={frame}
              title={title}
              src={url}
              onLoad={() => setLoaded(true)}
              sandbox="allow-scripts allow-forms allow-same-origin allow-popups allow-downloads allow-modals"
              className={classNames("origin-top-left border-0 bg-surface", dragged !== null && "pointer-events-none")}
              style={{ width, height, transform: scale === 1 ? "none" : `scale(${scale})` }}
            />
          </div>
          {drag !== null && (
            <>
              <Handle {...drag} side="width" turned={view.turned} />
              <Handle {...drag} side="height" turned={view.turned} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}

interface HandleProps {
  side: "width" | "height";
  turned: boolean;
  size: Size;
  scale: number;
  onDrag: (size: Size) => void;
  onDrop: (size: Size) => void;
}

/** An edge of the screen that can be dragged, or moved by the arrow keys. */
function Handle({ side, turned, size, scale, onDrag, onDrop }: HandleProps) {
  const start = useRef<{ at: number; length: number } | null>(null);
  const across = side === "width";
  // A turned screen has its width where its height was.
  const key = turned ? (across ? "height" : "width") : side;
  const length = size[key];
  const to = (next: number): Size => ({ ...size, [key]: clampSize(next) });
  const at = (event: PointerEvent): number => (across ? event.clientX : event.clientY);
  // The screen stands in the middle: its edge moves half as far as it grows across.
  const moved = (event: PointerEvent): Size | null =>
    start.current && to(start.current.length + ((at(event) - start.current.at) * (across ? 2 : 1)) / scale);

  function onKeyDown(event: KeyboardEvent): void {
    const less = event.key === (across ? "ArrowLeft" : "ArrowUp");
    if (!less && event.key !== (across ? "ArrowRight" : "ArrowDown")) return;
    event.preventDefault();
    onDrop(to(length + (less ? -1 : 1) * (event.shiftKey ? 50 : 10)));
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={across ? "Width of the screen" : "Height of the screen"}
      aria-orientation={across ? "horizontal" : "vertical"}
      aria-valuenow={length}
      aria-valuemin={280}
      aria-valuemax={2560}
      aria-valuetext={`${length} pixels`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: at(event), length };
      }}
      onPointerMove={(event) => {
        const next = moved(event);
        if (next !== null) onDrag(next);
      }}
      onPointerUp={(event) => {
        const next = moved(event);
        start.current = null;
        if (next !== null) onDrop(next);
      }}
      className={classNames(
        "group absolute grid touch-none place-items-center",
        across ? "top-0 -right-5 h-full w-5 cursor-ew-resize" : "-bottom-5 left-0 h-5 w-full cursor-ns-resize",
      )}
    >
      <span
        className={classNames(
          "rounded-full bg-line-strong transition-colors group-hover:bg-accent group-focus-visible:bg-accent",
          across ? "h-12 w-1.5" : "h-1.5 w-12",
        )}
      />
    </div>
  );
}
