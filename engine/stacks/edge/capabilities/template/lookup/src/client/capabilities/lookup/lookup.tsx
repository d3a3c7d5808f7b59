import { type FormEvent, useEffect, useState } from "react";
import { inSentence } from "../../../shared/format.ts";
import { fieldOf, inverseReferences, modelOf } from "../../../shared/lookup.ts";
import type { ApiRecord, ModelMeta } from "../../../shared/model.ts";
import { factsOf, inOrder, isSameCode } from "../../../shared/record-lookup/record-lookup.ts";
import { lookupSettings } from "../../../shared/record-lookup/settings.ts";
import { api } from "../../api.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { words } from "./words.ts";

const mostSteps = 100;

/** As it was typed; else in whatever letter case it is kept. */
async function findByCode(model: ModelMeta, code: string): Promise<ApiRecord | null> {
  const exact = await api.list(model, new URLSearchParams({ [lookupSettings.code]: code, pageSize: "1" }));
  if (exact.items[0]) return exact.items[0];
  const similar = await api.list(model, new URLSearchParams({ q: code, pageSize: "100" }));
  return similar.items.find((record) => isSameCode(record[lookupSettings.code], code)) ?? null;
}

function Steps({ title, model, records }: { title: string; model: ModelMeta; records: readonly ApiRecord[] }) {
  return (
    <Card title={title}>
      <ol className="ml-7 border-l py-4">
        {records.map((record) => (
          <li key={record.id} className="relative py-2 pr-5 pl-5">
            <span aria-hidden="true" className="absolute top-3.5 -left-1.5 size-3 rounded-full bg-primary" />
            <p className="text-sm font-medium">{record._label}</p>
            <p className="text-sm break-words text-subtle">
              {factsOf(model, record, model.titleFields)
                .slice(0, 5)
                .map(({ label, text }) => `${label}: ${text}`)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Found({ model, record }: { model: ModelMeta; record: ApiRecord }) {
  const [steps, setSteps] = useState<readonly { title: string; model: ModelMeta; records: ApiRecord[] }[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    const load = async (): Promise<void> => {
      const lists = await Promise.all(
        inverseReferences(model).map(async ({ model: child, field }) => {
          const query = new URLSearchParams({ [field.key]: record.id, pageSize: String(mostSteps) });
          // Not everyone may read what belongs to it: then the record stands alone.
          const page = await api.list(child, query, abort.signal).catch(() => null);
          const title = field.reference?.inverseLabel ?? child.pluralLabel;
          return { title, model: child, records: inOrder(child, page?.items ?? []), key: field.key };
        }),
      );
      if (!abort.signal.aborted) setSteps(lists.filter(({ records }) => records.length > 0));
    };
    void load();
    return () => abort.abort();
  }, [model, record.id]);
  return (
    <div className="space-y-5">
      <Card title={record._label}>
        <dl className="grid gap-x-8 gap-y-4 p-5 sm:grid-cols-2">
          {factsOf(model, record).map((fact) => (
            <div key={fact.key}>
              <dt className="text-sm text-subtle">{fact.label}</dt>
              <dd className="mt-0.5 break-words whitespace-pre-line">{fact.text}</dd>
            </div>
          ))}
        </dl>
      </Card>
      {steps.map((list) => (
        <Steps key={`${list.model.key} ${list.title}`} {...list} />
      ))}
    </div>
  );
}

type Answer = { record: ApiRecord } | { problem: string };

export function Component() {
  const model = modelOf(lookupSettings.model);
  const codeLabel = fieldOf(model, lookupSettings.code)?.label ?? words.number;
  const [code, setCode] = useState("");
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const thing = inSentence(model.label);
  const find = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wanted = code.trim();
    if (wanted === "") {
      setAnswer({ problem: words.enterFirst(inSentence(codeLabel)) });
      return;
    }
    setIsBusy(true);
    try {
      const record = await findByCode(model, wanted);
      setAnswer(
        record
          ? { record }
          : { problem: words.notFound(thing, inSentence(codeLabel), wanted) },
      );
    } catch (error) {
      setAnswer({ problem: error instanceof Error ? error.message : words.failed });
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <>
      <PageHeader
        title={lookupSettings.title}
        description={words.lead(inSentence(codeLabel), thing)}
      />
      <Card className="mb-5">
        <form onSubmit={(event) => void find(event)} className="flex flex-wrap items-end gap-3 p-5">
          <label className="min-w-0 grow basis-60 text-sm font-medium">
            {codeLabel}
            <input
              value={code}
              onChange={(event) => setCode(event.target.value)}
              autoComplete="off"
              spellCheck={false}
              className={`${controlLook} mt-1.5`}
            />
          </label>
          <Button type="submit" variant="primary" disabled={isBusy}>
            {lookupSettings.verifies ? words.verify : words.lookUp}
          </Button>
        </form>
      </Card>
      <div aria-live="polite">
        {answer && "problem" in answer && <p className="font-medium text-danger">{answer.problem}</p>}
        {answer && "record" in answer && (
          <>
            <p className="mb-4 font-medium text-success">
              {lookupSettings.verifies ? words.isRegistered(thing) : words.found(answer.record._label)}
            </p>
            <Found key={answer.record.id} model={model} record={answer.record} />
          </>
        )}
      </div>
    </>
  );
}
