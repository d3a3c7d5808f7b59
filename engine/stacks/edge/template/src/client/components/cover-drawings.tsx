// The pictures that cover.tsx chooses from. Each draws on 400 × 300 and asks `next` for whatever may differ.
import type { ComponentType } from "react";
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

/** A street: gables and flat roofs, some windows lit. */
function Houses({ next, shade, other }: DrawingProps) {
  const count = 3 + next(2);
  const width = 340 / count;
  return (
    <>
      <circle cx={60 + next(280)} cy={50 + next(40)} r={22 + next(14)} fill={other(52)} />
      <path d={`M0 ${210 - next(30)} Q 120 ${150 + next(30)}, 220 196 T 400 ${170 + next(30)} V300 H0 Z`} fill={shade(22)} />
      {Array.from({ length: count }, (_, at) => {
        const [left, tall, roof] = [30 + at * width, 80 + next(70), next(3) === 0 ? 0 : 26 + next(16)];
        const [wide, top] = [width - 8 - next(10), 262 - tall];
        const columns = wide > 84 ? 3 : 2;
        const step = wide / columns;
        const walls = at % 2 === 0 ? shade(48 + next(3) * 10) : other(38 + next(3) * 8);
        return (
          <g key={at}>
            <path fill={walls} d={`M${left} ${top} h${wide} V262 h-${wide} Z`} />
            <path
              fill={shade(80)}
              d={
                roof === 0
                  ? `M${left - 4} ${top - 6} h${wide + 8} v8 h-${wide + 8} Z`
                  : `M${left - 6} ${top} L${left + wide / 2} ${top - roof} L${left + wide + 6} ${top} Z`
              }
            />
            {Array.from({ length: columns * Math.floor((tall - 44) / 30) }, (_window, which) => (
              <rect
                key={which}
                x={left + step * (which % columns) + step / 2 - 8}
                y={top + 14 + Math.floor(which / columns) * 30}
                width="16"
                height="18"
                rx="2"
                fill={next(3) === 0 ? other(20) : shade(10)}
              />
            ))}
            <rect x={left + wide / 2 - 9} y="234" width="18" height="28" rx="3" fill={shade(80)} />
          </g>
        );
      })}
      <rect y="260" width="400" height="40" fill={shade(34)} />
    </>
  );
}

/** A shelf with books of all heights. */
function Books({ next, shade, other }: DrawingProps) {
  const count = 9 + next(3);
  return (
    <>
      <circle cx={90 + next(220)} cy="150" r={96 + next(24)} fill={shade(22)} />
      {Array.from({ length: count }, (_, at) => {
        const [wide, tall] = [18 + next(3) * 4, 96 + next(70)];
        const left = 66 + at * 25;
        const lean = at === count - 1 ? -9 : 0;
        return (
          <g key={at} transform={`rotate(${lean} ${left} 244)`}>
            <rect
              x={left}
              y={244 - tall}
              width={wide}
              height={tall}
              rx="3"
              fill={next(3) === 0 ? other(62) : shade(40 + next(4) * 14)}
            />
            <rect x={left + 4} y={262 - tall} width={wide - 8} height="5" rx="2" fill={shade(12)} />
          </g>
        );
      })}
      <rect x="40" y="244" width="320" height="9" rx="4" fill={shade(78)} />
    </>
  );
}

/** A laid table, seen from above. */
function Plate({ next, shade, other }: DrawingProps) {
  return (
    <>
      <circle cx="200" cy="150" r="112" fill={shade(30)} />
      <circle cx="200" cy="150" r="100" fill={shade(4)} />
      <circle cx="200" cy="150" r="70" fill={shade(16)} />
      {Array.from({ length: 7 }, (_, at) => {
        const [angle, far] = [(at * Math.PI * 2) / 7 + next(6) / 10, at === 0 ? 4 : 26 + next(18)];
        return (
          <circle
            key={at}
            cx={Math.round(200 + Math.cos(angle) * far)}
            cy={Math.round(150 + Math.sin(angle) * far)}
            r={12 + next(11)}
            fill={next(3) === 0 ? other(66) : shade(44 + next(4) * 12)}
          />
        );
      })}
      <g fill="none" stroke={shade(70)} strokeWidth="7" strokeLinecap="round">
        <path d="M52 66v46c0 12 8 18 14 18s14-6 14-18V66M66 66v172" />
        <path d="M340 238V66c-18 12-22 52-18 92h18" />
      </g>
    </>
  );
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

/** What has a look of its own, by its icon. */
const scenes: Readonly<Record<string, readonly ComponentType<DrawingProps>[]>> = {
  home: [Houses],
  building: [Houses, Houses, Emblem],
  utensils: [Plate],
  book: [Books, Hills, Emblem, Arcs],
};

export const drawingsOf = (icon: string): readonly ComponentType<DrawingProps>[] => scenes[icon] ?? drawings;
