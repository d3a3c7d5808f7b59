import { type FormEvent, useState } from "react";
import { inSentence } from "../../../shared/format.ts";
import { fieldOf, modelOf } from "../../../shared/lookup.ts";
import { type Fit, highEnd, isNumber, lowEnd, rankFits, type Wishes } from "../../../shared/match/match.ts";
import { matchSettings } from "../../../shared/match/settings.ts";
import type { ApiRecord, FieldMeta } from "../../../shared/model.ts";
import { useAllRecords } from "../use-all-records.ts";
import { readStored, store } from "../stored.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Link } from "../../link.tsx";
import { words } from "./words.ts";

const model = modelOf(matchSettings.model);
const fields = matchSettings.fields.flatMap((key) => fieldOf(model, key) ?? []);
const kept = "match-wishes";
const mostShown = 20;

interface WishProps {
  field: FieldMeta;
  records: readonly ApiRecord[];
  wishes: Wishes;
  onChange: (key: string, value: string) => void;
}

function choicesOf(field: FieldMeta, records: readonly ApiRecord[]): { value: string; label: string }[] {
  if (field.type === "boolean")
    return [
      { value: "true", label: words.yes },
      { value: "false", label: words.no },
    ];
  if (field.choices) return [...field.choices];
  const refs = records.flatMap((record) => record._refs[field.key] ?? []);
  return [...new Map(refs.map(({ id, label }) => [id, { value: id, label }])).values()];
}

function Wish({ field, records, wishes, onChange }: WishProps) {
  if (isNumber(field))
    return (
      <fieldset className="min-w-0">
        <legend className="text-sm font-medium">{field.label}</legend>
        <div className="mt-1.5 flex gap-2">
          {[lowEnd(field), highEnd(field)].map((key, at) => (
            <input
              key={key}
              type="number"
              step="any"
              aria-label={`${field.label} ${at === 0 ? words.from : words.to}`}
              placeholder={at === 0 ? words.fromLabel : words.toLabel}
              value={wishes[key] ?? ""}
              onChange={(event) => onChange(key, event.target.value)}
              className={controlLook}
            />
          ))}
        </div>
      </fieldset>
    );
  const isChoice = field.type === "boolean" || field.choices !== undefined || field.reference !== undefined;
  return (
    <label className="min-w-0 text-sm font-medium">
      {field.label}
      {isChoice ? (
        <select value={wishes[field.key] ?? ""} onChange={(event) => onChange(field.key, event.target.value)} className={`${controlLook} mt-1.5`}>
          <option value="">{words.any}</option>
          {choicesOf(field, records).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input value={wishes[field.key] ?? ""} onChange={(event) => onChange(field.key, event.target.value)} className={`${controlLook} mt-1.5`} />
      )}
    </label>
  );
}

const named = (list: readonly FieldMeta[]): string => list.map(({ label }) => inSentence(label)).join(", ");

function Fits({ fits }: { fits: readonly Fit[] }) {
  const good = fits.filter(({ share }) => share > 0);
  if (fits.length === 0) return <p className="p-5 text-sm text-subtle">{words.wishFirst}</p>;
  if (good.length === 0)
    return <p className="p-5 text-sm text-subtle">{words.noMatch(inSentence(model.label))}</p>;
  return (
    <ol className="divide-y">
      {good.slice(0, mostShown).map(({ record, share, fits: same, differs }) => (
        <li key={record.id} className="flex items-start justify-between gap-4 px-5 py-3.5">
          <div className="min-w-0">
            <Link to={`/${model.slug}/${record.id}`} className="rounded font-medium break-words text-accent hover:underline">
              {record._label}
            </Link>
            <p className="text-sm text-subtle">
              {words.matchesIn(named(same))}
              {differs.length > 0 && words.differsIn(named(differs))}
            </p>
          </div>
          <span className="shrink-0 font-semibold tabular-nums">{words.matchShare(Math.round(share * 100))}</span>
        </li>
      ))}
    </ol>
  );
}

export function Component() {
  const { loaded, problem } = useAllRecords(model);
  const [wishes, setWishes] = useState<Wishes>(() => readStored(kept, {}));
  const [fits, setFits] = useState<readonly Fit[] | null>(null);

  const records = loaded?.records ?? [];
  const find = (event: FormEvent): void => {
    event.preventDefault();
    store(kept, wishes);
    setFits(rankFits(records, fields, wishes));
  };
  return (
    <>
      <PageHeader title={matchSettings.title} description={words.lead} />
      {problem && <p role="alert">{problem}</p>}
      <Card className="mb-5">
        <form onSubmit={find}>
          <div className="grid gap-4 p-5 sm:grid-cols-2 lg:grid-cols-3">
            {fields.map((field) => (
              <Wish
                key={field.key}
                field={field}
                records={records}
                wishes={wishes}
                onChange={(key, value) => setWishes({ ...wishes, [key]: value })}
              />
            ))}
          </div>
          <div className="flex flex-wrap gap-2 border-t px-5 py-4">
            <Button type="submit" variant="primary" disabled={!loaded}>
              {words.findMatches}
            </Button>
            <Button
              onClick={() => {
                setWishes({});
                setFits(null);
              }}
            >
              {words.clear}
            </Button>
          </div>
        </form>
      </Card>
      <div aria-live="polite">
        {fits && (
          <Card title={words.bestMatches}>
            <Fits fits={fits} />
          </Card>
        )}
      </div>
    </>
  );
}
