// Loaded when two people changed one record: what differs, field by field, and whose value to go on with.
import { useId, useState } from "react";
import { formatValue } from "../../shared/format.ts";
import type { FieldMeta, ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { Button } from "../components/ui/button.tsx";
import { Dialog } from "../components/ui/dialog.tsx";
import type { FormValues } from "../record-form-state.ts";
import { words } from "./conflict-words.ts";

interface Version {
  values: FormValues;
  names: Readonly<Record<string, string>>;
}

type Side = "mine" | "theirs";

interface ConflictDialogProps {
  model: ModelMeta;
  /** As the form was filled when it was opened. */
  base: FormValues;
  mine: Version;
  theirs: Version;
  /** Goes on with these; the others' changes to other fields are in them. */
  onChoose: (version: Version) => void;
  onClose: () => void;
}

function inWords(field: FieldMeta, { values, names }: Version): string {
  if (field.reference) return names[field.key] || say.none;
  const value = values[field.key];
  if (typeof value === "boolean") return value ? say.yes : say.no;
  const isNumber = ["integer", "decimal", "money"].includes(field.type);
  const text = isNumber && value !== "" ? formatValue(field, value) : formatValue(field, value ?? "");
  return text === "" ? say.none : text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

function Choice({
  field,
  side,
  label,
  text,
  isChosen,
  onChoose,
}: {
  field: FieldMeta;
  side: Side;
  label: string;
  text: string;
  isChosen: boolean;
  onChoose: (side: Side) => void;
}) {
  const name = `${useId()}-${field.key}`;
  return (
    <label className="grid min-w-0 flex-1 basis-40 cursor-pointer grid-cols-[auto_1fr] gap-x-2 rounded-lg border p-2.5 text-sm has-checked:border-accent has-checked:bg-accent-soft">
      <input
        type="radio"
        name={name}
        checked={isChosen}
        onChange={() => onChoose(side)}
        className="row-span-2 mt-0.5 size-4 accent-primary"
      />
      <span className="text-xs font-medium">{label}</span>
      <span className="min-w-0 break-words">{text}</span>
    </label>
  );
}

export function ConflictDialog({ model, base, mine, theirs, onChoose, onClose }: ConflictDialogProps) {
  const changedBy = ({ values }: Version, { key }: FieldMeta): boolean => values[key] !== base[key];
  const clashes = model.fields.filter(
    (field) =>
      changedBy(mine, field) && changedBy(theirs, field) && mine.values[field.key] !== theirs.values[field.key],
  );
  const onlyTheirs = model.fields.filter((field) => changedBy(theirs, field) && !changedBy(mine, field));
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({});

  /** Fields that one side alone changed keep that change. */
  const merged = (sideOf: (field: FieldMeta) => Side): Version => {
    const chosen = model.fields.map((field) => ({ field, from: sideOf(field) === "mine" ? mine : theirs }));
    return {
      values: Object.fromEntries(chosen.map(({ field: { key }, from }) => [key, from.values[key] ?? ""])),
      names: Object.fromEntries(chosen.map(({ field: { key }, from }) => [key, from.names[key] ?? ""])),
    };
  };
  const choose = (): void =>
    onChoose(
      merged((field) => (clashes.includes(field) ? (sides[field.key] ?? "mine") : changedBy(mine, field) ? "mine" : "theirs")),
    );

  return (
    <Dialog title={words.title(model)} onClose={onClose}>
      <div className="mt-3 max-h-[60vh] space-y-4 overflow-y-auto">
        {clashes.map((field) => (
          <fieldset key={field.key}>
            <legend className="mb-1.5 text-sm font-medium">{field.label}</legend>
            <div className="flex flex-wrap gap-2">
              {(["mine", "theirs"] as const).map((side) => (
                <Choice
                  key={side}
                  field={field}
                  side={side}
                  label={side === "mine" ? words.yours : words.theirs}
                  text={inWords(field, side === "mine" ? mine : theirs)}
                  isChosen={(sides[field.key] ?? "mine") === side}
                  onChoose={(chosen) => setSides((current) => ({ ...current, [field.key]: chosen }))}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <p className="text-sm text-subtle">
          {onlyTheirs.length > 0 && `${words.theirsStay(onlyTheirs.map(({ label }) => label))} `}
          {say.nothingStoredYet}
        </p>
      </div>
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button onClick={() => onChoose(theirs)}>{words.takeTheirs}</Button>
        <Button variant="primary" onClick={choose}>
          {clashes.length > 0 ? words.chosen : words.keepMine}
        </Button>
      </div>
    </Dialog>
  );
}
