// A page where people say what they wish for, and see which records come closest, and why.
import type { ResolvedApp, ResolvedField } from "#engine/prd/resolved.ts";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { words } from "../../shared/naming.ts";
import { literal } from "../../shared/source-text.ts";
import { type Contribution, freeSlug, type Refusal } from "./capability.ts";
import { modelNamed } from "./fields.ts";

const mostAsked = 8;
const comparable: readonly ResolvedField["type"][] = [
  "enum",
  "boolean",
  "integer",
  "decimal",
  "money",
  "reference",
  "text",
  "longText",
];
/** What tells one from another, but not whether they fit. */
const untelling = /^(name|username|title|address|status|points|number|code|id|notes|score|street|postcode|password)$/i;

/** Choices say more than free texts, so they are asked first. */
const rank = (field: ResolvedField): number => Math.min(comparable.indexOf(field.type), 6);

export function contributeMatch(
  app: ResolvedApp,
  { model: name }: Extract<PrdCapability, { kind: "match" }>,
): Contribution | Refusal {
  const model = modelNamed(app, name);
  if (!model) return { note: `Finding matches: left out, since there is no model "${name}".` };
  const fields = model.fields
    .filter((field) => comparable.includes(field.type) && !words(field.key).some((word) => untelling.test(word)))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, mostAsked);
  if (fields.length === 0) return { note: `Finding matches: left out, since ${model.label} has nothing to compare.` };
  const settings = { model: model.key, fields: fields.map(({ key }) => key) };
  return {
    folders: ["match", "records"],
    pages: [
      {
        path: freeSlug(app, "match"),
        title: `Find matching ${model.pluralLabel.toLowerCase()}`,
        icon: "users",
        module: "match/match.tsx",
      },
    ],
    files: new Map([
      [
        "src/shared/match/settings.ts",
        `// What is matched, and by which of its fields.\nimport type { MatchSettings } from "./match-settings.ts";\n\nexport const matchSettings: MatchSettings = ${literal({ ...settings, title: `Find matching ${model.pluralLabel.toLowerCase()}` }, "", 44)};\n`,
      ],
    ]),
  };
}
