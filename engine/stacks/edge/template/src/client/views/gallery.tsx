import { Icon } from "../components/icon.tsx";
import { CardText } from "./record-card.tsx";
import type { ViewProps } from "./view.ts";

export function GalleryView({ model, field, page }: ViewProps) {
  return (
    <ul className="grid grid-cols-2 gap-3 p-3 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]">
      {page.items.map((record) => {
        const image = record[field.key];
        return (
          <li key={record.id} className="min-w-0 overflow-hidden rounded-lg border bg-surface">
            {typeof image === "string" && image !== "" ? (
              // The name below says what it shows.
              <img src={image} alt="" loading="lazy" className="aspect-4/3 w-full bg-muted object-cover" />
            ) : (
              <div className="grid aspect-4/3 w-full place-items-center bg-muted text-subtle">
                <Icon name="image" className="size-8" />
              </div>
            )}
            <div className="p-3">
              <CardText model={model} record={record} without={field} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
