// Pictures drawn from an id: the same record always gets the same one, in the colours of the theme.
import { useState } from "react";
import { classNames } from "../class-names.ts";
import { Icon } from "../components/icon.tsx";

function numbersFrom(seed: string): (most: number) => number {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647, 17) || 1;
  return (most) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
}

const shade = (share: number): string => `color-mix(in oklab, var(--primary) ${share}%, var(--surface))`;

function Hills({ next }: { next: (most: number) => number }) {
  const sun = 60 + next(280);
  return (
    <>
      <circle cx={sun} cy={70 + next(40)} r={28 + next(18)} fill={shade(55)} />
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

function Arcs({ next }: { next: (most: number) => number }) {
  return Array.from({ length: 12 }, (_, at) => {
    const [x, y] = [(at % 4) * 100, Math.floor(at / 4) * 100];
    const corner = next(4);
    const [cx, cy] = [x + (corner % 2) * 100, y + Math.floor(corner / 2) * 100];
    return (
      <g key={at} style={{ clipPath: `inset(0)` }}>
        <rect x={x} y={y} width="100" height="100" fill={shade(8 + next(3) * 8)} />
        <path
          fill={shade(26 + next(4) * 13)}
          d={`M${cx} ${cy} L${cx === x ? x + 100 : x} ${cy} A100 100 0 0 ${corner === 0 || corner === 3 ? 1 : 0} ${cx} ${cy === y ? y + 100 : y} Z`}
        />
      </g>
    );
  });
}

function Discs({ next }: { next: (most: number) => number }) {
  return [18, 28, 40, 60, 34].map((share, at) => (
    <circle key={share} cx={next(400)} cy={next(300)} r={130 - at * 22} fill={shade(share)} fillOpacity="0.85" />
  ));
}

/** `icon` says what it stands for; the picture itself tells a screen reader nothing. */
export function Cover({ seed, icon, className }: { seed: string; icon?: string; className?: string }) {
  const next = numbersFrom(seed);
  const Drawing = [Hills, Arcs, Discs][next(3)] ?? Hills;
  return (
    <div aria-hidden="true" className={classNames("relative overflow-hidden bg-accent-soft", className)}>
      <svg viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice" className="absolute inset-0 size-full">
        <rect width="400" height="300" fill={shade(12)} />
        <Drawing next={next} />
      </svg>
      {icon !== undefined && (
        <span className="absolute bottom-3 left-3 grid size-10 place-items-center rounded-full bg-surface text-accent shadow-xs">
          <Icon name={icon} />
        </span>
      )}
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
