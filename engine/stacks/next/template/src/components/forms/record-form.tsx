"use client";

import { startTransition, useActionState, useEffect, useRef, useState } from "react";
import { type FormValues, formValues } from "../../lib/record-form-state.ts";
import { type SaveState, saveRecord } from "../../server/actions/save-record.ts";
import type { ApiRecord, ModelMeta } from "../../shared/model.ts";
import { readRecord } from "../../shared/read-record.ts";
import { say } from "../../shared/say.ts";
import { UnsavedGuard } from "../edit/unsaved-guard.tsx";
import { useNavigate } from "../navigation.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { useHydrated } from "../use-hydrated.ts";
import { FieldInput } from "./field-input.tsx";

const wide = new Set(["longText", "richText", "json", "image", "file"]);

interface RecordFormProps {
  model: ModelMeta;
  /** Null for a new record. */
  record: ApiRecord | null;
  /** What a new record starts as. */
  copied: ApiRecord | null;
  /** The query with values for a new record. */
  given: string;
  /** Names of the records that reference fields point to, by field. */
  names: Readonly<Record<string, string>>;
}

function Fields({ model, record, copied, given, names: known }: RecordFormProps) {
  const [state, save, isSaving] = useActionState<SaveState, Record<string, unknown>>(
    saveRecord.bind(null, model.key, record?.id ?? null),
    { status: "open" },
  );
  const [values, setValues] = useState<FormValues>(() =>
    formValues(model, record ?? copied, new URLSearchParams(given)),
  );
  const [names, setNames] = useState(known);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState("");
  const [isChanged, setChanged] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();

  const refuse = (fields: Readonly<Record<string, string>>, message: string): void => {
    setErrors(fields);
    setProblem(message);
    setAttempts((count) => count + 1);
  };

  // Each answer of the server is taken over once.
  const [answered, setAnswered] = useState(state);
  if (answered !== state) {
    setAnswered(state);
    if (state.status === "refused") refuse(state.fields, state.message);
    if (state.status === "saved") setChanged(false);
  }

  useEffect(() => {
    if (state.status !== "saved") return;
    const flash = record ? say.saved(model) : say.created(model);
    void navigate(`/${model.slug}/${state.id}`, { replace: record !== null, state: { flash } });
  }, [state, model, record, navigate]);

  // After a refusal the first wrong input gets the focus.
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [attempts]);

  const submit = (): void => {
    const read = readRecord(model, values);
    if ("problems" in read) refuse(read.problems, say.lookAgain);
    else startTransition(() => save(read.values));
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="max-w-3xl"
    >
      <UnsavedGuard isUnsaved={() => isChanged} />
      {problem && (
        <p role="alert" className="mb-4 rounded-lg bg-danger-soft px-4 py-3 text-sm font-medium text-danger">
          {problem}
        </p>
      )}
      <Card>
        <div className="grid gap-x-5 gap-y-6 p-5 sm:grid-cols-2 sm:p-6">
          {model.fields.map((field) => (
            <div key={field.key} className={wide.has(field.type) ? "sm:col-span-2" : "min-w-0"}>
              <FieldInput
                field={field}
                value={values[field.key] ?? ""}
                onChange={(value) => {
                  setValues((current) => ({ ...current, [field.key]: value }));
                  setChanged(true);
                  const { [field.key]: mended, ...rest } = errors;
                  setErrors(rest);
                  if (mended !== undefined && Object.keys(rest).length === 0) setProblem("");
                }}
                error={errors[field.key]}
                referenceLabel={names[field.key] ?? ""}
                onReference={(label) => setNames((current) => ({ ...current, [field.key]: label }))}
              />
            </div>
          ))}
        </div>
        <div className="flex flex-wrap justify-end gap-2 border-t px-5 py-4 sm:px-6">
          <ButtonLink to={record ? `/${model.slug}/${record.id}` : `/${model.slug}`}>{say.cancel}</ButtonLink>
          <Button type="submit" variant="primary" disabled={isSaving || state.status === "saved"}>
            {say.save}
          </Button>
        </div>
      </Card>
    </form>
  );
}

/** Creates or changes a record through a server action. */
export function RecordForm(props: RecordFormProps) {
  const { model, record } = props;
  const isHydrated = useHydrated();
  // Instants are edited in the zone of the browser, which the server does not know.
  const hasInstants = model.fields.some(({ type }) => type === "dateTime");
  return (
    <>
      <PageHeader
        title={record ? say.editName(record._label) : say.newOf(model)}
        back={
          record
            ? { to: `/${model.slug}/${record.id}`, label: record._label }
            : { to: `/${model.slug}`, label: model.pluralLabel }
        }
      />
      {isHydrated || !hasInstants ? <Fields {...props} /> : <div className="min-h-96" />}
    </>
  );
}
