import type { ReactNode } from "react";
import { classNames } from "../../lib/class-names.ts";

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}

export function EmptyState({ icon, title, children, actions, className }: EmptyStateProps) {
  return (
    <div className={classNames("m-auto flex max-w-md flex-col items-center gap-2 px-6 py-12 text-center", className)}>
      {icon !== undefined && <div className="mb-1 text-muted [&_svg]:size-6">{icon}</div>}
      <p className="text-lg font-[600]">{title}</p>
      {children !== undefined && <div className="text-sm text-balance text-muted">{children}</div>}
      {actions !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
