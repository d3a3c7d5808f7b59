import { Suspense } from "react";
import type { ApiRecord, ModelMeta } from "../../shared/model.ts";
import { recordPanels } from "./registry.ts";

/** What a record's page shows beside its own fields; loaded after them. */
export function RecordPanels({ model, record }: { model: ModelMeta; record: ApiRecord }) {
  return recordPanels
    .filter((panel) => panel.models.includes(model.key))
    .map(({ id, Panel }) => (
      <Suspense key={`${id}-${record.id}`} fallback={null}>
        <Panel model={model} record={record} />
      </Suspense>
    ));
}
