import type { ApiPage, FieldMeta, ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { may } from "../permissions.ts";
import { Link } from "../routing/links.tsx";
import { Icon } from "./icon.tsx";
import { RecordTable } from "./record-table.tsx";
import { ButtonLink } from "./ui/button.tsx";
import { Card } from "./ui/card.tsx";

export interface Related {
  model: ModelMeta;
  /** The reference field of `model` that points to the record of the page. */
  field: FieldMeta;
  page: ApiPage;
}

/** Records that point to the one of the page. */
export function RelatedList({ model, field, page, ownerId }: Related & { ownerId: string }) {
  const here = new URLSearchParams({ [field.key]: ownerId });
  const isFull = field.unique === true && page.total > 0;
  return (
    <Card
      title={field.reference?.inverseLabel ?? model.pluralLabel}
      action={
        !isFull &&
        may(model, "create") && (
          <ButtonLink to={`/${model.slug}/new?${here}`} size="small">
            <Icon name="plus" className="size-4" />
            {say.newOf(model)}
          </ButtonLink>
        )
      }
    >
      {page.total === 0 ? (
        <p className="px-5 py-6 text-sm text-subtle">{say.noneYet(model)}.</p>
      ) : (
        <RecordTable
          model={model}
          records={page.items}
          caption={field.reference?.inverseLabel ?? model.pluralLabel}
          without={field.key}
        />
      )}
      {page.total > page.items.length && (
        <p className="border-t px-5 py-3 text-sm">
          <Link to={`/${model.slug}?${here}`} className="rounded text-accent hover:underline">
            {say.showAll(page.total, model)}
          </Link>
        </p>
      )}
    </Card>
  );
}
