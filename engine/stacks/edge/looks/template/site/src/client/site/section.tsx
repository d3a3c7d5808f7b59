import { type ReactNode, useId } from "react";

/** Keeps what it holds to the width of the page. */
export const pageWidth = "mx-auto w-full max-w-6xl px-4 sm:px-6 lg:px-8";

interface SectionProps {
  title: string;
  action?: ReactNode;
  /** A tinted ground, to set it apart from its neighbours. */
  tinted?: boolean;
  children: ReactNode;
}

export function Section({ title, action, tinted = false, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={tinted ? "border-y bg-muted" : ""}>
      <div className={`${pageWidth} py-12 sm:py-16`}>
        <div className="mb-7 flex flex-wrap items-end justify-between gap-4">
          <h2 id={id} className="text-2xl font-semibold tracking-tight sm:text-3xl">
            {title}
          </h2>
          {action}
        </div>
        {children}
      </div>
    </section>
  );
}
