import type { ReactNode } from "react";
import { pageWidth } from "./section.tsx";

/** A public page that has nothing to show, and says why. */
export function SiteMessage({ title, text, action }: { title: string; text: string; action: ReactNode }) {
  return (
    <div className={`${pageWidth} py-24 text-center`}>
      <h1 className="text-3xl font-semibold tracking-tight sm:text-4xl">{title}</h1>
      <p className="mx-auto mt-3 mb-8 max-w-md text-pretty text-subtle">{text}</p>
      {action}
    </div>
  );
}
