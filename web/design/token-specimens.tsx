import type { Specimen } from "./specimen-sheet.tsx";

const colours = [
  ["Ground", ["canvas", "surface", "raised", "sunken"]],
  ["Line and ink", ["line", "line-strong", "muted", "ink"]],
  ["Works", ["accent-soft", "accent-line", "accent", "accent-ink"]],
  ["Waits for you", ["waiting-soft", "waiting-line", "waiting", "waiting-ink"]],
  ["Done", ["done-soft", "done-line", "done", "done-ink"]],
  ["Stopped", ["danger-soft", "danger-line", "danger", "danger-ink"]],
] as const;

const sizes = [
  ["text-2xs", "11 / 16", "Counters"],
  ["text-xs", "12 / 18", "Labels and code"],
  ["text-sm", "13 / 20", "Controls and notes"],
  ["text-base", "15 / 24", "Reading"],
  ["text-lg", "17 / 26", "Introductions"],
  ["display text-xl", "21 / 28", "Panel titles"],
  ["display text-2xl", "28 / 34", "Sections"],
  ["display text-3xl", "38 / 42", "Pages"],
  ["display text-4xl", "50 / 52", "Fronts"],
] as const;

const steps = [4, 8, 12, 16, 24, 32, 48, 64];
const radii = ["rounded-sm", "rounded-md", "rounded-lg", "rounded-xl"] as const;

export const tokenSpecimens: Specimen[] = [
  {
    name: "Colours",
    note: "Meanings, not hues: a theme gives each its value. Soft is a ground, line a border, the plain one a signal, ink its text.",
    draw: () => (
      <dl className="flex flex-col gap-4">
        {colours.map(([meaning, names]) => (
          <div key={meaning}>
            <dt className="eyebrow">{meaning}</dt>
            <dd className="mt-1.5 grid grid-cols-4 gap-2">
              {names.map((name) => (
                <span key={name} className="min-w-0">
                  <span
                    aria-hidden="true"
                    className="block h-9 rounded-md border border-line"
                    style={{ background: `var(--${name})` }}
                  />
                  <code className="block truncate font-mono text-2xs text-muted">{name}</code>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    ),
  },
  {
    name: "Type",
    note: "Instrument Sans, whose width axis is the identity: display lines are set narrow. JetBrains Mono for code and figures that align.",
    draw: () => (
      <ul className="flex flex-col gap-3">
        {sizes.map(([className, size, use]) => (
          <li key={className} className="flex items-baseline justify-between gap-4">
            <span className={`min-w-0 truncate ${className}`}>{use}</span>
            <code className="shrink-0 font-mono text-2xs text-muted">{size}</code>
          </li>
        ))}
        <li className="font-mono text-xs">const figures = 0123456789;</li>
      </ul>
    ),
  },
  {
    name: "Spacing, corners, depth",
    note: "Multiples of four. Corners grow with the thing. Two depths: raised a little, floating above the page.",
    draw: () => (
      <div className="flex flex-col gap-6">
        <ul className="flex flex-wrap items-end gap-3">
          {steps.map((step) => (
            <li key={step} className="flex flex-col items-center gap-1">
              <span aria-hidden="true" className="bg-accent" style={{ width: step, height: step }} />
              <span className="font-mono text-2xs text-muted">{step}</span>
            </li>
          ))}
        </ul>
        <ul className="flex flex-wrap gap-3">
          {radii.map((radius) => (
            <li
              key={radius}
              className={`grid size-14 place-items-center border border-line-strong bg-surface ${radius}`}
            >
              <span className="font-mono text-2xs text-muted">{radius.slice(8)}</span>
            </li>
          ))}
          <li className="grid size-14 place-items-center rounded-lg bg-raised shadow-raise">
            <span className="font-mono text-2xs text-muted">raise</span>
          </li>
          <li className="grid size-14 place-items-center rounded-lg bg-raised shadow-float">
            <span className="font-mono text-2xs text-muted">float</span>
          </li>
        </ul>
      </div>
    ),
  },
  {
    name: "Motion",
    note: "Something moves when it works or has just come; 150 to 180 ms, one curve. With reduced motion nothing does, and nothing is lost.",
    draw: () => (
      <ul className="flex flex-wrap gap-8 text-sm">
        <li className="flex items-center gap-2.5">
          <span aria-hidden="true" className="size-3 animate-pulse-soft rounded-full bg-accent" /> At work
        </li>
        <li className="flex items-center gap-2.5">
          <span
            aria-hidden="true"
            className="size-4 animate-sweep rounded-full border-2 border-line-strong border-t-accent"
          />
          Under way
        </li>
        <li className="flex animate-rise items-center gap-2.5 rounded-md border border-line bg-raised px-2.5 py-1">
          Just came
        </li>
      </ul>
    ),
  },
];
