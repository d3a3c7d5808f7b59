import { lazy, Suspense, useState } from "react";
import type { ApiRecord, FieldMeta, ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { may } from "../permissions.ts";
import { Icon } from "./icon.tsx";
import { RecordTable } from "./record-table.tsx";
import { Button, ButtonLink } from "./ui/button.tsx";

const BulkBar = lazy(async () => ({ default: (await import("./bulk-bar.tsx")).BulkBar }));

interface TableViewProps {
  model: ModelMeta;
  records: readonly ApiRecord[];
  columns: readonly FieldMeta[];
  sort: string;
  onSort: (sort: string) => void;
  onDelete: (record: ApiRecord) => void;
}

function RowActions({ model, record, onDelete }: Pick<TableViewProps, "model" | "onDelete"> & { record: ApiRecord }) {
  return (
    <>
      {may(model, "update", record) && (
        <ButtonLink
          to={`/${model.slug}/${record.id}/edit`}
          variant="ghost"
          size="icon"
          aria-label={say.edit}
          aria-describedby={`record-${record.id}`}
        >
          <Icon name="pencil" className="size-4" />
        </ButtonLink>
      )}
      {may(model, "delete", record) && (
        <Button
          variant="ghost"
          size="icon"
          aria-label={say.remove}
          aria-describedby={`record-${record.id}`}
          onClick={() => onDelete(record)}
        >
          <Icon name="trash" className="size-4" />
        </Button>
      )}
    </>
  );
}

/** The table with what can be done to its rows, one by one or together. */
export function TableView({ model, records, columns, sort, onSort, onDelete }: TableViewProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  // Only what can be seen is acted on.
  const ids = records.filter(({ id }) => selected.has(id)).map(({ id }) => id);
  const mayChange = may(model, "update") || may(model, "delete");
  return (
    <>
      {ids.length > 0 && (
        <Suspense fallback={null}>
          <BulkBar model={model} ids={ids} onClear={() => setSelected(new Set())} />
        </Suspense>
      )}
      <RecordTable
        model={model}
        records={records}
        caption={model.pluralLabel}
        columns={columns}
        sorting={{ current: sort, onSort }}
        {...(mayChange && {
          selection: { ids: selected, onChange: setSelected },
          actions: (record) => <RowActions model={model} record={record} onDelete={onDelete} />,
        })}
      />
    </>
  );
}
