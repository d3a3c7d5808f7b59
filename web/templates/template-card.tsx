import { Link } from "react-router";
import type { Template } from "../lib/api-types.ts";
import { templatePicture } from "../lib/dashboard-queries.ts";

interface TemplateCardProps {
  template: Template;
  /** Where its form opens. */
  to: string;
  /** As on the dashboard: the picture and the title. */
  isSmall?: boolean;
  /** Among the first that a screen shows. */
  isFirst?: boolean;
}

export function TemplateCard({ template, to, isSmall = false, isFirst = false }: TemplateCardProps) {
  const { id, title, purpose, models } = template;
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-raise transition-colors hover:border-line-strong">
      <img
        src={templatePicture(id)}
        alt=""
        width={640}
        height={400}
        loading={isFirst ? "eager" : "lazy"}
        fetchPriority={isFirst ? "high" : "auto"}
        className="aspect-[16/10] w-full border-b border-line bg-sunken object-cover object-top"
      />
      <div className={isSmall ? "px-3 py-2.5" : "flex flex-1 flex-col p-4"}>
        <h3 className={isSmall ? "text-sm font-[600]" : "text-lg leading-6 font-[600]"}>
          <Link to={to} preventScrollReset className="after:absolute after:inset-0 after:rounded-lg">
            {title}
          </Link>
        </h3>
        {!isSmall && (
          <>
            <p className="mt-1 text-sm text-muted">{purpose}</p>
            <p className="mt-auto pt-3 text-xs text-muted">Keeps {models.join(", ")}</p>
          </>
        )}
      </div>
    </article>
  );
}
