import { lazy, Suspense, useState } from "react";
import type { ApiRecord, ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { may } from "../permissions.ts";
import { Link } from "../routing/links.tsx";
import { Icon } from "./icon.tsx";
import { Button, ButtonLink } from "./ui/button.tsx";
import { menuItemLook, Popover } from "./ui/popover.tsx";

const DeleteDialog = lazy(async () => ({ default: (await import("./delete-dialog.tsx")).DeleteDialog }));

/** What can be done with the record of a page. */
export function RecordActions({ model, record }: { model: ModelMeta; record: ApiRecord }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {may(model, "update", record) && (
        <ButtonLink to={`/${model.slug}/${record.id}/edit`}>
          <Icon name="pencil" className="size-4" />
          {say.edit}
        </ButtonLink>
      )}
      {may(model, "delete", record) && (
        <Button onClick={() => setAsking(true)}>
          <Icon name="trash" className="size-4" />
          {say.remove}
        </Button>
      )}
      <Popover label={say.more} icon="more" iconOnly>
        {may(model, "create") && (
          <Link to={`/${model.slug}/new?copy-of=${record.id}`} className={menuItemLook}>
            <Icon name="copy" className="size-4 text-subtle" />
            {say.duplicate}
          </Link>
        )}
        <button type="button" className={menuItemLook} onClick={() => window.print()}>
          <Icon name="printer" className="size-4 text-subtle" />
          {say.print}
        </button>
      </Popover>
      {isAsking && (
        <Suspense fallback={null}>
          <DeleteDialog
            model={model}
            id={record.id}
            label={record._label}
            onClose={() => setAsking(false)}
            next={`/${model.slug}`}
          />
        </Suspense>
      )}
    </>
  );
}
