import type { ApiPage, FieldMeta, ModelMeta } from "../../shared/model.ts";

/** What every view of a list is given. */
export interface ViewProps {
  model: ModelMeta;
  /** The field the view is made of. */
  field: FieldMeta;
  page: ApiPage;
  query: URLSearchParams;
  onChange: (changes: Record<string, string>) => void;
}
