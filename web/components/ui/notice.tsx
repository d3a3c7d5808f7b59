import { type VariantProps, cva } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "../../lib/class-names.ts";

const noticeVariants = cva(
  "flex gap-3 rounded-lg border p-3.5 text-sm [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "border-line bg-surface text-ink",
        working: "border-accent-line bg-accent-soft text-ink [&>svg]:text-accent-ink",
        waiting: "border-waiting-line bg-waiting-soft text-ink [&>svg]:text-waiting-ink",
        done: "border-done-line bg-done-soft text-ink [&>svg]:text-done-ink",
        danger: "border-danger-line bg-danger-soft text-ink [&>svg]:text-danger-ink",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

interface NoticeProps extends Omit<ComponentProps<"div">, "title">, VariantProps<typeof noticeVariants> {
  icon?: ReactNode;
  title?: ReactNode;
  actions?: ReactNode;
}

export function Notice({ className, tone, icon, title, actions, children, ...props }: NoticeProps) {
  return (
    <div className={classNames(noticeVariants({ tone }), className)} {...props}>
      {icon}
      <div className="min-w-0 flex-1">
        {title !== undefined && <p className="font-[600] wrap-anywhere">{title}</p>}
        {children !== undefined && <div className="text-sm wrap-anywhere">{children}</div>}
        {actions !== undefined && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
