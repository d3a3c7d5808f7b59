import type { ReactNode } from "react";
import { useId } from "react";
import { classNames } from "../../class-names.ts";

/** A titled region. `action` stands at the right of the title. */
export function Card({
  title,
  action,
  className,
  children,
}: {
  title?: string;
  action?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      {...(title && { "aria-labelledby": id })}
      className={classNames("rounded-xl border bg-surface shadow-xs", className)}
    >
      {title && (
        <div className="flex flex-wrap items-center justify-between gap-3 border-b px-5 py-3.5">
          <h2 id={id} className="text-sm font-semibold">
            {title}
          </h2>
          {action}
        </div>
      )}
      {children}
    </section>
  );
}

export function EmptyState({
  icon,
  title,
  text,
  action,
}: {
  icon: ReactNode;
  title: string;
  text: string;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center px-6 py-14 text-center">
      <div className="mb-4 grid size-12 place-items-center rounded-full bg-accent-soft text-accent">{icon}</div>
      <p className="font-semibold">{title}</p>
      <p className="mt-1 max-w-sm text-sm text-pretty text-subtle">{text}</p>
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
