import type { ApiRecord, ModelMeta } from "../../../shared/model.ts";
import { ButtonLink } from "../../components/ui/button.tsx";
import { threadPath } from "./discussions-api.ts";
import { words } from "./words.ts";

/** Leads from the record to what people say about it. */
export function Panel({ record }: { model: ModelMeta; record: ApiRecord }) {
  return (
    <p>
      <ButtonLink to={threadPath(record.id)} variant="primary">
        {words.open}
      </ButtonLink>
    </p>
  );
}
