"use client";

import { useEffect, useState } from "react";
import type { RecordNames } from "../../shared/csv-records.ts";
import type { ModelMeta } from "../../shared/model.ts";
import { ImportView } from "../pages/import.tsx";
import { loadRecordNames } from "./record-names.ts";

const none: RecordNames = new Map();

/** The names that reference columns are matched with come after the page, since there may be thousands. */
export function ImportPage({ model }: { model: ModelMeta }) {
  const [names, setNames] = useState(none);
  useEffect(() => {
    const abort = new AbortController();
    loadRecordNames(model, abort.signal).then(setNames, (failure: unknown) => {
      // Without them references can still be given by id.
      if (!abort.signal.aborted) console.error(failure);
    });
    return () => abort.abort();
  }, [model]);
  return <ImportView model={model} names={names} />;
}
