import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { inverseReferences } from "../../shared/lookup.ts";
import type { ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { api } from "../api.ts";
import { may } from "../permissions.ts";
import type { FlashState } from "../shell/flash.tsx";
import { type EachOutcome, runEach } from "../run-each.ts";
import { controlLook } from "./fields/control.ts";
import { Icon } from "./icon.tsx";
import { Button } from "./ui/button.tsx";
import { Dialog } from "./ui/dialog.tsx";

interface BulkBarProps {
  model: ModelMeta;
  ids: readonly string[];
  onClear: () => void;
}

/** What can be done to the selected records. */
export function BulkBar({ model, ids, onClear }: BulkBarProps) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [choice, setChoice] = useState("");
  const enums = model.fields.filter((field) => field.type === "enum");

  const run = async (
    what: "deleted" | "changed",
    action: (id: string) => Promise<unknown>,
    deleted: readonly string[] = [],
  ): Promise<EachOutcome> => {
    setBusy(true);
    setProblem("");
    const outcome = await runEach(ids, action);
    setBusy(false);
    setAsking(false);
    if (outcome.problems.length > 0) {
      setProblem(say.notDone[what](outcome.problems.length, model, outcome.problems[0] ?? ""));
    }
    const state: FlashState = { flash: say.done[what](outcome.done, model) };
    if (deleted.length > 0) state.undo = { model: model.key, ids: deleted };
    await navigate(`${pathname}${search}`, { replace: true, state });
    return outcome;
  };

  const remove = async (): Promise<void> => {
    const deleted: string[] = [];
    const { problems } = await run(
      "deleted",
      async (id) => {
        await api.remove(model, id);
        deleted.push(id);
      },
      deleted,
    );
    if (problems.length === 0) onClear();
  };

  const set = async (): Promise<void> => {
    const [key = "", value = ""] = [choice.slice(0, choice.indexOf("=")), choice.slice(choice.indexOf("=") + 1)];
    await run("changed", (id) => api.change(model, id, { [key]: value }));
  };

  return (
    <div
      role="group"
      aria-label={say.selectedRecords}
      className="flex flex-wrap items-center gap-2 border-b bg-accent-soft px-4 py-2.5 text-sm print:hidden"
    >
      <p role="status" className="mr-auto font-medium text-accent">
        {say.selected(ids.length, model)}
      </p>
      {enums.length > 0 && may(model, "update") && (
        <form
          className="flex min-w-0 items-center gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (choice !== "") void set();
          }}
        >
          <select
            aria-label={say.newValue}
            value={choice}
            onChange={(event) => setChoice(event.target.value)}
            className={`${controlLook} w-auto min-w-0 max-w-56`}
          >
            <option value="">{say.set}</option>
            {enums.map((field) => (
              <optgroup key={field.key} label={field.label}>
                {field.choices?.map(({ value, label }) => (
                  <option key={value} value={`${field.key}=${value}`}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          <Button type="submit" size="small" disabled={choice === "" || isBusy}>
            {say.apply}
          </Button>
        </form>
      )}
      {may(model, "delete") && (
        <Button size="small" disabled={isBusy} onClick={() => setAsking(true)}>
          <Icon name="trash" className="size-4" />
          {say.remove}
        </Button>
      )}
      <Button size="small" variant="ghost" className="text-text" onClick={onClear}>
        {say.clearSelection}
      </Button>
      {problem && (
        <p role="alert" className="w-full text-danger">
          {problem}
        </p>
      )}
      {isAsking && (
        <Dialog title={say.deleteMany(ids.length, model)} onClose={() => setAsking(false)}>
          <p className="mt-2 text-sm text-subtle">
            {say.manyToTrash}
            {inverseReferences(model).length > 0 && say.manyWithThem(model)}
          </p>
          <div className="mt-6 flex flex-wrap justify-end gap-2">
            <Button onClick={() => setAsking(false)}>{say.cancel}</Button>
            <Button variant="danger" disabled={isBusy} onClick={() => void remove()}>
              {say.remove}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
