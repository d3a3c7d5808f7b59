import { Picture } from "../components/cover.tsx";
import { CardText } from "./record-card.tsx";
import type { ViewProps } from "./view.ts";

export function GalleryView({ model, field, page }: ViewProps) {
  return (
    <ul className="grid grid-cols-2 gap-3 p-3 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]">
      {page.items.map((record) => {
        const image = record[field.key];
        return (
          <li key={record.id} className="min-w-0 overflow-hidden rounded-lg border bg-surface">
            <Picture
              src={typeof image === "string" && image !== "" ? image : undefined}
              seed={record.id}
              icon={model.icon}
              className="aspect-4/3 w-full"
            />
            <div className="p-3">
              <CardText model={model} record={record} without={field} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
