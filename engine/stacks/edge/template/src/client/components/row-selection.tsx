import type { ApiRecord } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";

export interface Selection {
  ids: ReadonlySet<string>;
  onChange: (ids: ReadonlySet<string>) => void;
}

export function SelectAll({ records, selection }: { records: readonly ApiRecord[]; selection: Selection }) {
  const count = records.filter(({ id }) => selection.ids.has(id)).length;
  return (
    <th scope="col" className="w-px py-2.5 pl-5 print:hidden">
      <input
        type="checkbox"
        aria-label={say.selectAll}
        checked={count > 0 && count === records.length}
        ref={(input) => {
          if (input) input.indeterminate = count > 0 && count < records.length;
        }}
        onChange={() => selection.onChange(new Set(count === records.length ? [] : records.map(({ id }) => id)))}
        className="block size-4 accent-primary"
      />
    </th>
  );
}

export function SelectRow({ record, selection }: { record: ApiRecord; selection: Selection }) {
  const isSelected = selection.ids.has(record.id);
  return (
    <td className="w-px py-3 pl-5 print:hidden">
      <input
        type="checkbox"
        aria-label={say.select(record._label)}
        checked={isSelected}
        onChange={() => {
          const next = new Set(selection.ids);
          if (isSelected) next.delete(record.id);
          else next.add(record.id);
          selection.onChange(next);
        }}
        className="block size-4 accent-primary"
      />
    </td>
  );
}
