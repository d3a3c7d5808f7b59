import { lazy, Suspense } from "react";
import type { ApiRecord, ModelMeta } from "../../shared/model.ts";
import { Portrait } from "./portrait.tsx";

// Most models have no pictures, and drawing them takes code.
const Picture = lazy(async () => ({ default: (await import("./cover.tsx")).Picture }));

/** Who has a name and an address is somebody. */
const isSomebody = (model: ModelMeta): boolean =>
  model.titleFields.some((key) => /name$/i.test(key)) && model.fields.some(({ type }) => type === "email");

/** A small picture beside a record's name: people by their first letters, things as they look, the rest by nothing. */
export function RecordThumb({ model, record }: { model: ModelMeta; record: ApiRecord }) {
  const image = model.fields.find(({ type }) => type === "image");
  const value = image && record[image.key];
  const src = typeof value === "string" && value !== "" ? value : undefined;
  if (isSomebody(model)) return <Portrait src={src} name={record._label} className="size-9 text-xs" />;
  if (!image) return null;
  return (
    <span className="size-9 shrink-0">
      <Suspense fallback={null}>
        <Picture src={src} seed={record.id} icon={model.icon} className="size-9 rounded-lg" />
      </Suspense>
    </span>
  );
}
