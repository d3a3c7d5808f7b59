import { useEffect, useState } from "react";
import { formatValue, inSentence } from "../../../shared/format.ts";
import type { ApiRecord, FieldMeta, ModelMeta } from "../../../shared/model.ts";
import { models } from "../../../shared/models.ts";
import { api } from "../../api.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { classNames } from "../../class-names.ts";
import { Link } from "../../link.tsx";
import { words } from "./compare-words.ts";

const places = ["First", "Second", "Third"];
const unreadable = new Set(["image", "file", "json", "richText"]);
const numbers = new Set(["integer", "decimal", "money"]);

const cellOf = (field: FieldMeta, record: ApiRecord): string =>
  field.reference ? (record._refs[field.key]?.label ?? "") : formatValue(field, record[field.key]);

/** Of numbers that differ, the lowest and the highest are named. */
function markOf(field: FieldMeta, record: ApiRecord, all: readonly ApiRecord[]): string {
  if (!numbers.has(field.type)) return "";
  const values = all.map((each) => each[field.key]).filter((value): value is number => typeof value === "number");
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const value = record[field.key];
  if (typeof value !== "number" || least === most) return "";
  return value === least ? "lowest" : value === most ? "highest" : "";
}

function Comparison({ model }: { model: ModelMeta }) {
  const [records, setRecords] = useState<readonly ApiRecord[]>([]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const abort = new AbortController();
    api.list(model, new URLSearchParams({ pageSize: "100" }), abort.signal).then(
      ({ items }) => {
        setRecords(items);
        setChosen(items.slice(0, 2).map(({ id }) => id));
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setProblem(error instanceof Error ? error.message : words.loadingFailed);
      },
    );
    return () => abort.abort();
  }, [model]);
  const shown = chosen.flatMap((id) => records.find((record) => record.id === id) ?? []);
  return (
    <>
      <Card className="mb-5">
        <div className="grid gap-4 p-5 sm:grid-cols-3">
          {places.map((place, at) => (
            <label key={place} className="text-sm font-medium">
              {place} {inSentence(model.label)}
              <select
                value={chosen[at] ?? ""}
                onChange={(event) => {
                  const next = [...chosen];
                  next[at] = event.target.value;
                  setChosen(next);
                }}
                className={`${controlLook} mt-1.5`}
              >
                <option value="">{words.none}</option>
                {records.map((record) => (
                  <option key={record.id} value={record.id}>
                    {record._label}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </Card>
      {problem && <p role="alert">{problem}</p>}
      {shown.length > 0 && (
        <Card>
          {/* A table may be wider than a phone: then it scrolls, also by keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="overflow-x-auto" role="region" aria-label={words.comparison} tabIndex={0}>
            <table className="w-full text-left text-sm">
              <thead className="border-b">
                <tr>
                  <th scope="col" className="px-5 py-3 font-medium">
                    <span className="sr-only">{words.field}</span>
                  </th>
                  {shown.map((record, at) => (
                    // The same record may be chosen twice.
                    <th key={`${record.id}-${places[at]}`} scope="col" className="px-5 py-3 font-semibold">
                      <Link to={`/${model.slug}/${record.id}`} className="rounded text-accent hover:underline">
                        {record._label}
                      </Link>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody className="divide-y">
                {model.fields
                  .filter(({ type }) => !unreadable.has(type))
                  .map((field) => (
                    <tr key={field.key}>
                      <th scope="row" className="px-5 py-2.5 font-medium whitespace-nowrap text-subtle">
                        {field.label}
                      </th>
                      {shown.map((record, at) => {
                        const mark = markOf(field, record, shown);
                        return (
                          <td
                            key={`${record.id}-${places[at]}`}
                            className={classNames("px-5 py-2.5 tabular-nums", mark !== "" && "font-semibold")}
                          >
                            {cellOf(field, record)}
                            {mark && <span className="ml-2 text-xs font-normal text-subtle">{mark}</span>}
                          </td>
                        );
                      })}
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        </Card>
      )}
    </>
  );
}

export function Component() {
  const [key, setKey] = useState((models.find((model) => model.fields.some(({ type }) => numbers.has(type))) ?? models[0])?.key ?? "");
  const model = models.find((candidate) => candidate.key === key);
  return (
    <>
      <PageHeader
        title={words.compare}
        description={words.lead}
        actions={
          <select
            aria-label={words.whatToCompare}
            value={key}
            onChange={(event) => setKey(event.target.value)}
            className={`${controlLook} w-auto`}
          >
            {models.map((candidate) => (
              <option key={candidate.key} value={candidate.key}>
                {candidate.pluralLabel}
              </option>
            ))}
          </select>
        }
      />
      {model && <Comparison key={model.key} model={model} />}
    </>
  );
}
