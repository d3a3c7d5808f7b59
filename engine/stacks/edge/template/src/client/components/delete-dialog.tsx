import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { modelOf } from "../../shared/lookup.ts";
import type { ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { api } from "../api.ts";
import type { FlashState } from "../shell/flash.tsx";
import { Button } from "./ui/button.tsx";
import { Dialog } from "./ui/dialog.tsx";

type Dependents = Awaited<ReturnType<typeof api.dependents>>["items"];

function Consequences({ dependents }: { dependents: Dependents }) {
  const lines = dependents.map(({ model, onDelete, count }) =>
    onDelete === "cascade" ? say.goesWithIt(count, modelOf(model)) : say.staysBehind(count, modelOf(model)),
  );
  return (
    <ul className="mt-3 list-disc space-y-1 pl-5 text-sm">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

interface DeleteDialogProps {
  model: ModelMeta;
  id: string;
  label: string;
  onClose: () => void;
  /** Where to go afterwards; without it the page shows what is left. */
  next: string;
}

export function DeleteDialog({ model, id, label, onClose, next }: DeleteDialogProps) {
  const navigate = useNavigate();
  const [dependents, setDependents] = useState<Dependents>([]);
  const [state, setState] = useState<"asking" | "deleting">("asking");
  const [error, setError] = useState("");

  useEffect(() => {
    let current = true;
    // Only a warning: without it the deletion is still asked about.
    void api.dependents(model, id).then(
      ({ items }) => current && setDependents(items),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [model, id]);

  const remove = async (): Promise<void> => {
    setState("deleting");
    try {
      await api.remove(model, id);
      onClose();
      const state: FlashState = { flash: say.deleted(model), undo: { model: model.key, ids: [id] } };
      await navigate(next, { replace: true, state });
    } catch (failure) {
      setState("asking");
      setError(failure instanceof Error ? failure.message : say.notDeleted);
    }
  };

  return (
    <Dialog title={say.deleteOne(model)} onClose={onClose}>
      <p className="mt-2 text-sm break-words text-subtle">{say.toTrash(label)}</p>
      {dependents.length > 0 && <Consequences dependents={dependents} />}
      {error && (
        <p role="alert" className="mt-3 text-sm text-danger">
          {error}
        </p>
      )}
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{say.cancel}</Button>
        <Button variant="danger" disabled={state === "deleting"} onClick={() => void remove()}>
          {say.remove}
        </Button>
      </div>
    </Dialog>
  );
}
