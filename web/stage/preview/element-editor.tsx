import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Textarea } from "../../components/ui/input.tsx";
import type { ElementChange, ElementReading } from "../../lib/element-queries.ts";
import { SourceLink } from "./source-link.tsx";

interface ElementEditorProps {
  reading: ElementReading;
  busy: boolean;
  /** Null: it may only be looked at. */
  change: ((change: ElementChange) => void) | null;
  openData: (() => void) | null;
}

/** Text and styles of an element, each written into its source as a version of its own. */
export function ElementEditor({ reading, busy, change, openData }: ElementEditorProps) {
  return (
    <>
      <TextPart text={reading.text} busy={busy} change={change} openData={openData} />
      <div>
        <h3 className="mb-2 text-sm font-[600]">Style</h3>
        {reading.styles.kind === "refused" ? (
          <p className="text-sm text-muted">{reading.styles.why}</p>
        ) : (
          <div className="grid grid-cols-2 gap-x-3 gap-y-3">
            {reading.styles.groups.map((group) => (
              <StyleChoice
                key={group.id}
                group={group}
                disabled={busy || change === null}
                choose={(value) => change?.({ kind: "style", group: group.id, value })}
              />
            ))}
          </div>
        )}
      </div>
    </>
  );
}

function TextPart({
  text,
  busy,
  change,
  openData,
}: Omit<ElementEditorProps, "reading"> & Pick<ElementReading, "text">) {
  switch (text.kind) {
    case "none":
      return null;
    case "record":
      return (
        <p className="text-sm text-muted">
          This text is in no file: it comes from a record, or code puts it together.{" "}
          {openData !== null && (
            <button type="button" className="text-accent-ink underline" onClick={openData}>
              Look in the data
            </button>
          )}
        </p>
      );
    case "many":
      return (
        <div className="text-sm text-muted">
          <p>This text stands in several places. Change the one you mean in the code:</p>
          <ul className="mt-1">
            {text.places.slice(0, 8).map((place) => (
              <li key={place}>
                <SourceLink source={place} />
              </li>
            ))}
          </ul>
        </div>
      );
    case "element":
    case "catalogue":
    case "elsewhere":
      return <TextForm key={text.value} text={text} busy={busy} change={change} />;
    default:
      return text satisfies never;
  }
}

const whereWords = { element: "", catalogue: "One of the app’s messages: ", elsewhere: "Written in " } as const;

function TextForm(props: {
  text: Extract<ElementReading["text"], { value: string }>;
  busy: boolean;
  change: ElementEditorProps["change"];
}) {
  const { text, busy, change } = props;
  const [typed, setTyped] = useState(text.value);
  const changed = typed.trim() !== "" && typed.trim() !== text.value;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) change?.({ kind: "text", from: text.value, to: typed.trim() });
      }}
    >
      <Field
        label="Text"
        hint={
          text.kind === "element" ? undefined : (
            <>
              {whereWords[text.kind]}
              <SourceLink source={`${text.path}:${text.line}`} />
              {text.kind === "catalogue" && ". It changes wherever the message is used."}
            </>
          )
        }
      >
        {(ids) => (
          <Textarea
            {...ids}
            rows={2}
            value={typed}
            maxLength={2_000}
            readOnly={change === null}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
        )}
      </Field>
      {change !== null && (
        <Button type="submit" size="sm" className="mt-2" busy={busy} disabled={!changed}>
          Save the text
        </Button>
      )}
    </form>
  );
}

type Group = Extract<ElementReading["styles"], { kind: "classes" }>["groups"][number];

function StyleChoice({
  group,
  disabled,
  choose,
}: {
  group: Group;
  disabled: boolean;
  choose: (value: string | null) => void;
}) {
  const { label, options, current } = group;
  const known = options.find(({ value }) => current.length === 1 && value === current[0]);
  const value = current.length === 0 ? "" : (known?.value ?? "own");
  return (
    <label className="flex min-w-0 flex-col gap-1 text-xs text-muted">
      {label}
      <select
        value={value}
        disabled={disabled}
        onChange={(event) => choose(event.target.value === "" ? null : event.target.value)}
        className="h-8 w-full rounded-md border border-line-strong bg-surface px-2 text-sm text-ink focus-visible:outline-offset-0 disabled:opacity-60"
      >
        <option value="">As inherited</option>
        {value === "own" && (
          <option value="own" disabled>
            {current.join(" ")}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
