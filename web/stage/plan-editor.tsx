import Plus from "lucide-react/icons/plus";
import Trash from "lucide-react/icons/trash-2";
import { type FormEvent, useId, useState } from "react";
import type { FieldType, Prd } from "#engine/prd/schema.ts";
import { Button } from "../components/ui/button.tsx";
import { Field } from "../components/ui/field.tsx";
import { Input, Textarea } from "../components/ui/input.tsx";
import { Select } from "../components/ui/select.tsx";
import { useProject } from "../session/project-context.ts";
import {
  addField,
  addModel,
  changeField,
  changeModel,
  type FieldDraft,
  findDraftProblems,
  finishDraft,
  type ModelDraft,
  type PlanDraft,
  removeField,
  startDraft,
} from "./plan-draft.ts";

const typeNames: Record<FieldType, string> = {
  text: "Text",
  longText: "Long text",
  richText: "Formatted text",
  integer: "Whole number",
  decimal: "Number",
  money: "Money",
  boolean: "Yes or no",
  date: "Date",
  dateTime: "Date and time",
  email: "Email",
  url: "Web address",
  phone: "Phone",
  color: "Colour",
  enum: "One of a few",
  image: "Picture",
  file: "File",
  json: "JSON",
  reference: "Another record",
};
const typeOptions = (Object.keys(typeNames) as FieldType[]).map((value) => ({ value, label: typeNames[value] }));

interface PlanEditorProps {
  prd: Prd;
  onClose: () => void;
}

/** The waiting plan as a form. It is sent with the approval, or with a comment for another plan that keeps the changes. */
export function PlanEditor({ prd, onClose }: PlanEditorProps) {
  const { commands } = useProject();
  const [draft, setDraft] = useState(() => startDraft(prd));
  const [comment, setComment] = useState("");
  const [tried, setTried] = useState(false);
  const problems = findDraftProblems(draft);
  const shown = tried ? problems : new Map<string, string>();
  const send = (command: "approve" | "reject") => {
    setTried(true);
    if (problems.size > 0) return;
    commands.run(command, command === "reject" ? comment.trim() : undefined, finishDraft(draft, prd));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send("approve");
  };
  return (
    <form
      className="mx-auto max-w-3xl px-5 py-8 md:px-10 md:py-12"
      onSubmit={submit}
      noValidate
      aria-label="Change the plan"
    >
      <h2 className="display text-3xl">Change the plan</h2>
      <Field label="Name of the app" className="mt-6 max-w-md" problem={shown.get("name")}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={80}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        )}
      </Field>
      <h3 className="display mt-10 border-b border-line pb-2 text-xl">Data</h3>
      <div className="mt-4 flex flex-col gap-5">
        {draft.models.map((model) => (
          <ModelEditor key={model.key} model={model} draft={draft} setDraft={setDraft} problems={shown} />
        ))}
      </div>
      <Button className="mt-4" onClick={() => setDraft(addModel(draft))}>
        <Plus /> Add a kind of record
      </Button>
      <PagesEditor draft={draft} setDraft={setDraft} problems={shown} />
      <div className="mt-10 border-t border-line pt-6">
        {tried && problems.size > 0 && (
          <p role="alert" className="mb-3 text-sm text-danger-ink">
            {problems.size === 1 ? "One place needs your attention." : `${problems.size} places need your attention.`}
          </p>
        )}
        <Field label="Anything else the plan should do differently? (for another plan)">
          {(ids) => (
            <Textarea
              {...ids}
              rows={2}
              maxLength={4000}
              value={comment}
              onChange={(event) => setComment(event.target.value)}
            />
          )}
        </Field>
        <div className="mt-4 flex flex-wrap gap-2">
          <Button
            type="submit"
            look="primary"
            busy={commands.pending === "approve"}
            disabled={commands.pending !== null}
          >
            Approve with these changes
          </Button>
          <Button
            busy={commands.pending === "reject"}
            disabled={comment.trim() === "" || commands.pending !== null}
            onClick={() => send("reject")}
          >
            Ask for another plan
          </Button>
          <Button look="quiet" onClick={onClose}>
            Discard
          </Button>
        </div>
      </div>
    </form>
  );
}

interface PartProps {
  draft: PlanDraft;
  setDraft: (draft: PlanDraft) => void;
  problems: ReadonlyMap<string, string>;
}

