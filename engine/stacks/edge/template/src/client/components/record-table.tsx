import { Fragment, type ReactNode } from "react";
import type { ApiRecord, FieldMeta, ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { classNames } from "../class-names.ts";
import { Link } from "../routing/links.tsx";
import { FieldText, hasText } from "./field-text.tsx";
import { FieldValue, isNumeric } from "./field-value.tsx";
import { Icon } from "./icon.tsx";
import { RecordBadges } from "./record-badges.tsx";
import { RecordThumb } from "./record-thumb.tsx";
import { SelectAll, type Selection, SelectRow } from "./row-selection.tsx";

/** Long or structured values belong on the record's own page. */
const notInTables = new Set(["richText", "longText", "json", "file"]);
/** Stands beside the name instead (record-thumb.tsx). */
const besideName = "image";
const mostColumns = 6;
/** By the room the table has, not the screen: beside a menu, or in a card, there is less. The name is always there. */
const visibility = [
  "hidden @md:table-cell",
  "hidden @2xl:table-cell",
  "hidden @3xl:table-cell",
  "hidden @5xl:table-cell",
  "hidden @6xl:table-cell",
  "hidden @7xl:table-cell",
];

const beyond = "hidden @7xl:table-cell";

const rank = (field: FieldMeta): number =>
  field.required ? (field.type === "boolean" ? 2 : 0) : field.reference || field.type === "enum" ? 1 : 3;

/** The most telling fields, in the model's own order. */
export function tableFields(model: ModelMeta, without?: string): FieldMeta[] {
  const rest = model.fields.filter(
    ({ key, type }) => key !== without && type !== besideName && !notInTables.has(type),
  );
  // An address says again what the name says.
  const named = rest.filter((field) => !model.titleFields.includes(field.key) && field.key !== "slug");
  const chosen = new Set(named.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostColumns));
  return named.filter((field) => chosen.has(field));
}

/** Says little in a line of words, or too much. */
const untold = new Set<FieldMeta["type"]>(["boolean", "image", "color", "url", "email", "phone"]);

/** What narrow tables show under the name, in place of the hidden columns. */
function Summary({ fields, record }: { fields: readonly FieldMeta[]; record: ApiRecord }) {
  const told = fields.filter((field) => !untold.has(field.type) && hasText(field, record));
  return (
    <span className="mt-0.5 block text-xs text-subtle wrap-anywhere @md:hidden">
      {told.slice(0, 3).map((field, at) => (
        <Fragment key={field.key}>
          {at > 0 && " · "}
          {/* A bare number could be anything. */}
          {isNumeric(field) && field.type !== "money" && `${field.label} `}
          <FieldText field={field} record={record} />
        </Fragment>
      ))}
    </span>
  );
}

export interface Sorting {
  /** "name" or "-name". */
  current: string;
  onSort: (sort: string) => void;
}

function HeaderCell({
  field,
  className,
  sorting,
}: {
  field: { key: string; label: string };
  className: string;
  sorting: Sorting | undefined;
}) {
  const isAscending = sorting?.current === field.key;
  const isDescending = sorting?.current === `-${field.key}`;
  return (
    <th
      scope="col"
      className={classNames("px-4 py-2.5 font-medium first:pl-5", className)}
      {...(sorting && { "aria-sort": isAscending ? "ascending" : isDescending ? "descending" : "none" })}
    >
      {sorting ? (
        <button
          type="button"
          className="inline-flex items-center gap-1 rounded hover:text-text"
          onClick={() => sorting.onSort(isAscending ? `-${field.key}` : field.key)}
        >
          {field.label}
          {(isAscending || isDescending) && <Icon name={isAscending ? "up" : "down"} className="size-3.5" />}
        </button>
      ) : (
        field.label
      )}
    </th>
  );
}

/** Fields that can stand in a table; the name has its own column. */
export const columnChoices = (model: ModelMeta): FieldMeta[] =>
  model.fields.filter((field) => !notInTables.has(field.type) && !model.titleFields.includes(field.key));

interface RecordTableProps {
  model: ModelMeta;
  records: readonly ApiRecord[];
  caption: string;
  /** A field that is the same in every row, left out. */
  without?: string;
  /** The columns; without them the most telling ones. */
  columns?: readonly FieldMeta[];
  sorting?: Sorting;
  selection?: Selection;
  actions?: (record: ApiRecord) => ReactNode;
}

export function RecordTable({
  model,
  records,
  caption,
  without,
  columns,
  sorting,
  selection,
  actions,
}: RecordTableProps) {
  const fields = columns ?? tableFields(model, without);
  const titleField =
    model.titleFields.length === 1 ? model.fields.find((field) => field.key === model.titleFields[0]) : undefined;
  return (
    <div className="@container overflow-x-auto">
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b text-xs text-subtle">
          <tr>
            {selection && <SelectAll records={records} selection={selection} />}
            <HeaderCell
              field={{ key: titleField?.key ?? "", label: titleField?.label ?? model.label }}
              className=""
              sorting={titleField && !titleField.reference ? sorting : undefined}
            />
            {fields.map((field, at) => (
              <HeaderCell
                key={field.key}
                field={field}
                className={classNames(visibility[at] ?? beyond, isNumeric(field) && "text-right")}
                sorting={field.reference || field.type === "image" ? undefined : sorting}
              />
            ))}
            {actions && (
              <th scope="col" className="w-px px-4 py-2.5">
                <span className="sr-only">{say.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody className="divide-y">
          {records.map((record) => (
            <tr key={record.id} className="hover:bg-muted/60">
              {selection && <SelectRow record={record} selection={selection} />}
              <th scope="row" className="min-w-44 px-4 py-3 font-normal first:pl-5">
                <div className="flex items-center gap-3">
                  <RecordThumb model={model} record={record} />
                  <div className="min-w-0">
                    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                      <Link
                        id={`record-${record.id}`}
                        to={`/${model.slug}/${record.id}`}
                        className="rounded font-medium break-words text-text underline-offset-2 hover:underline"
                      >
                        {record._label}
                      </Link>
                      <RecordBadges model={model} record={record} />
                    </span>
                    <Summary fields={fields} record={record} />
                  </div>
                </div>
              </th>
              {fields.map((field, at) => (
                <td
                  key={field.key}
                  className={classNames(
                    "max-w-72 px-4 py-3",
                    visibility[at] ?? beyond,
                    isNumeric(field) && "text-right",
                  )}
                >
                  <FieldValue field={field} record={record} compact />
                </td>
              ))}
              {actions && <td className="px-3 py-2 text-right whitespace-nowrap">{actions(record)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
