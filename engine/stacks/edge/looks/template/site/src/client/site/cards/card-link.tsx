import type { ApiRecord, ModelMeta } from "../../../shared/model.ts";
import { Link } from "../../routing/links.tsx";

/** The whole card leads to the record's page. */
export function CardLink({ model, record }: { model: ModelMeta; record: ApiRecord }) {
  return (
    <Link to={`/${model.slug}/${record.id}`} className="after:absolute after:inset-0 group-hover:underline">
      {record._label}
    </Link>
  );
}
