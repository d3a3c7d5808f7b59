import { type VariantProps, cva } from "class-variance-authority";
import * as Slot from "radix-ui/slot";
import type { ComponentProps } from "react";
import { classNames } from "../../lib/class-names.ts";
import { Spinner } from "./spinner.tsx";

export const buttonVariants = cva(
  "relative inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-[560] whitespace-nowrap select-none " +
    "transition-[background-color,border-color,color,transform] duration-150 active:translate-y-px " +
    "disabled:opacity-55 disabled:active:translate-y-0 aria-disabled:opacity-55 [&_svg]:shrink-0",
  {
    variants: {
      look: {
        primary: "bg-accent text-on-accent hover:bg-accent-hover",
        outline: "border border-line-strong/60 bg-surface text-ink hover:bg-hover hover:border-line-strong",
        quiet: "text-muted hover:bg-hover hover:text-ink",
        soft: "bg-hover text-ink hover:bg-pressed",
        danger: "bg-danger text-on-danger hover:bg-danger-hover",
        dangerQuiet: "text-danger-ink hover:bg-danger-soft",
      },
      size: {
        sm: "h-8 px-2.5 text-sm [&_svg]:size-3.5",
        md: "h-9 px-3.5 text-sm [&_svg]:size-4",
        lg: "h-11 px-5 text-base [&_svg]:size-4.5",
        icon: "size-8 [&_svg]:size-4",
        iconLg: "size-10 [&_svg]:size-4.5",
      },
    },
    defaultVariants: { look: "outline", size: "md" },
  },
);

interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonVariants> {
  /** Renders the child (a link) with the button's look. */
  asChild?: boolean;
  /** Shows a spinner in place of the content and refuses clicks; the width does not jump. */
  busy?: boolean;
}

export function Button({
  className,
  look,
  size,
  asChild = false,
  busy = false,
  disabled,
  children,
  ...props
}: ButtonProps) {
  const classes = classNames(buttonVariants({ look, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      className={classes}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      {...props}
    >
      {/* Unseen and not hidden: a button keeps its name while it works. */}
      <span className="contents">
        {busy ? <span className="inline-flex items-center gap-2 opacity-0">{children}</span> : children}
      </span>
      {busy && <Spinner className="absolute" />}
    </button>
  );
}
