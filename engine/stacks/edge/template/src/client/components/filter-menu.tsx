import { lazy, Suspense } from "react";
import type { FieldMeta, ModelMeta } from "../../shared/model.ts";
import { filterParameters, isRanged } from "../../shared/views.ts";
import { say } from "../../shared/say.ts";
import { Popover } from "./ui/popover.tsx";

const FilterForm = lazy(async () => ({ default: (await import("./filter-form.tsx")).FilterForm }));

interface FilterMenuProps {
  model: ModelMeta;
  query: URLSearchParams;
  /** Fields that have a control of their own. */
  except: readonly FieldMeta[];
  /** Names of the records chosen in reference filters, by field. */
  names: Readonly<Record<string, string>>;
  onChange: (changes: Record<string, string>) => void;
}

/** The filters that need more room: references, ranges of dates and numbers, and choices beyond the first few. */
export function FilterMenu({ model, except, ...props }: FilterMenuProps) {
  const fields = model.fields.filter(
    (field) =>
      !except.includes(field) &&
      (isRanged(field) || field.reference || field.type === "enum" || field.type === "boolean"),
  );
  if (fields.length === 0) return null;
  const count = fields.filter((field) => filterParameters(field).some((name) => props.query.get(name))).length;
  return (
    <Popover label={say.filters} icon="filter" count={count} className="sm:w-80">
      <Suspense fallback={<div className="h-40" />}>
        <FilterForm fields={fields} {...props} />
      </Suspense>
    </Popover>
  );
}
