import type { DrawingProps } from "../cover-drawings.tsx";

/** A street: gables and flat roofs, some windows lit. */
export function Houses({ next, shade, other }: DrawingProps) {
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
