import { Suspense } from "react";
import type { ApiRecord, ModelMeta } from "../../shared/model.ts";
import { recordActions, recordPanels } from "./registry.ts";

interface PanelsProps {
  model: ModelMeta;
  record: ApiRecord;
  /** The id of one of them. */
  only?: string;
  /** The id of one that does not belong here. */
  without?: string;
}

/** What a record's page shows beside its own fields; loaded after them. */
export function RecordPanels({ model, record, only, without }: PanelsProps) {
  return recordPanels
    .filter(({ id, models }) => models.includes(model.key) && id !== without && (only === undefined || id === only))
    .map(({ id, Panel }) => (
      <Suspense key={`${id}-${record.id}`} fallback={null}>
        <Panel model={model} record={record} />
      </Suspense>
    ));
}

/** What visitors can do with it at once, on cards and at the head of its page. */
export function RecordActions({ model, record, isLarge }: { model: ModelMeta; record: ApiRecord; isLarge?: boolean }) {
  return recordActions
    .filter((action) => action.models.includes(model.key))
    .map(({ id, Action }) => (
      <Suspense key={`${id}-${record.id}`} fallback={<div className="h-10" />}>
        <Action record={record} {...(isLarge && { isLarge })} />
      </Suspense>
    ));
}
