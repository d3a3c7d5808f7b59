import ArrowRight from "lucide-react/icons/arrow-right";
import Plus from "lucide-react/icons/plus";
import Trash2 from "lucide-react/icons/trash-2";
import { useState } from "react";
import { Button } from "../components/ui/button.tsx";
import { Field } from "../components/ui/field.tsx";
import { SecretField } from "../components/ui/secret-field.tsx";
import { Input, Textarea } from "../components/ui/input.tsx";
import { Segmented } from "../components/ui/segmented.tsx";
import { Select } from "../components/ui/select.tsx";
import { type Specimen, State, States } from "./specimen-sheet.tsx";

const looks = [
  ["primary", "bg-accent-hover"],
  ["outline", "bg-hover border-line-strong"],
  ["soft", "bg-pressed"],
  ["quiet", "bg-hover text-ink"],
  ["danger", "bg-danger-hover"],
  ["dangerQuiet", "bg-danger-soft"],
] as const;
const focus = "outline-2 outline-offset-2 outline-accent outline-solid";

export const inputSpecimens: Specimen[] = [
  {
    name: "Button",
    note: "One primary a view. A busy button keeps its width and refuses clicks. With asChild it is a link.",
    draw: () => (
      <div className="flex flex-col gap-5">
        {looks.map(([look, hovered]) => (
          <States key={look}>
            <State name={look}>
              <Button look={look}>Build it</Button>
            </State>
            <State name="hover">
              <Button look={look} className={hovered}>
                Build it
              </Button>
            </State>
            <State name="focus">
              <Button look={look} className={focus}>
                Build it
              </Button>
            </State>
            <State name="busy">
              <Button look={look} busy aria-label="Building">
                Build it
              </Button>
            </State>
            <State name="disabled">
              <Button look={look} disabled>
                Build it
              </Button>
            </State>
          </States>
        ))}
        <States>
          <State name="sm">
            <Button size="sm">
              <Plus /> New
            </Button>
          </State>
          <State name="md">
            <Button>
              <Plus /> New
            </Button>
          </State>
          <State name="lg">
            <Button size="lg" look="primary">
              Start <ArrowRight />
            </Button>
          </State>
          <State name="icon">
            <Button size="icon" aria-label="Delete">
              <Trash2 />
            </Button>
          </State>
          <State name="iconLg">
            <Button size="iconLg" look="quiet" aria-label="Delete">
              <Trash2 />
            </Button>
          </State>
        </States>
      </div>
    ),
  },
  {
    name: "Field, Input, Textarea",
    note: "A field ties label, hint and problem to its input. The problem stands below, in words that say what to do.",
    draw: () => (
      <div className="grid gap-4">
        <Field label="Name" hint="As it stands in the title of the app.">
          {(ids) => <Input {...ids} placeholder="Tool shed" />}
        </Field>
        <Field label="In focus">{(ids) => <Input {...ids} defaultValue="Tool shed" className={focus} />}</Field>
        <Field label="E-mail" problem="This is no e-mail address: the @ is missing.">
          {(ids) => <Input {...ids} type="text" defaultValue="ada.example.com" />}
        </Field>
        <SecretField
          label="Access token"
          hint="SecretField: hidden, and kept by no browser."
          value="secret"
          onChange={() => {}}
        />
        <Field label="Not to be changed">{(ids) => <Input {...ids} defaultValue="edge" disabled />}</Field>
        <Field label="Description">{(ids) => <Textarea {...ids} rows={2} placeholder="What is it for?" />}</Field>
      </div>
    ),
  },
  {
    name: "Select, Segmented",
    note: "Segmented for two to four that fit beside each other; else the browser's own select.",
    draw: Choices,
  },
];

function Choices() {
  const [level, setLevel] = useState("info");
  const [face, setFace] = useState("output");
  return (
    <States>
      <State name="Select">
        <Select
          label="Level"
          value={level}
          onChange={setLevel}
          options={[
            { value: "info", label: "Info and above" },
            { value: "error", label: "Errors only" },
          ]}
        />
      </State>
      <State name="Segmented">
        <Segmented
          label="Show"
          value={face}
          onChange={setFace}
          options={[
            { value: "output", label: "Output" },
            { value: "agents", label: "Agents" },
          ]}
        />
      </State>
    </States>
  );
}
