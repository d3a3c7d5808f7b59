import { useState } from "react";
import { barsOf, groupFields, isMeasured, isTime, type Measure } from "../../../shared/charts/charts.ts";
import { formatCount, formatValue, inSentence } from "../../../shared/format.ts";
import type { ModelMeta } from "../../../shared/model.ts";
import { models } from "../../../shared/models.ts";
import { say } from "../../../shared/say.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { useAllRecords } from "../use-all-records.ts";
import { BarChart } from "./bar-chart.tsx";
import { words } from "./charts-words.ts";

interface ChoiceProps {
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  return (
    <label className="text-sm font-medium">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)} className={`${controlLook} mt-1.5`}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function ModelCharts({ model }: { model: ModelMeta }) {
  const groups = groupFields(model);
  const measures = model.fields.filter(isMeasured);
  const amount = measures.find(({ type }) => type === "money");
  // Amounts over time tell most; without amounts, how the records divide.
  const [by, setBy] = useState(() => ((amount && groups.find(isTime)) ?? groups[0])?.key ?? "createdAt");
  const [what, setWhat] = useState(amount ? `sum:${amount.key}` : "count");
  const { loaded, problem } = useAllRecords(model);

  const [kind = "count", key = ""] = what.split(":");
  const field = measures.find((each) => each.key === key);
  const measure: Measure = field && (kind === "sum" || kind === "average") ? { kind, field } : { kind: "count" };
  const format = (value: number): string =>
    measure.kind === "count"
      ? formatCount(value)
      : formatValue(measure.field.type === "money" ? measure.field : { ...measure.field, type: "decimal" }, value);
  const records = loaded?.records ?? [];
  const group = groups.find((each) => each.key === by) ?? groups[0];
  const other = (by === "createdAt" ? undefined : groups.find((each) => each.key !== by && !isTime(each))) ?? groups.at(-1);
  const measured =
    measure.kind === "count"
      ? words.numberOf(inSentence(model.pluralLabel))
      : say[measure.kind === "sum" ? "total" : "average"](inSentence(measure.field.label));
  return (
    <>
      <Card className="mb-5">
        <div className="grid gap-4 p-5 sm:grid-cols-2">
          <Choice
            label={words.show}
            value={what}
            onChange={setWhat}
            choices={[
              { value: "count", label: words.numberOf(inSentence(model.pluralLabel)) },
              ...measures.flatMap((each) => [
                { value: `sum:${each.key}`, label: say.total(inSentence(each.label)) },
                { value: `average:${each.key}`, label: say.average(inSentence(each.label)) },
              ]),
            ]}
          />
          <Choice
            label={words.by}
            value={by}
            onChange={setBy}
            choices={groups.map((each) => ({ value: each.key, label: each.label }))}
          />
        </div>
      </Card>
      {problem && <p role="alert">{problem}</p>}
      {loaded && group && other && (
        <div className="grid grid-cols-1 gap-5 xl:grid-cols-2">
          <Card>
            <BarChart title={words.measuredBy(measured, inSentence(group.label))} bars={barsOf(records, group, measure)} format={format} />
          </Card>
          {group !== other && (
            <Card>
              <BarChart
                title={words.measuredBy(measured, inSentence(other.label))}
                bars={barsOf(records, other, measure)}
                format={format}
              />
            </Card>
          )}
        </div>
      )}
    </>
  );
}

export function Component() {
  const [key, setKey] = useState(() => (models.find(({ fields }) => fields.some(({ type }) => type === "money")) ?? models[0])?.key ?? "");
  const model = models.find((candidate) => candidate.key === key);
  return (
    <>
      <PageHeader
        title={words.statistics}
        description={words.lead}
        actions={
          <select
            aria-label={words.whatToLookAt}
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
      {model && <ModelCharts key={model.key} model={model} />}
    </>
  );
}
