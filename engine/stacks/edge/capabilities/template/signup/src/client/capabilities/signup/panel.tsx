import { type FormEvent, useState } from "react";
import { inSentence } from "../../../shared/format.ts";
import { modelOf } from "../../../shared/lookup.ts";
import type { ApiRecord, ModelMeta } from "../../../shared/model.ts";
import { signupSettings } from "../../../shared/signup/settings.ts";
import type { Signup } from "../../../shared/signup/signup-settings.ts";
import { api, RequestError } from "../../api.ts";
import { FieldInput } from "../../components/fields/field-input.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { Link } from "../../link.tsx";
import { type FormValues, formValues } from "../../record-form-state.ts";
import { keepSignup, keptSignups } from "./kept.ts";
import { words } from "./words.ts";

interface PanelProps {
  model: ModelMeta;
  record: ApiRecord;
}

function startValues(signup: Signup, record: ApiRecord): FormValues {
  const now = new Date().toISOString();
  const entries = modelOf(signup.entries);
  const stamps = entries.fields
    .filter(({ key }) => signup.stamped.includes(key))
    .map(({ key, type }): [string, string] => [key, type === "date" ? now.slice(0, 10) : now]);
  return { ...formValues(entries, null, new URLSearchParams({ [signup.field]: record.id })), ...Object.fromEntries(stamps) };
}

function Form({ signup, model, record }: PanelProps & { signup: Signup }) {
  const entries = modelOf(signup.entries);
  const [values, setValues] = useState(() => startValues(signup, record));
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState("");
  const [state, setState] = useState<"open" | "sending" | "done">(() =>
    keptSignups().some(({ target }) => target.model === model.key && target.id === record.id) ? "done" : "open",
  );

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setState("sending");
    try {
      // Reading dates and amounts takes code that nobody needs who only looks.
      const { readRecord } = await import("../../../shared/read-record.ts");
      const read = readRecord(entries, values);
      if ("problems" in read) {
        setErrors(read.problems);
        setState("open");
        return setProblem(words.checkFields);
      }
      const { id } = await api.create(entries, read.values);
      keepSignup({
        id,
        entries: entries.key,
        target: { model: model.key, id: record.id, label: record._label },
      });
      setState("done");
    } catch (failure) {
      setState("open");
      setProblem(failure instanceof Error ? failure.message : words.notSent);
      if (failure instanceof RequestError) setErrors(failure.fields);
    }
  };

  if (state === "done") {
    return (
      <p role="status" className="flex flex-wrap items-center gap-x-4 gap-y-2 p-5 text-sm">
        <span className="font-medium text-success">{words.received(inSentence(entries.label))}</span>
        <Link to={`/${signupSettings.slug}`} className="rounded text-accent hover:underline">
          {signupSettings.title}
        </Link>
      </p>
    );
  }
  return (
    <form noValidate onSubmit={(event) => void send(event)} className="p-5">
      {problem && (
        <p role="alert" className="mb-4 text-sm font-medium text-danger">
          {problem}
        </p>
      )}
      <div className="grid gap-x-5 gap-y-5 sm:grid-cols-2">
        {entries.fields
          .filter(({ key }) => signup.asked.includes(key))
          .map((field) => (
            <div key={field.key} className={field.type === "longText" || field.type === "file" ? "sm:col-span-2" : "min-w-0"}>
              <FieldInput
                field={field}
                value={values[field.key] ?? ""}
                onChange={(value) => {
                  setValues((current) => ({ ...current, [field.key]: value }));
                  setErrors(({ [field.key]: _mended, ...rest }) => rest);
                }}
                error={errors[field.key]}
                referenceLabel={names[field.key] ?? ""}
                onReference={(label) => setNames((current) => ({ ...current, [field.key]: label }))}
              />
            </div>
          ))}
      </div>
      <Button type="submit" variant="primary" disabled={state === "sending"} className="mt-5">
        {signup.verb}
      </Button>
    </form>
  );
}

/** The form by which someone signs up for the record. */
export function Panel({ model, record }: PanelProps) {
  const signup = signupSettings.targets[model.key];
  if (!signup) return null;
  return (
    <Card title={signup.verb}>
      <Form key={record.id} signup={signup} model={model} record={record} />
    </Card>
  );
}
