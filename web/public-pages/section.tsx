import type { ReactNode } from "react";
import { classNames } from "../lib/class-names.ts";

interface SectionProps {
  title: string;
  intro?: ReactNode;
  tinted?: boolean;
  id?: string;
  children: ReactNode;
}

export function Section({ title, intro, tinted = false, id, children }: SectionProps) {
  return (
    <section
      id={id}
      className={classNames("scroll-mt-16 px-4 py-14 md:px-6 md:py-20", tinted && "border-y border-line bg-surface")}
    >
      <div className="mx-auto max-w-6xl">
        <h2 className="display text-3xl">{title}</h2>
        {intro !== undefined && <p className="mt-3 max-w-prose text-lg text-muted">{intro}</p>}
        <div className="mt-8">{children}</div>
      </div>
    </section>
  );
}

/** The first thing of a page below the front. */
export function PageHead({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="drafting border-b border-line px-4 py-12 md:px-6 md:py-16">
      <div className="mx-auto max-w-6xl">
        <h1 className="display max-w-3xl text-4xl">{title}</h1>
        <div className="mt-4 max-w-prose text-lg text-muted">{children}</div>
      </div>
    </section>
  );
}
