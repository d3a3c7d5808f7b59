import { lazy, type ReactNode, Suspense } from "react";
import { currency } from "../../../shared/app.ts";
import { modelOf } from "../../../shared/lookup.ts";
import type { FieldMeta } from "../../../shared/model.ts";
import { say } from "../../../shared/say.ts";
import { controlLook } from "./control.ts";

// Most forms have none of them.
const loadAttachment = async () => ({ default: (await import("./attachment-input.tsx")).AttachmentInput });
const loadColor = async () => ({ default: (await import("./color-input.tsx")).ColorInput });
const loadPicker = async () => ({ default: (await import("./reference-picker.tsx")).ReferencePicker });
const AttachmentInput = lazy(loadAttachment);
const ColorInput = lazy(loadColor);
const ReferencePicker = lazy(loadPicker);

const loads: { readonly [Type in FieldMeta["type"]]?: () => Promise<unknown> } = {
  image: loadAttachment,
  file: loadAttachment,
  color: loadColor,
  reference: loadPicker,
};

/** What the fields bring along, fetched before their form is drawn, so that no field jumps in later. */
export async function loadInputs(fields: readonly FieldMeta[]): Promise<void> {
  await Promise.all([...new Set(fields.map(({ type }) => loads[type]))].map((load) => load?.()));
}

/** What each plain input asks the browser for. */
const inputs: Readonly<Record<string, { type: string; inputMode?: "numeric" | "decimal"; autoComplete?: string }>> = {
  text: { type: "text" },
  integer: { type: "text", inputMode: "numeric" },
  decimal: { type: "text", inputMode: "decimal" },
  money: { type: "text", inputMode: "decimal" },
  date: { type: "date" },
  dateTime: { type: "datetime-local" },
  email: { type: "email" },
  url: { type: "url" },
  phone: { type: "tel" },
};

const helpOf = (type: FieldMeta["type"]): string => {
  if (type === "richText") return say.helpRichText;
  if (type === "json") return say.helpJson;
  return type === "image" || type === "file" ? say.helpAttachment : "";
};

interface FieldInputProps {
  field: FieldMeta;
  value: string | boolean;
  onChange: (value: string | boolean) => void;
  error: string | undefined;
  /** Name of the record a reference points to. */
  referenceLabel: string;
  onReference: (label: string) => void;
}

/** Label, control, help and error of one field. The control's accessible name is the field's label. */
export function FieldInput({ field, value, onChange, error, referenceLabel, onReference }: FieldInputProps) {
  const id = `field-${field.key}`;
  const help = [field.help, helpOf(field.type)].filter(Boolean).join(" ");
  const describedBy = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(" ") || undefined;
  const text = String(value);
  const aria = {
    id,
    "aria-required": field.required,
    "aria-invalid": error !== undefined,
    "aria-describedby": describedBy,
  };

  const control = (): ReactNode => {
    switch (field.type) {
      case "longText":
      case "richText":
      case "json":
        return (
          <textarea
            {...aria}
            rows={{ longText: 4, richText: 7, json: 5 }[field.type]}
            spellCheck={field.type !== "json"}
            value={text}
            onChange={(event) => onChange(event.target.value)}
            className={`${controlLook} h-auto py-2 ${field.type === "json" ? "font-mono text-xs" : ""}`}
          />
        );
      case "enum":
        return (
          <select {...aria} value={text} onChange={(event) => onChange(event.target.value)} className={controlLook}>
            {(text === "" || !field.required) && <option value="">{field.required ? say.choose : say.none}</option>}
            {field.choices?.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        );
      case "color":
        return <ColorInput aria={aria} value={text} onChange={onChange} />;
      case "image":
      case "file":
        return (
          <AttachmentInput
            kind={field.type}
            id={id}
            value={text}
            onChange={onChange}
            required={field.required}
            describedBy={describedBy}
            invalid={error !== undefined}
          />
        );
      case "reference":
        return (
          <ReferencePicker
            id={id}
            target={modelOf(field.reference?.model ?? "")}
            chosen={referenceLabel}
            onChoose={(record) => {
              onChange(record?.id ?? "");
              onReference(record?.label ?? "");
            }}
            required={field.required}
            describedBy={describedBy}
            invalid={error !== undefined}
          />
        );
      default:
        return (
          <input
            {...aria}
            {...inputs[field.type]}
            step={field.type === "dateTime" ? 60 : undefined}
            value={text}
            onChange={(event) => onChange(event.target.value)}
            className={controlLook}
          />
        );
    }
  };

  const messages = (
    <>
      {help && (
        <p id={`${id}-help`} className="mt-1.5 text-xs text-subtle">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm text-danger">
          {error}
        </p>
      )}
    </>
  );

  if (field.type === "boolean") {
    return (
      <div>
        <div className="flex items-center gap-3">
          <input
            id={id}
            type="checkbox"
            checked={value === true}
            onChange={(event) => onChange(event.target.checked)}
            aria-invalid={error !== undefined}
            aria-describedby={describedBy}
            className="size-5 shrink-0 accent-primary"
          />
          <label htmlFor={id} className="text-sm font-medium">
            {field.label}
          </label>
        </div>
        {messages}
      </div>
    );
  }
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-3 text-sm">
        <label htmlFor={id} className="font-medium">
          {field.label}
        </label>
        <span aria-hidden="true" className="text-xs text-subtle">
          {[field.type === "money" && currency, !field.required && say.optional].filter(Boolean).join(" · ")}
        </span>
      </div>
      <Suspense fallback={<div aria-hidden="true" className={controlLook} />}>{control()}</Suspense>
      {messages}
    </div>
  );
}
