import type { ApiRecord, FieldMeta, ModelMeta } from "../../shared/model.ts";
import { FieldText, hasText } from "../components/field-text.tsx";
import { RecordBadges } from "../components/record-badges.tsx";
import { tableFields } from "../components/record-table.tsx";
import { Link } from "../routing/links.tsx";

const untold = new Set<FieldMeta["type"]>(["boolean", "image", "color", "url"]);

/** A record in a few lines: its name, its badges, and the two values that tell most. */
export function CardText({ model, record, without }: { model: ModelMeta; record: ApiRecord; without?: FieldMeta | undefined }) {
  const facts = tableFields(model, without?.key).filter((field) => !untold.has(field.type) && hasText(field, record));
  return (
    <>
      <Link
        to={`/${model.slug}/${record.id}`}
        draggable={false}
        className="block rounded text-sm font-medium break-words underline-offset-2 hover:underline"
      >
        {record._label}
      </Link>
      <RecordBadges model={model} record={record} />
      {facts.length > 0 && (
        <dl className="mt-1 space-y-0.5 text-xs text-subtle">
          {facts.slice(0, 2).map((field) => (
            <div key={field.key} className="flex min-w-0 gap-1">
              <dt className="shrink-0 after:content-[':']">{field.label}</dt>
              <dd className="min-w-0 truncate">
                <FieldText field={field} record={record} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
