import type { ComponentProps } from "react";
import { classNames } from "../lib/class-names.ts";

/** The mark: an N drawn as a route, from an open stop to a signal that shows "proceed". */
export function Mark({ className, ...props }: ComponentProps<"svg">) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={classNames("size-6", className)} {...props}>
      <path
        d="M5 15.4V5l14 14V9.2"
        stroke="var(--accent)"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="5" cy="18.8" r="2.1" stroke="var(--accent)" strokeWidth="1.7" />
      <circle cx="19" cy="5.4" r="2.7" fill="var(--waiting)" />
    </svg>
  );
}

export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={classNames("inline-flex items-center gap-2", className)}>
      <Mark />
      <span className="display text-lg leading-none">NexusGen</span>
    </span>
  );
}
