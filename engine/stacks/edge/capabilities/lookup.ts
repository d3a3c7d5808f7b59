// A page where people enter the number of something and learn what became of it: parcels, orders, certificates.
import type { ResolvedApp, ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { words } from "../../shared/naming.ts";
import { literal } from "../../shared/source-text.ts";
import { type Contribution, freeSlug, type Refusal } from "./capability.ts";
import { modelNamed } from "./fields.ts";

type LookupCapability = Extract<PrdCapability, { kind: "lookup" }>;

const verbs: Readonly<Record<LookupCapability["acts"][number], string>> = {
  track: "Track",
  verify: "Verify",
  check: "Look up",
};

const codeWord = /^(number|code|id|reference|sku|serial|tracking|barcode|isbn|token)$/i;

/** What is printed on it: a text that is called a number or code, better a unique one. */
function findCode(model: ResolvedModel): ResolvedField | undefined {
  const texts = model.fields.filter((field) => field.type === "text");
  const called = texts.filter((field) => words(field.key).some((word) => codeWord.test(word)));
  return called.find((field) => field.unique) ?? called[0] ?? texts.find((field) => field.unique);
}

export function contributeLookup(app: ResolvedApp, { model: name, acts }: LookupCapability): Contribution | Refusal {
  const model = modelNamed(app, name);
  if (!model) return { note: `Looking up by number: left out, since there is no model "${name}".` };
  const code = findCode(model);
  if (!code) return { note: `Looking up by number: left out, since ${model.label} has no number or code.` };
  const [first = "Look up", ...others] = [...new Set(acts)].map((act) => verbs[act]);
  const title = `${[first, ...others.map((verb) => verb.toLowerCase())].join(" and ")} ${model.pluralLabel.toLowerCase()}`;
  const settings = { title, model: model.key, code: code.key, verifies: acts.includes("verify") };
  return {
    folders: ["lookup"],
    pages: [{ path: freeSlug(app, acts[0] ?? "check"), title, icon: "search", module: "lookup/lookup.tsx" }],
    files: new Map([
      [
        "src/shared/record-lookup/settings.ts",
        `// What can be looked up, and by which of its fields.\nimport type { LookupSettings } from "./lookup-settings.ts";\n\nexport const lookupSettings: LookupSettings = ${literal(settings, "", 46)};\n`,
      ],
    ]),
  };
}
