/** A product that people use in a browser, drawn in the theme's colours: there is no picture of it yet. */
export function ProductWindow() {
  return (
    <svg
      viewBox="0 0 480 330"
      aria-hidden="true"
      className="h-auto w-full overflow-visible rounded-xl bg-surface shadow-xl ring-1 ring-border"
    >
      <path d="M0 34H480" className="stroke-border" />
      {[18, 34, 50].map((x) => (
        <circle key={x} cx={x} cy="17" r="5" className="fill-border" />
      ))}
      <rect x="150" y="9" width="180" height="16" rx="8" className="fill-muted" />
      <path d="M0 34H104V318a12 12 0 0 1-12 12H12A12 12 0 0 1 0 318Z" className="fill-muted" />
      <rect x="14" y="50" width="20" height="20" rx="6" className="fill-accent" />
      <rect x="42" y="56" width="44" height="8" rx="4" className="fill-control" />
      {[58, 46, 62, 40, 52].map((width, at) => (
        <g key={width}>
          {at === 0 && <rect x="8" y="88" width="88" height="24" rx="6" className="fill-accent-soft" />}
          <rect
            x="18"
            y={96 + at * 30}
            width={width}
            height="8"
            rx="4"
            className={at === 0 ? "fill-accent" : "fill-border"}
          />
        </g>
      ))}
      <rect x="124" y="52" width="120" height="12" rx="6" className="fill-text" />
      <rect x="392" y="48" width="70" height="20" rx="6" className="fill-accent" />
      {[0, 1, 2].map((at) => (
        <g key={at} transform={`translate(${124 + at * 116} 84)`}>
          <rect width="106" height="62" rx="8" className="fill-surface stroke-border" />
          <rect x="12" y="13" width="46" height="7" rx="3.5" className="fill-border" />
          <rect x="12" y="32" width={34 + at * 9} height="14" rx="5" className="fill-text" />
          <circle cx="86" cy="38" r="9" className="fill-accent-soft" />
          <path d="m82 40 4-5 4 5" className="fill-none stroke-accent" strokeWidth="2" />
        </g>
      ))}
      <rect x="124" y="160" width="208" height="152" rx="8" className="fill-surface stroke-border" />
      {[38, 62, 50, 84, 70, 104].map((height, at) => (
        <rect
          key={height}
          x={142 + at * 30}
          y={294 - height}
          width="18"
          height={height}
          rx="4"
          className={at === 5 ? "fill-accent" : "fill-accent-soft"}
        />
      ))}
      <rect x="346" y="160" width="116" height="152" rx="8" className="fill-surface stroke-border" />
      {[54, 40, 58, 46].map((width, at) => (
        <g key={width} transform={`translate(358 ${174 + at * 35})`}>
          <circle cx="10" cy="10" r="10" className={at % 2 === 0 ? "fill-accent-soft" : "fill-muted"} />
          <rect x="28" y="2" width={width} height="7" rx="3.5" className="fill-control" />
          <rect x="28" y="13" width={width - 14} height="6" rx="3" className="fill-border" />
        </g>
      ))}
    </svg>
  );
}
