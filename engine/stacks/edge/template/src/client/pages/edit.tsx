import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { modelOf } from "../../shared/lookup.ts";
import type { ApiRecord, FieldMeta, ModelMeta } from "../../shared/model.ts";
import { readRecord } from "../../shared/read-record.ts";
import { say } from "../../shared/say.ts";
import { api, RequestError } from "../api.ts";
import { may } from "../permissions.ts";
import { isConnected } from "../connection.ts";
import { FieldInput, loadInputs } from "../components/fields/field-input.tsx";
import { Button, ButtonLink } from "../components/ui/button.tsx";
import { Card } from "../components/ui/card.tsx";
import { PageHeader } from "../components/ui/page-header.tsx";
import { forget, type Refusal, refusalOf, save as startSaving } from "../edit/saving.ts";
import { UnsavedGuard } from "../edit/unsaved-guard.tsx";
import { formValues } from "../record-form-state.ts";
import { useSearchParams } from "../routing/links.tsx";
import { useLoaderData } from "../routing/pages.tsx";
import type { LoaderArgs } from "../routing/router.ts";
import type { FlashState } from "../shell/flash.tsx";
import { basename } from "../shell/slots.ts";

interface Loaded {
  record: ApiRecord | null;
  /** What a new record starts as: another one, without the values that only one may have. */
  copied: ApiRecord | null;
  /** Names of the records that reference fields point to, by field. */
  references: Record<string, string>;
  /** What the form held when the server refused it. */
  refusal: Refusal | null;
}

const ConflictDialog = lazy(async () => ({ default: (await import("../edit/conflict-dialog.tsx")).ConflictDialog }));

const wide = new Set(["longText", "richText", "json", "image", "file"]);

/** A reference to what the person cannot see stays as it is. */
const mayChoose = ({ reference }: FieldMeta): boolean => !reference || may(modelOf(reference.model), "read");

