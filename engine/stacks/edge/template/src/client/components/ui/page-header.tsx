import type { ReactNode } from "react";
import { appName } from "../../../shared/app.ts";
import { Link } from "../../link.tsx";
import { Icon } from "../icon.tsx";

interface PageHeaderProps {
  title: string;
  description?: ReactNode;
  /** The page above this one. */
  back?: { to: string; label: string };
  actions?: ReactNode;
}

export function PageHeader({ title, description, back, actions }: PageHeaderProps) {
  return (
    <header className="mb-6">
      <title>{`${title} · ${appName}`}</title>
      {back && (
        <Link to={back.to} className="mb-2 inline-flex items-center gap-1 rounded text-sm text-subtle hover:text-text">
          <Icon name="left" className="size-4" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="text-2xl font-semibold tracking-tight text-balance break-words">{title}</h1>
          {description && <div className="mt-1.5 max-w-2xl text-sm text-pretty text-subtle">{description}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}
