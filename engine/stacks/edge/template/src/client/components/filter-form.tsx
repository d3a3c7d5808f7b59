import { type FormEvent, useState } from "react";
import { modelOf } from "../../shared/lookup.ts";
import type { FieldMeta } from "../../shared/model.ts";
import { filterParameters, isRanged } from "../../shared/views.ts";
import { say } from "../../shared/say.ts";
import { controlLook } from "./fields/control.ts";
import { ReferencePicker } from "./fields/reference-picker.tsx";
import { Button } from "./ui/button.tsx";

interface FilterFormProps {
  query: URLSearchParams;
  fields: readonly FieldMeta[];
  /** Names of the records chosen in reference filters, by field. */
  names: Readonly<Record<string, string>>;
  onChange: (changes: Record<string, string>) => void;
}

function Range({
  field,
  values,
  onChange,
}: {
  field: FieldMeta;
  values: Readonly<Record<string, string>>;
  onChange: (name: string, value: string) => void;
}) {
  const isTime = field.type === "date" || field.type === "dateTime";
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{field.label}</legend>
      <div className="grid grid-cols-2 gap-2">
        {(["from", "to"] as const).map((side) => (
          <input
            key={side}
            type={isTime ? "date" : "number"}
            step="any"
            aria-label={side === "from" ? say.rangeFrom(field.label) : say.rangeTo(field.label)}
            placeholder={side === "from" ? say.from : say.to}
            value={values[`${field.key}.${side}`] ?? ""}
            onChange={(event) => onChange(`${field.key}.${side}`, event.target.value)}
            className={`${controlLook} min-w-0 px-2`}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The inputs of the filter menu; they apply together. */
export function FilterForm({ query, fields, names, onChange }: FilterFormProps) {
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.flatMap(filterParameters).map((name) => [name, query.get(name) ?? ""])),
  );
  const [labels, setLabels] = useState(names);
  const set = (name: string, value: string): void => setValues((current) => ({ ...current, [name]: value }));
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    onChange(values);
  };
  return (
    <form onSubmit={apply} className="space-y-4 p-2">
      {fields.map((field) => {
        const id = `filter-${field.key}`;
        if (isRanged(field)) return <Range key={field.key} field={field} values={values} onChange={set} />;
        return (
          <div key={field.key}>
            <label htmlFor={id} className="mb-1.5 block font-medium">
              {field.label}
            </label>
            {field.reference ? (
              <ReferencePicker
                id={id}
                target={modelOf(field.reference.model)}
                chosen={labels[field.key] ?? ""}
                onChoose={(record) => {
                  set(field.key, record?.id ?? "");
                  setLabels((current) => ({ ...current, [field.key]: record?.label ?? "" }));
                }}
              />
            ) : (
              <select
                id={id}
                value={values[field.key]}
                onChange={(event) => set(field.key, event.target.value)}
                className={controlLook}
              >
                <option value="">{say.all}</option>
                {(field.choices ?? yesOrNo()).map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.label}
                  </option>
                ))}
              </select>
            )}
          </div>
        );
      })}
      <div className="flex justify-end gap-2 border-t pt-3">
        <Button
          size="small"
          variant="ghost"
          onClick={() => {
            const none = Object.fromEntries(Object.keys(values).map((name) => [name, ""]));
            setValues(none);
            setLabels({});
            onChange(none);
          }}
        >
          {say.clear}
        </Button>
        <Button size="small" variant="primary" type="submit">
          {say.apply}
        </Button>
      </div>
    </form>
  );
}

const yesOrNo = () => [
  { value: "true", label: say.yes },
  { value: "false", label: say.no },
];
