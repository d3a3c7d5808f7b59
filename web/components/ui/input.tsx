import type { ComponentProps } from "react";
import { classNames } from "../../lib/class-names.ts";

const field =
  "w-full rounded-md border border-line-strong bg-surface text-ink transition-colors duration-150 " +
  "hover:border-muted focus-visible:border-accent focus-visible:outline-offset-0 " +
  "aria-invalid:border-danger disabled:opacity-60";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return <input type={type} className={classNames(field, "h-10 px-3 text-base", className)} {...props} />;
}

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea className={classNames(field, "px-3 py-2.5 text-base", className)} {...props} />;
}
