// The pictures that cover.tsx chooses from. Each draws on 400 × 300 and asks `next` for whatever may differ.
import { type ComponentType, lazy } from "react";
import { iconPath } from "./icon.tsx";

export type Next = (most: number) => number;

/** A colour of the picture: the theme's own, turned by some degrees of hue, as a share of the ground. */
export type Shade = (share: number) => string;

export interface DrawingProps {
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

const drawings: readonly ComponentType<DrawingProps>[] = [Emblem, Hills, Wrapping, Arcs];

// A scene is drawn in apps about one thing, and most of code.
const Houses = lazy(async () => ({ default: (await import("./scenes/houses.tsx")).Houses }));
const Books = lazy(async () => ({ default: (await import("./scenes/books.tsx")).Books }));
const Plate = lazy(async () => ({ default: (await import("./scenes/plate.tsx")).Plate }));

/** What has a look of its own, by its icon. */
const scenes: Readonly<Record<string, readonly ComponentType<DrawingProps>[]>> = {
  home: [Houses],
  building: [Houses, Houses, Emblem],
  utensils: [Plate],
  book: [Books, Hills, Emblem, Arcs],
};

export const drawingsOf = (icon: string): readonly ComponentType<DrawingProps>[] => scenes[icon] ?? drawings;
