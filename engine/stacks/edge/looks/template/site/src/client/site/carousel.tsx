import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { Icon } from "../components/icon.tsx";
import { Button } from "../components/ui/button.tsx";
import { say } from "../../shared/say.ts";
import { words } from "./words.ts";

const secondsEach = 6;
const lessMotion = "(prefers-reduced-motion: reduce)";

function watchMotion(listener: () => void): () => void {
  const list = matchMedia(lessMotion);
  list.addEventListener("change", listener);
  return () => list.removeEventListener("change", listener);
}

/** Shows one after the other. It stands still while somebody points at it, is in it by keyboard, or asked for less motion. */
export function Carousel({ label, slides }: { label: string; slides: readonly { id: string; content: ReactNode }[] }) {
  const [at, setAt] = useState(0);
  const [isHeld, setHeld] = useState(false);
  const isCalm = useSyncExternalStore(
    watchMotion,
    () => matchMedia(lessMotion).matches,
    () => true,
  );
  // What somebody pressed stands above what the device asks for.
  const [pressed, setStopped] = useState<boolean | null>(null);
  const isStopped = pressed ?? isCalm;
  const isRunning = !isHeld && !isStopped && slides.length > 1;

  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setAt((current) => (current + 1) % slides.length), secondsEach * 1_000);
    return () => clearInterval(timer);
  }, [isRunning, slides.length]);

  const move = (step: number): void => setAt((current) => (current + step + slides.length) % slides.length);
  return (
    // It listens only to hold still; the buttons below do everything that a press does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-roledescription="carousel"
      aria-label={label}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div aria-live={isRunning ? "off" : "polite"} className="grid">
        {slides.map(({ id, content }, row) => (
          <div
            key={id}
            role="group"
            aria-roledescription="slide"
            aria-label={words.quoteOf(row + 1, slides.length)}
            className={`col-start-1 row-start-1 transition-opacity duration-500 ${row === at ? "" : "invisible opacity-0"}`}
          >
            {content}
          </div>
        ))}
      </div>
      {slides.length > 1 && (
        <div className="mt-6 flex items-center justify-center gap-2">
          <Button size="icon" aria-label={say.previous} onClick={() => move(-1)}>
            <Icon name="left" className="size-4" />
          </Button>
          <Button size="small" onClick={() => setStopped(!isStopped)}>
            {isStopped ? words.play : words.pause}
          </Button>
          <Button size="icon" aria-label={say.next} onClick={() => move(1)}>
            <Icon name="right" className="size-4" />
          </Button>
        </div>
      )}
    </section>
  );
}
