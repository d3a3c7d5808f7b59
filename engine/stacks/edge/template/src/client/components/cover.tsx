// Pictures drawn from an id: the same record always gets the same one, in the colours of the theme and their neighbours.
import { Suspense, useState } from "react";
import { classNames } from "../class-names.ts";
import { drawingsOf, type Next, type Shade } from "./cover-drawings.tsx";

function numbersFrom(seed: string): Next {
  // FNV-1a, so that ids which differ in a letter differ in everything.
  let state = [...seed].reduce(
    (sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93),
    0x81_1c_9d_c5,
  );
  return (most) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c_1b_3c_6d) ^ (state << 7);
    return ((state ^ (state >>> 13)) >>> 0) % most;
  };
}

const shadeOf =
  (turn: number): Shade =>
  (share) =>
    `color-mix(in oklab, oklch(from var(--accent) l c calc(h + ${turn})) ${share}%, var(--surface))`;

const turns = [0, 24, -24, 48, -40];

/** `icon` says what it stands for; the picture itself tells a screen reader nothing. */
export function Cover({ seed, icon = "star", className }: { seed: string; icon?: string; className?: string }) {
  const next = numbersFrom(seed);
  const drawings = drawingsOf(icon);
  const Drawing = drawings[next(drawings.length)];
  const shade = shadeOf(turns[next(turns.length)] ?? 0);
  const other = shadeOf(next(2) === 0 ? 70 : -80);
  return (
    <div aria-hidden="true" className={classNames("relative overflow-hidden bg-accent-soft", className)}>
      <svg viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice" className="absolute inset-0 size-full">
        <rect width="400" height="300" fill={shade(12)} />
        <Suspense>{Drawing && <Drawing next={next} shade={shade} other={other} icon={icon} />}</Suspense>
      </svg>
    </div>
  );
}

interface PictureProps {
  /** Address of the record's own picture, when it has one. */
  src: string | undefined;
  seed: string;
  icon?: string;
  className?: string;
}

/** The record's own picture; drawn when there is none, or when it cannot be loaded. */
export function Picture({ src, seed, icon, className }: PictureProps) {
  const [broken, setBroken] = useState("");
  if (src === undefined || src === broken) {
    return <Cover seed={seed} {...(icon && { icon })} {...(className && { className })} />;
  }
  return (
    <img
      src={src}
      alt=""
      loading="lazy"
      onError={() => setBroken(src)}
      className={classNames("bg-muted object-cover", className)}
    />
  );
}
