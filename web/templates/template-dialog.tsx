import { type FormEvent, useId, useState } from "react";
import { useNavigate } from "react-router";
import { fillVariables } from "#protocol/prompt-variables.ts";
import { Button } from "../components/ui/button.tsx";
import { Dialog, DialogContent } from "../components/ui/dialog.tsx";
import { Field } from "../components/ui/field.tsx";
import { Input } from "../components/ui/input.tsx";
import { classNames } from "../lib/class-names.ts";
import type { Template, Templates } from "../lib/api-types.ts";
import { templatePicture } from "../lib/dashboard-queries.ts";

type Variable = Template["variables"][number];

/** A template of ours, or a prompt that the workspace keeps. */
export interface Fillable {
  title: string;
  purpose: string;
  prompt: string;
  variables: readonly Variable[];
  /** Of a template of ours. */
  pictureId: string | null;
}

interface TemplateDialogProps {
  filling: Fillable | null;
  colours: Templates["colours"];
  close: () => void;
}

/** Asks for what a template leaves open, shows what will be asked for, and goes on to the project. */
export function TemplateDialog({ filling, colours, close }: TemplateDialogProps) {
  return (
    <Dialog open={filling !== null} onOpenChange={(open) => !open && close()}>
      {filling !== null && (
        <DialogContent
          title={filling.title}
          description={filling.purpose}
          className="w-[min(58rem,calc(100vw-2rem))] max-md:p-5"
        >
          <FillForm key={filling.title} filling={filling} colours={colours} />
        </DialogContent>
      )}
    </Dialog>
  );
}

/** An address must stay short enough for every server on its way. */
const longestInAddress = 1_500;

function FillForm({ filling, colours }: { filling: Fillable; colours: Templates["colours"] }) {
  const { prompt, variables, pictureId } = filling;
  const navigate = useNavigate();
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(variables.map(({ name, preset }) => [name, preset])),
  );
  const filled = fillVariables(prompt, values);
  const colour = variables.some(({ kind }) => kind === "colour") ? values["colour"] : undefined;

  function use(event: FormEvent): void {
    event.preventDefault();
    const isShort = filled.length <= longestInAddress;
    void navigate(isShort ? `/projects/new?${new URLSearchParams({ prompt: filled })}` : "/projects/new", {
      state: isShort ? null : { prompt: filled },
    });
  }

  return (
    <form onSubmit={use} className="grid gap-6 md:grid-cols-2">
      <div className="flex flex-col gap-4">
        {variables.map((variable) => (
          <VariableField
            key={variable.name}
            variable={variable}
            value={values[variable.name] ?? ""}
            onChange={(value) => setValues({ ...values, [variable.name]: value })}
            colours={colours}
          />
        ))}
        {variables.length === 0 && <p className="text-sm text-muted">This prompt asks for nothing more.</p>}
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        {pictureId !== null && (
          <img
            src={templatePicture(pictureId, colour)}
            alt={`A sketch of the app, in ${colour ?? "its own colour"}`}
            width={640}
            height={400}
            className="aspect-[16/10] w-full rounded-lg border border-line bg-sunken"
          />
        )}
        <div>
          <p className="eyebrow">What will be asked for</p>
          <p className="mt-1 max-h-48 overflow-auto text-sm whitespace-pre-wrap wrap-anywhere" tabIndex={0}>
            {filled}
          </p>
        </div>
      </div>
      <div className="flex justify-end md:col-span-2">
        <Button type="submit" look="primary" className="max-sm:w-full">
          Use this template
        </Button>
      </div>
    </form>
  );
}

interface VariableFieldProps {
  variable: Variable;
  value: string;
  onChange: (value: string) => void;
  colours: Templates["colours"];
}

function VariableField({ variable, value, onChange, colours }: VariableFieldProps) {
  const { kind, label, choices = [] } = variable;
  if (kind === "colour") return <ColourField label={label} value={value} onChange={onChange} colours={colours} />;
  return (
    <Field label={label}>
      {(ids) =>
        kind === "choice" ? (
          <select
            {...ids}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className="h-10 w-full rounded-md border border-line-strong bg-surface px-2.5 text-base focus-visible:outline-offset-0"
          >
            {choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        ) : (
          <Input {...ids} value={value} maxLength={80} required onChange={(event) => onChange(event.target.value)} />
        )
      }
    </Field>
  );
}

function ColourField({ label, value, onChange, colours }: Omit<VariableFieldProps, "variable"> & { label: string }) {
  const group = useId();
  return (
    <fieldset>
      <legend className="text-sm font-[560]">
        {label}: <span className="font-[400] text-muted">{value}</span>
      </legend>
      <div className="mt-2 flex flex-wrap gap-2">
        {colours.map((colour) => (
          <label
            key={colour.name}
            title={colour.name}
            style={{ background: colour.value }}
            className={classNames(
              "size-8 cursor-pointer rounded-full ring-1 ring-line ring-inset",
              "has-checked:outline-2 has-checked:outline-offset-2 has-checked:outline-ink",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-4 has-focus-visible:outline-accent",
            )}
          >
            <input
              type="radio"
              name={group}
              value={colour.name}
              checked={colour.name === value}
              onChange={() => onChange(colour.name)}
              className="sr-only"
            />
            <span className="sr-only">{colour.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
