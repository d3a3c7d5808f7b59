import type { DrawingProps } from "../cover-drawings.tsx";

/** A laid table, seen from above. */
export function Plate({ next, shade, other }: DrawingProps) {
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
