// Whose a record is, and what happened to it; loaded after the record itself.
import { useEffect, useId, useState } from "react";
import type { RecordAccess } from "../../../shared/access/access.ts";
import type { ApiRecord, ModelMeta } from "../../../shared/model.ts";
import { accessApi } from "../../access/access-api.ts";
import { ChangeList } from "../../access/change-list.tsx";
import { readSession } from "../../access/session.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Card } from "../../components/ui/card.tsx";
import { words } from "./words.ts";

interface PanelProps {
  model: ModelMeta;
  record: ApiRecord;
}

function Owner({
  model,
  record,
  access,
  onChange,
}: PanelProps & { access: RecordAccess; onChange: (next: RecordAccess) => void }) {
  const id = useId();
  const [problem, setProblem] = useState("");
  const { owner, people } = access;
  const handOver = async (user: string): Promise<void> => {
    setProblem("");
    try {
      onChange(await accessApi.handOver(model, record.id, user === "" ? null : user));
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : words.thatDidNotWork);
    }
  };
  if (people.length === 0)
    return <p className="px-5 py-3 text-sm text-subtle">{words.belongsTo(owner?.name ?? words.nobody)}</p>;
  const isKnown = owner === null || people.some((person) => person.id === owner.id);
  return (
    <div className="flex flex-wrap items-center gap-3 px-5 py-3 text-sm print:hidden">
      <label htmlFor={id} className="font-medium">
        {words.owner}
      </label>
      <select
        id={id}
        value={owner?.id ?? ""}
        onChange={({ target }) => void handOver(target.value)}
        className={`${controlLook} w-auto max-w-64`}
      >
        <option value="">{words.nobodyInParticular}</option>
        {!isKnown && <option value={owner.id}>{owner.name}</option>}
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}

function History({ model, record }: PanelProps) {
  const [access, setAccess] = useState<RecordAccess | null>(null);
  const { id } = record;
  useEffect(() => {
    const abort = new AbortController();
    accessApi
      .record(model, id, abort.signal)
      .then(setAccess)
      // The record is there; a page without its past is still a page.
      .catch(() => undefined);
    return () => abort.abort();
  }, [model, id]);
  if (!access || !readSession().user) return null;
  return (
    <Card title={words.history}>
      <div className="divide-y">
        <Owner model={model} record={record} access={access} onChange={setAccess} />
        {access.changes.length > 0 && <ChangeList changes={access.changes} withSubject={false} />}
      </div>
    </Card>
  );
}

/** Asked for anew after a change, which is one more line. */
export const Panel = (props: PanelProps) => <History key={props.record.updatedAt} {...props} />;
