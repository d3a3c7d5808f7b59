import type { ColumnMatch } from "../../shared/csv-records.ts";
import type { ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { controlLook } from "../components/fields/control.ts";
import { Icon } from "../components/icon.tsx";
import { Card } from "../components/ui/card.tsx";
import { type ImportRow, reasonOf } from "./run-import.ts";

const rowsShown = 8;
const problemsShown = 20;

export function ColumnMatching({
  model,
  header,
  match,
  onChange,
}: {
  model: ModelMeta;
  header: readonly string[];
  match: ColumnMatch;
  onChange: (match: ColumnMatch) => void;
}) {
  return (
    <Card title={say.matchColumns}>
      <div className="grid gap-x-5 gap-y-4 p-5 sm:grid-cols-2 lg:grid-cols-3">
        {model.fields.map((field) => {
          const id = `column-${field.key}`;
          return (
            <div key={field.key} className="min-w-0">
              <label htmlFor={id} className="mb-1.5 flex justify-between gap-2 text-sm font-medium">
                <span className="min-w-0 truncate">{field.label}</span>
                {!field.required && (
                  <span aria-hidden="true" className="text-xs font-normal text-subtle">
                    {say.optional}
                  </span>
                )}
              </label>
              <select
                id={id}
                value={match[field.key] ?? ""}
                onChange={(event) => {
                  const { [field.key]: _before, ...rest } = match;
                  onChange(event.target.value === "" ? rest : { ...rest, [field.key]: Number(event.target.value) });
                }}
                className={controlLook}
              >
                <option value="">{say.leaveEmpty}</option>
                {header.map((name, at) => (
                  // Columns have no identity but their place.
                  // oxlint-disable-next-line react/no-array-index-key
                  <option key={at} value={at}>
                    {name.trim() || say.column(at + 1)}
                  </option>
                ))}
              </select>
            </div>
          );
        })}
      </div>
    </Card>
  );
}

export function Preview({ model, match, rows }: { model: ModelMeta; match: ColumnMatch; rows: readonly ImportRow[] }) {
  const fields = model.fields.filter((field) => match[field.key] !== undefined);
  const broken = rows.filter(({ errors }) => Object.keys(errors).length > 0);
  return (
    <Card title={say.preview}>
      {broken.length > 0 && (
        <div className="border-b px-5 py-4 text-sm">
          <p className="flex items-center gap-2 font-medium text-danger">
            <Icon name="alert" className="size-4" />
            {say.rowsBroken(broken.length, rows.length)}
          </p>
          <ul className="mt-2 max-h-48 space-y-1 overflow-y-auto text-subtle">
            {broken.slice(0, problemsShown).map(({ number, errors }) => (
              <li key={number} className="break-words">
                <span className="font-medium text-text">{say.rowNumber(number)}</span> {reasonOf(model, errors, "")}
              </li>
            ))}
          </ul>
          {broken.length > problemsShown && (
            <p className="mt-1 text-subtle">{say.andMore(broken.length - problemsShown)}</p>
          )}
        </div>
      )}
      {/* Wider than the page: the keyboard scrolls it once it has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={say.firstRows}>
        <table className="w-full text-left text-sm">
          <caption className="sr-only">{say.firstRows}</caption>
          <thead className="border-b text-xs text-subtle">
            <tr>
              <th scope="col" className="px-4 py-2.5 pl-5 font-medium">
                {say.row}
              </th>
              {fields.map((field) => (
                <th key={field.key} scope="col" className="px-4 py-2.5 font-medium whitespace-nowrap">
                  {field.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {rows.slice(0, rowsShown).map(({ number, cells, errors }) => (
              <tr key={number}>
                <th scope="row" className="px-4 py-2.5 pl-5 font-normal text-subtle tabular-nums">
                  {number}
                </th>
                {fields.map((field) => (
                  <td key={field.key} className="max-w-60 px-4 py-2.5 align-top">
                    <span className={errors[field.key] ? "line-clamp-2 text-danger" : "line-clamp-2"}>
                      {cells[match[field.key] ?? -1] || "–"}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > rowsShown && (
        <p className="border-t px-5 py-3 text-xs text-subtle">{say.firstRowsOf(rowsShown, rows.length)}</p>
      )}
    </Card>
  );
}
