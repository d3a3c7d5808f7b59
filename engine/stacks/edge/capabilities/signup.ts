// Signing up for a record: enrolling, applying, joining, registering. The sign-up is a record of its own, made by a form
// on the page of what it is for.
import type { ResolvedApp, ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import type { PrdCapability, SignupId } from "#engine/prd/schema.ts";
import { words } from "../../shared/naming.ts";
import { literal } from "../../shared/source-text.ts";
import { type Contribution, freeSlug, type Refusal } from "./capability.ts";
import { modelNamed } from "./fields.ts";

type SignupCapability = Extract<PrdCapability, { kind: "signup" }>;

export const signupVerbs: Readonly<Record<SignupId, string>> = {
  enrol: "Enroll",
  apply: "Apply",
  join: "Join",
  register: "Register",
  request: "Send request",
  bid: "Place bid",
  respond: "Submit answers",
};

const textual: readonly ResolvedField["type"][] = ["text", "longText", "email", "phone", "url", "file", "image"];
/** What the organiser fills in. */
const internal = /score|grade|result|status|internal|remark|feedback|progress|number|code|reference/i;
const mostAsked = 8;

interface Parts {
  field: ResolvedField;
  asked: ResolvedField[];
  stamped: ResolvedField[];
}

function findParts(target: ResolvedModel, entries: ResolvedModel): Parts | string {
  const field = entries.fields.find(({ reference }) => reference?.model === target.key);
  if (!field || target === entries) return `${entries.label} does not belong to ${target.label}`;
  if (field.unique) return `${entries.label} is one of its kind for each ${target.label}`;
  const isOpen = (each: ResolvedField): boolean => each.required && each.default === undefined;
  const stamped = entries.fields.filter(
    (each) =>
      (each.type === "date" || each.type === "dateTime") &&
      each !== field &&
      !each.unique &&
      /date|at|on|day|time/i.test(each.key) &&
      !/birth|start|end|due|from|until/i.test(each.key),
  );
  const asked = entries.fields.filter(
    (each) =>
      each !== field &&
      !stamped.includes(each) &&
      (isOpen(each) ||
        (textual.includes(each.type) &&
          !words(each.key).some((word) => internal.test(word)) &&
          each.default === undefined)),
  );
  const needed = asked.filter(isOpen);
  const others = asked.filter((each) => !isOpen(each)).slice(0, Math.max(0, mostAsked - needed.length));
  return { field, asked: asked.filter((each) => needed.includes(each) || others.includes(each)), stamped };
}

export function contributeSignup(app: ResolvedApp, all: readonly SignupCapability[]): Contribution | Refusal {
  const targets: Record<string, { [key: string]: string | string[] }> = {};
  const labels = new Set<string>();
  for (const { target: targetName, entries: entriesName, act } of all) {
    const [target, entries] = [modelNamed(app, targetName), modelNamed(app, entriesName)];
    const parts = target && entries ? findParts(target, entries) : `"${target ? entriesName : targetName}" is no model`;
    if (!target || !entries || typeof parts === "string") {
      app.notes.push(`Signing up for ${targetName}: left out, since ${String(parts)}.`);
      continue;
    }
    if (targets[target.key]) continue;
    labels.add(entries.pluralLabel);
    targets[target.key] = {
      entries: entries.key,
      field: parts.field.key,
      verb: signupVerbs[act],
      asked: parts.asked.map(({ key }) => key),
      stamped: parts.stamped.map(({ key }) => key),
    };
  }
  if (labels.size === 0) return { note: "Signing up: left out, since nothing can be signed up for." };
  const [only = ""] = labels;
  const title = labels.size === 1 ? `My ${only.toLowerCase()}` : "My sign-ups";
  const slug = freeSlug(app, "mine");
  return {
    folders: ["signup"],
    panels: [{ id: "signup", models: Object.keys(targets), module: "signup/panel.tsx" }],
    pages: [{ path: slug, title, icon: "check", module: "signup/mine.tsx" }],
    files: new Map([
      [
        "src/shared/signup/settings.ts",
        `// What people can sign up for, and how.\nimport type { SignupSettings } from "./signup-settings.ts";\n\nexport const signupSettings: SignupSettings = ${literal({ slug, title, targets }, "", 48)};\n`,
      ],
    ]),
  };
}