function ModelEditor({ model, draft, setDraft, problems }: PartProps & { model: ModelDraft }) {
  const words = model.name.trim() === "" ? "the new record" : model.name;
  return (
    <fieldset className="rounded-lg border border-line p-4">
      <legend className="sr-only">{words}</legend>
      <div className="flex items-end gap-2">
        <Field label="Kind of record" className="min-w-0 flex-1" problem={problems.get(model.key)}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={60}
              className="font-[600]"
              value={model.name}
              onChange={(event) =>
                setDraft(changeModel(draft, model.key, (before) => ({ ...before, name: event.target.value })))
              }
            />
          )}
        </Field>
        <Button
          look="dangerQuiet"
          size="iconLg"
          aria-label={`Remove ${words}`}
          title="Remove"
          disabled={draft.models.length === 1}
          onClick={() => setDraft({ ...draft, models: draft.models.filter(({ key }) => key !== model.key) })}
        >
          <Trash />
        </Button>
      </div>
      <ul className="mt-4 flex flex-col gap-3" aria-label={`Fields of ${words}`}>
        {model.fields.map((field) => (
          <FieldEditor
            key={field.key}
            model={model}
            field={field}
            draft={draft}
            setDraft={setDraft}
            problems={problems}
          />
        ))}
      </ul>
      <Button size="sm" className="mt-3" onClick={() => setDraft(addField(draft, model.key))}>
        <Plus /> Add a field
        <span className="sr-only"> to {words}</span>
      </Button>
    </fieldset>
  );
}

function FieldEditor(props: PartProps & { model: ModelDraft; field: FieldDraft }) {
  const { model, field, draft, setDraft, problems } = props;
  const id = useId();
  const change = (over: Partial<FieldDraft>) => setDraft(changeField(draft, model.key, field.key, over));
  const problem = problems.get(field.key);
  const words = `${field.name.trim() || "the new field"} of ${model.name.trim() || "the new record"}`;
  return (
    <li>
      <div className="flex flex-wrap items-center gap-2">
        <Input
          aria-label={`Name of ${words}`}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? undefined : id}
          maxLength={60}
          placeholder="Field"
          className="h-8! min-w-32 flex-1 text-sm!"
          value={field.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <Select
          label={`Type of ${words}`}
          value={field.type}
          onChange={(type) => change({ type })}
          options={typeOptions}
        />
        {field.type === "reference" && (
          <Select
            label={`What ${words} refers to`}
            value={field.target}
            onChange={(target) => change({ target })}
            options={[
              { value: "", label: "Choose…" },
              ...draft.models.map(({ key, name }) => ({ value: key, label: name || "New record" })),
            ]}
          />
        )}
        <label className="flex h-8 items-center gap-1.5 text-sm">
          <input
            type="checkbox"
            checked={field.required}
            onChange={(event) => change({ required: event.target.checked })}
          />
          Required<span className="sr-only">: {words}</span>
        </label>
        <Button
          look="dangerQuiet"
          size="icon"
          aria-label={`Remove ${words}`}
          title="Remove"
          onClick={() => setDraft(removeField(draft, model.key, field.key))}
        >
          <Trash />
        </Button>
      </div>
      {field.type === "enum" && (
        <Input
          aria-label={`Choices of ${words}, separated by commas`}
          placeholder="Choices, separated by commas"
          className="mt-2 h-8! text-sm!"
          value={field.choices}
          onChange={(event) => change({ choices: event.target.value })}
        />
      )}
      {problem !== undefined && (
        <p id={id} className="mt-1 text-sm text-danger-ink">
          {problem}
        </p>
      )}
    </li>
  );
}

function PagesEditor({ draft, setDraft, problems }: PartProps) {
  if (draft.pages.length === 0) return null;
  const change = (path: string, title: string) =>
    setDraft({ ...draft, pages: draft.pages.map((page) => (page.path === path ? { ...page, title } : page)) });
  return (
    <>
      <h3 className="display mt-10 border-b border-line pb-2 text-xl">Pages</h3>
      <ul className="mt-4 flex flex-col gap-3">
        {draft.pages.map(({ path, title }) => (
          <li key={path} className="flex flex-wrap items-center gap-2">
            <Input
              aria-label={`Title of ${path}`}
              aria-invalid={problems.has(path) || undefined}
              maxLength={120}
              className="h-8! min-w-40 flex-1 text-sm!"
              value={title}
              onChange={(event) => change(path, event.target.value)}
            />
            <code className="min-w-0 font-mono text-xs text-muted wrap-anywhere">{path}</code>
            <Button
              look="dangerQuiet"
              size="icon"
              aria-label={`Remove the page ${path}`}
              title="Remove"
              onClick={() => setDraft({ ...draft, pages: draft.pages.filter((page) => page.path !== path) })}
            >
              <Trash />
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
