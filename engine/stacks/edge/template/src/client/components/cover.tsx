// Pictures drawn from an id: the same record always gets the same one, in the colours of the theme and their neighbours.
import { useState } from "react";
import { classNames } from "../class-names.ts";
import { iconPath } from "./icon.tsx";

type Next = (most: number) => number;

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

/** A colour of the picture: the theme's own, turned by some degrees of hue, as a share of the ground. */
type Shade = (share: number) => string;

const shadeOf =
  (turn: number): Shade =>
  (share) =>
    `color-mix(in oklab, oklch(from var(--accent) l c calc(h + ${turn})) ${share}%, var(--surface))`;

interface DrawingProps {
  next: Next;
  shade: Shade;
  other: Shade;
  icon: string;
}

function Hills({ next, shade, other }: DrawingProps) {
  return (
    <>
      <circle cx={60 + next(280)} cy={70 + next(40)} r={28 + next(18)} fill={other(60)} />
      {[24, 38, 56].map((share, at) => {
        const top = 130 + at * 42;
        const wave = 30 + next(40);
        return (
          <path
            key={share}
            fill={shade(share)}
            d={`M0 ${top + next(30)} C ${90 + next(60)} ${top - wave}, ${200 + next(60)} ${top + wave}, 400 ${top - next(40)} V300 H0 Z`}
          />
        );
      })}
    </>
  );
}

function Arcs({ next, shade, other }: DrawingProps) {
  return Array.from({ length: 12 }, (_, at) => {
    const [x, y] = [(at % 4) * 100, Math.floor(at / 4) * 100];
    const corner = next(4);
    const [cx, cy] = [x + (corner % 2) * 100, y + Math.floor(corner / 2) * 100];
    const colour = next(3) === 0 ? other : shade;
    return (
      <g key={at}>
        <rect x={x} y={y} width="100" height="100" fill={shade(8 + next(3) * 8)} />
        <path
          fill={colour(30 + next(4) * 13)}
          d={`M${cx} ${cy} L${cx === x ? x + 100 : x} ${cy} A100 100 0 0 ${corner === 0 || corner === 3 ? 1 : 0} ${cx} ${cy === y ? y + 100 : y} Z`}
        />
      </g>
    );
  });
}

function Discs({ next, shade, other }: DrawingProps) {
  return [18, 28, 40, 60, 34].map((share, at) => (
    <circle
      key={share}
      cx={next(400)}
      cy={next(300)}
      r={130 - at * 22}
      fill={at % 2 === 0 ? shade(share) : other(share)}
      fillOpacity="0.85"
    />
  ));
}

/** What it is about, large, before a low sun. */
function Emblem({ next, shade, other, icon }: DrawingProps) {
  const [x, y] = [130 + next(140), 120 + next(60)];
  return (
    <>
      <circle cx={x} cy={y} r={100 + next(30)} fill={shade(24)} />
      <circle cx={400 - x} cy={300 - y / 2} r={50 + next(40)} fill={other(34)} />
      <g transform="translate(116 66) scale(7)" fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path d={iconPath(icon)} strokeWidth="1.3" stroke={shade(88)} />
      </g>
    </>
  );
}

/** What it is about, again and again, as on wrapping paper. */
function Wrapping({ next, shade, other, icon }: DrawingProps) {
  const tilt = next(40) - 20;
  return Array.from({ length: 20 }, (_, at) => {
    const [column, row] = [at % 5, Math.floor(at / 5)];
    const [x, y] = [column * 96 - (row % 2) * 48, row * 82 - 6];
    return (
      <g
        key={at}
        transform={`translate(${x} ${y}) rotate(${tilt} 30 30) scale(2.3)`}
        fill="none"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={iconPath(icon)} stroke={next(4) === 0 ? other(72) : shade(42)} />
      </g>
    );
  });
}

const drawings = [Emblem, Hills, Wrapping, Arcs, Discs];
const turns = [0, 24, -24, 48, -40];

/** `icon` says what it stands for; the picture itself tells a screen reader nothing. */
export function Cover({ seed, icon = "star", className }: { seed: string; icon?: string; className?: string }) {
  const next = numbersFrom(seed);
  const Drawing = drawings[next(drawings.length)] ?? Hills;
  const shade = shadeOf(turns[next(turns.length)] ?? 0);
  const other = shadeOf(next(2) === 0 ? 70 : -80);
  return (
    <div aria-hidden="true" className={classNames("relative overflow-hidden bg-accent-soft", className)}>
      <svg viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice" className="absolute inset-0 size-full">
        <rect width="400" height="300" fill={shade(12)} />
        <Drawing next={next} shade={shade} other={other} icon={icon} />
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
