import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { templatesQuery } from "../lib/dashboard-queries.ts";
import { TemplateCard } from "../templates/template-card.tsx";

/** One of each kind, so that a glance shows how wide the library is. */
const shown = ["project-board", "appointments", "online-shop", "recipes", "club", "cafe-site"];

export function TemplateStrip() {
  const library = useQuery(templatesQuery).data;
  const templates = shown.flatMap((id) => library?.items.find((template) => template.id === id) ?? []);
  return (
    <section aria-labelledby="begin-with">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="begin-with" className="eyebrow">
          Or begin with a template
        </h2>
        <Link to="/templates" className="text-sm text-accent-ink hover:underline">
          All {library?.items.length ?? ""} templates
        </Link>
      </div>
      <ul className="mt-3 grid min-h-32 grid-cols-2 gap-3 sm:grid-cols-3 wide:grid-cols-6">
        {templates.map((template) => (
          <li key={template.id}>
            <TemplateCard template={template} to={`/templates?template=${template.id}`} isSmall />
          </li>
        ))}
      </ul>
    </section>
  );
}
