import type { ReactNode } from "react";

/** A section of the settings: what it is beside what can be done. */
export function Row({ title, words, children }: { title: string; words: string; children: ReactNode }) {
  return (
    <section className="grid gap-4 py-7 md:grid-cols-[1fr_1.4fr] md:gap-10">
      <div>
        <h2 className="font-[600]">{title}</h2>
        <p className="text-sm text-muted">{words}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
