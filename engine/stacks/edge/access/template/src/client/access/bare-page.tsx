import type { ReactNode } from "react";
import { appName } from "../../shared/app.ts";
import { SchemeToggle } from "../shell/scheme-toggle.tsx";

/** A page with one thing on it, without the shell. */
export function BarePage({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col bg-muted/50 px-4 py-6">
      <title>{`${title} · ${appName}`}</title>
      <header className="mx-auto flex w-full max-w-sm items-center justify-between gap-3">
        <p className="flex min-w-0 items-center gap-2.5 font-semibold tracking-tight">
          <img src="/favicon.svg" alt="" className="size-7" />
          <span className="truncate">{appName}</span>
        </p>
        <SchemeToggle />
      </header>
      <main className="mx-auto my-auto w-full max-w-sm py-8">
        <div className="rounded-xl border bg-surface p-6 shadow-xs sm:p-8">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {text && <p className="mt-1.5 text-sm text-pretty text-subtle">{text}</p>}
          {children}
        </div>
      </main>
    </div>
  );
}
