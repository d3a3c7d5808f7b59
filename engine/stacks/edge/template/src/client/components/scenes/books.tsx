import type { DrawingProps } from "../cover-drawings.tsx";

/** A shelf with books of all heights. */
export function Books({ next, shade, other }: DrawingProps) {
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
