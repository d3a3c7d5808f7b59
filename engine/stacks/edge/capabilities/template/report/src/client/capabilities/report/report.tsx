import { useState } from "react";
import { formatCount, formatValue, inSentence } from "../../../shared/format.ts";
import type { FieldMeta, ModelMeta } from "../../../shared/model.ts";
import { models } from "../../../shared/models.ts";
import { cellOf, isSummed, isWithin, sumOf, toCsv } from "../../../shared/report/report.ts";
import { useAllRecords } from "../use-all-records.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { words } from "./words.ts";

const firstColumns = 6;
const unprintable = new Set(["image", "file", "json", "richText"]);

const created: FieldMeta = { key: "createdAt", label: words.created, type: "dateTime", required: true };
const columnsOf = (model: ModelMeta): FieldMeta[] => [
  ...model.fields.filter((field) => !unprintable.has(field.type)),
  created,
];
const datesOf = (model: ModelMeta): FieldMeta[] => [
  created,
  ...model.fields.filter((field) => field.type === "date" || field.type === "dateTime"),
];

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

function Report({ model }: { model: ModelMeta }) {
  const all = columnsOf(model);
  const [keys, setKeys] = useState<readonly string[]>(() => all.slice(0, firstColumns).map(({ key }) => key));
  const [dateKey, setDateKey] = useState(created.key);
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [sought, setSought] = useState("");
  const { loaded, problem } = useAllRecords(model);

  const fields = all.filter((field) => keys.includes(field.key));
  const wanted = sought.trim().toLowerCase();
  const rows = (loaded?.records ?? []).filter(
    (record) =>
      isWithin(record, dateKey, from, to) &&
      (wanted === "" || fields.some((field) => cellOf(field, record).toLowerCase().includes(wanted))),
  );
  const sums = fields.filter(isSummed);
  return (
    <>
      <Card className="mb-5 print:hidden">
        <div className="grid gap-4 p-5 sm:grid-cols-2 lg:grid-cols-4">
          <label className="text-sm font-medium">
            {words.date}
            <select value={dateKey} onChange={(event) => setDateKey(event.target.value)} className={`${controlLook} mt-1.5`}>
              {datesOf(model).map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label className="text-sm font-medium">
            {words.from}
            <input type="date" value={from} onChange={(event) => setFrom(event.target.value)} className={`${controlLook} mt-1.5`} />
          </label>
          <label className="text-sm font-medium">
            {words.to}
            <input type="date" value={to} onChange={(event) => setTo(event.target.value)} className={`${controlLook} mt-1.5`} />
          </label>
          <label className="text-sm font-medium">
            {words.containing}
            <input value={sought} onChange={(event) => setSought(event.target.value)} className={`${controlLook} mt-1.5`} />
          </label>
        </div>
        <fieldset className="border-t px-5 py-4">
          <legend className="sr-only">{words.columns}</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {all.map(({ key, label }) => (
              <label key={key} className="flex items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  checked={keys.includes(key)}
                  onChange={(event) => setKeys(event.target.checked ? [...keys, key] : keys.filter((other) => other !== key))}
                  className="size-4 accent-primary"
                />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="flex flex-wrap gap-2 border-t px-5 py-4">
          <Button variant="primary" onClick={() => print()}>
            {words.print}
          </Button>
          <Button onClick={() => download(`${model.slug}-report.csv`, toCsv(fields, rows))}>{words.downloadCsv}</Button>
        </div>
      </Card>
      {problem && <p role="alert">{problem}</p>}
      {loaded && (
        <Card title={`${model.pluralLabel}: ${formatCount(rows.length)}`}>
          {loaded.total > loaded.records.length && (
            <p className="border-b px-5 py-3 text-sm text-warning">
              {words.onlyNewest(formatCount(loaded.records.length), inSentence(model.pluralLabel))}
            </p>
          )}
          {/* A table may be wider than a phone: then it scrolls, also by keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="overflow-x-auto" role="region" aria-label={words.report} tabIndex={0}>
            <table className="w-full text-left text-sm">
              <thead className="border-b">
                <tr>
                  {fields.map((field) => (
                    <th key={field.key} scope="col" className="px-5 py-3 font-medium whitespace-nowrap">
                      {field.label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody className="divide-y">
                {rows.map((record) => (
                  <tr key={record.id}>
                    {fields.map((field) => (
                      <td key={field.key} className="max-w-80 truncate px-5 py-2.5 tabular-nums">
                        {cellOf(field, record)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {sums.length > 0 && (
            <dl className="flex flex-wrap gap-x-8 gap-y-2 border-t px-5 py-4 text-sm">
              {sums.map((field) => (
                <div key={field.key} className="flex gap-2">
                  <dt className="text-subtle">{words.totalOf(inSentence(field.label))}</dt>
                  <dd className="font-semibold tabular-nums">{formatValue(field, sumOf(field, rows))}</dd>
                </div>
              ))}
            </dl>
          )}
        </Card>
      )}
    </>
  );
}

export function Component() {
  const [key, setKey] = useState(models[0]?.key ?? "");
  const model = models.find((candidate) => candidate.key === key);
  return (
    <>
      <PageHeader
        title={words.reports}
        description={words.lead}
        actions={
          <select
            aria-label={words.reportOn}
            value={key}
            onChange={(event) => setKey(event.target.value)}
            className={`${controlLook} w-auto print:hidden`}
          >
            {models.map((candidate) => (
              <option key={candidate.key} value={candidate.key}>
                {candidate.pluralLabel}
              </option>
            ))}
          </select>
        }
      />
      {model && <Report key={model.key} model={model} />}
    </>
  );
}
