import type { ApiRecord, ModelMeta } from "../../../shared/model.ts";
import type { PublicKind } from "../../../shared/site-meta.ts";

export interface CardProps {
  model: ModelMeta;
  record: ApiRecord;
  kind: PublicKind;
  /** One among several offers. */
  isFavoured: boolean;
}
