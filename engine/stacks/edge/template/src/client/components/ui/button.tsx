import type { ComponentProps } from "react";
import { Link, type LinkProps } from "../../link.tsx";
import { classNames } from "../../class-names.ts";

const base =
  "inline-flex items-center justify-center gap-2 rounded-lg text-sm font-medium whitespace-nowrap transition-colors print:hidden disabled:cursor-not-allowed disabled:opacity-60";

const variants = {
  primary: "bg-primary text-on-primary shadow-xs hover:bg-primary-hover",
  secondary: "border border-control/60 bg-surface text-text shadow-xs hover:bg-muted",
  ghost: "text-subtle hover:bg-muted hover:text-text",
  danger: "bg-danger-solid text-white shadow-xs hover:brightness-90",
} as const;

const sizes = { medium: "h-10 px-4", small: "h-9 px-3", icon: "size-9" } as const;

interface Look {
  variant?: keyof typeof variants;
  size?: keyof typeof sizes;
}

const look = ({ variant = "secondary", size = "medium" }: Look, className: string | undefined): string =>
  classNames(base, variants[variant], sizes[size], className);

export function Button({ variant, size, className, ...props }: Look & ComponentProps<"button">) {
  return (
    <button
      type="button"
      className={look({ ...(variant && { variant }), ...(size && { size }) }, className)}
      {...props}
    />
  );
}

export function ButtonLink({ variant, size, className, ...props }: Look & LinkProps) {
  return <Link className={look({ ...(variant && { variant }), ...(size && { size }) }, className)} {...props} />;
}