function RecordForm({ model, record, copied, references, refusal }: Loaded & { model: ModelMeta }) {
  const [given] = useSearchParams();
  const navigate = useNavigate();
  const [stored] = useState(() => formValues(model, record ?? copied, given));
  const [values, setValues] = useState(refusal?.values ?? stored);
  const [names, setNames] = useState(refusal?.names ?? references);
  const [errors, setErrors] = useState(refusal?.fields ?? {});
  const [problem, setProblem] = useState(refusal?.message ?? "");
  const [isSaving, setSaving] = useState(false);
  const [attempts, setAttempts] = useState(refusal ? 1 : 0);
  const [isChoosing, setChoosing] = useState(refusal?.isOutdated ?? false);
  const form = useRef<HTMLFormElement>(null);
  const isDirty = model.fields.some(({ key }) => values[key] !== stored[key]);
  const isLeaving = useRef(false);

  useEffect(
    () => () => {
      if (record && refusal) forget(record.id, refusal);
    },
    [record, refusal],
  );

  // After a refusal the first wrong input gets the focus.
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [attempts]);

  const refuse = (fields: Readonly<Record<string, string>>, message: string): void => {
    setErrors(fields);
    setProblem(message);
    setAttempts((count) => count + 1);
  };

  /** Shows the record as it will be while it is being stored; a refusal leads back to this form. */
  const change = async (before: ApiRecord, body: object): Promise<void> => {
    const page = `/${model.slug}/${before.id}`;
    const saving = startSaving(model, before, body, { base: stored, values, names });
    await navigate(page, { replace: true });
    const isStored = await saving;
    const here = location.pathname.slice(basename.length - (basename.endsWith("/") ? 1 : 0));
    const isStillThere = here === page;
    if (isStored && !isStillThere) return;
    const flash = isStored ? say.saved(model) : say.notSavedOf(model);
    const to = isStored ? undefined : { path: `${page}/edit`, label: say.backToForm };
    // Somebody who went on meanwhile is told, not pulled back.
    if (isStored || !isStillThere)
      await navigate(`${here}${location.search}`, {
        replace: true,
        state: { flash, ...(to && { to }) } satisfies FlashState,
      });
    else await navigate(`${page}/edit`, { replace: true });
  };

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const read = readRecord(model, values);
    if ("problems" in read) return refuse(read.problems, say.lookAgain);
    // A change would be shown as stored before the server is asked.
    if (!isConnected()) return refuse({}, say.offlineWrite);
    isLeaving.current = true;
    if (record) return change(record, read.values);
    setSaving(true);
    try {
      const created = await api.create(model, read.values);
      const flash = say.created(model);
      await navigate(`/${model.slug}/${created.id}`, { state: { flash } satisfies FlashState });
    } catch (failure) {
      setSaving(false);
      isLeaving.current = false;
      if (failure instanceof RequestError) refuse(failure.fields, failure.message);
      else refuse({}, say.notSaved);
    }
  };

  const title = record ? say.editName(record._label) : say.newOf(model);
  const back = record
    ? { to: `/${model.slug}/${record.id}`, label: record._label }
    : { to: `/${model.slug}`, label: model.pluralLabel };
  return (
    <>
      <UnsavedGuard isUnsaved={() => isDirty && !isLeaving.current} />
      {refusal && isChoosing && (
        <Suspense fallback={null}>
          <ConflictDialog
            model={model}
            base={refusal.base}
            mine={{ values, names }}
            theirs={{ values: stored, names: references }}
            onChoose={(version) => {
              setValues(version.values);
              setNames(version.names);
              setProblem("");
              setChoosing(false);
            }}
            onClose={() => setChoosing(false)}
          />
        </Suspense>
      )}
      <PageHeader title={title} back={back} />
      <form ref={form} noValidate onSubmit={(event) => void save(event)} className="max-w-3xl">
        {problem && (
          <p role="alert" className="mb-4 rounded-lg bg-danger-soft px-4 py-3 text-sm font-medium text-danger">
            {problem}
          </p>
        )}
        <Card>
          <div className="grid gap-x-5 gap-y-6 p-5 sm:grid-cols-2 sm:p-6">
            {model.fields.filter(mayChoose).map((field) => (
              <div key={field.key} className={wide.has(field.type) ? "sm:col-span-2" : "min-w-0"}>
                <FieldInput
                  field={field}
                  value={values[field.key] ?? ""}
                  onChange={(value) => {
                    setValues((current) => ({ ...current, [field.key]: value }));
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
            <ButtonLink to={back.to}>{say.cancel}</ButtonLink>
            <Button type="submit" variant="primary" disabled={isSaving}>
              {say.save}
            </Button>
          </div>
        </Card>
      </form>
    </>
  );
}

/** `?productId=…` fills a reference of a new record; its name has to be looked up. */
async function loadGivenReferences(
  model: ModelMeta,
  given: URLSearchParams,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const names = await Promise.all(
    model.fields.map(async (field): Promise<[string, string]> => {
      const id = given.get(field.key);
      if (!field.reference || !id) return [field.key, ""];
      const record = await api.find(modelOf(field.reference.model), id, signal);
      return [field.key, record._label];
    }),
  );
  return Object.fromEntries(names);
}

/** The record of `?copy-of=…`. */
async function loadCopy(model: ModelMeta, id: string, signal: AbortSignal): Promise<Loaded> {
  const record = await api.find(model, id, signal);
  const single = model.fields.filter(({ unique }) => unique).map(({ key }) => key);
  return {
    record: null,
    refusal: null,
    copied: { ...record, ...Object.fromEntries(single.map((key) => [key, null])) },
    references: Object.fromEntries(
      Object.entries(record._refs).map(([key, { label }]) => [key, single.includes(key) ? "" : label]),
    ),
  };
}

/** Another refusal fills the form anew; loading its data again does not. */
function FormPage({ model }: { model: ModelMeta }) {
  const loaded = useLoaderData<Loaded>();
  return <RecordForm key={`${loaded.record?.id ?? ""}-${loaded.refusal?.id ?? 0}`} model={model} {...loaded} />;
}

const forbid = (model: ModelMeta, action: "add" | "change"): never => {
  throw new RequestError(403, say.mayNot[action](model));
};

export const createRoute = (model: ModelMeta) => ({
  loader: async ({ request }: LoaderArgs): Promise<Loaded> => {
    if (!may(model, "create")) forbid(model, "add");
    const given = new URL(request.url).searchParams;
    const copyOf = given.get("copy-of");
    if (copyOf) return loadCopy(model, copyOf, request.signal);
    const [references] = await Promise.all([
      loadGivenReferences(model, given, request.signal),
      loadInputs(model.fields),
    ]);
    return { record: null, copied: null, references, refusal: null };
  },
  Component: () => <FormPage key={`new-${model.key}`} model={model} />,
});

export const editRoute = (model: ModelMeta) => ({
  loader: async ({ params, request }: LoaderArgs): Promise<Loaded> => {
    const [record] = await Promise.all([
      api.find(model, params["id"] ?? "", request.signal),
      loadInputs(model.fields),
    ]);
    if (!may(model, "update", record)) forbid(model, "change");
    return {
      record,
      refusal: refusalOf(record.id),
      copied: null,
      references: Object.fromEntries(Object.entries(record._refs).map(([key, { label }]) => [key, label])),
    };
  },
  Component: () => <FormPage key={`edit-${model.key}`} model={model} />,
});
