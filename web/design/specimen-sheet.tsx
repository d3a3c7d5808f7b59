import type { ReactNode } from "react";

export interface Specimen {
  name: string;
  /** When to use it. */
  note: string;
  draw: () => ReactNode;
}

const themes = ["light", "dark"] as const;

/** One specimen in both themes, whatever the page's own theme is. */
export function SpecimenSheet({ specimen: { name, note, draw: Draw } }: { specimen: Specimen }) {
  return (
    <div className="mt-8">
      <h3 className="font-[600]">{name}</h3>
      <p className="max-w-prose text-sm text-muted">{note}</p>
      <div className="mt-3 grid overflow-hidden rounded-lg border border-line md:grid-cols-2">
        {themes.map((theme) => (
          <div
            key={theme}
            data-theme={theme}
            role="group"
            aria-label={`${name}, ${theme}`}
            className="min-w-0 bg-canvas p-5 text-ink"
          >
            <Draw />
          </div>
        ))}
      </div>
    </div>
  );
}

/** States beside each other, each with its name. */
export function States({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-end gap-x-4 gap-y-4">{children}</div>;
}

export function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-1.5">
      {children}
      <span className="text-2xs text-muted">{name}</span>
    </div>
  );
}
