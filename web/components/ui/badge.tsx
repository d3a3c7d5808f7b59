import { type VariantProps, cva } from "class-variance-authority";
import type { ComponentProps } from "react";
import { classNames } from "../../lib/class-names.ts";

const badgeVariants = cva(
  "inline-flex items-center gap-1.5 rounded-sm border px-1.5 text-xs font-[560] whitespace-nowrap [&_svg]:size-3",
  {
    variants: {
      tone: {
        neutral: "border-line bg-hover text-muted",
        working: "border-accent-line bg-accent-soft text-accent-ink",
        waiting: "border-waiting-line bg-waiting-soft text-waiting-ink",
        done: "border-done-line bg-done-soft text-done-ink",
        danger: "border-danger-line bg-danger-soft text-danger-ink",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type Tone = NonNullable<VariantProps<typeof badgeVariants>["tone"]>;

export function Badge({ className, tone, ...props }: ComponentProps<"span"> & VariantProps<typeof badgeVariants>) {
  return <span className={classNames(badgeVariants({ tone }), className)} {...props} />;
}
