import { CardText } from "./record-card.tsx";
import type { ViewProps } from "./view.ts";

export function CardsView({ model, page }: Pick<ViewProps, "model" | "page">) {
  return (
    <ul className="grid gap-3 p-3 sm:grid-cols-[repeat(auto-fill,minmax(15rem,1fr))]">
      {page.items.map((record) => (
        <li key={record.id} className="min-w-0 rounded-lg border bg-surface p-4">
          <CardText model={model} record={record} />
        </li>
      ))}
    </ul>
  );
}
