// src/shared/{app,models,schemas}.ts: what browser and server both know about this app.
import type { ResolvedApp, ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import { fieldKinds } from "../shared/field-kinds.ts";
import { iconFor } from "../shared/icon-names.ts";
import { literal } from "../shared/source-text.ts";

function currencyOf(app: ResolvedApp): string {
  if (app.prd.currency !== undefined) return app.prd.currency;
  const prose = [app.prd.summary, ...app.prd.assumptions].join(" ");
  if (/€|\beuros?\b|\bEUR\b/i.test(prose)) return "EUR";
  if (/£|\bpounds? sterling\b|\bGBP\b/i.test(prose)) return "GBP";
  return "USD";
}

/** How this version works, where somebody may expect otherwise. */
const limitsOf = (app: ResolvedApp): string[] => [
  app.access
    ? "Whoever is not signed in sees what is public and nothing else. An upload can be read by everybody who knows its address, which cannot be guessed."
    : "There is no sign-in: whoever can open the app can read and change everything.",
  "Images and files are a web address, or an upload of up to 10 MB.",
  "Nothing is sent by e-mail, and no payments are taken.",
];

/** `ofStack`: what this stack does otherwise. */
export function emitApp(app: ResolvedApp, ofStack: readonly string[] = []): string {
  const { prd } = app;
  const constant = (name: string, value: Parameters<typeof literal>[0]): string => {
    const start = `export const ${name} = `;
    return `${start}${literal(value, "", start.length)};\n`;
  };
  return `// What this app is, in its own words; shown on the "About this app" page.

${constant("appName", prd.name)}${constant("locale", "en-US")}/** ISO 4217; every amount of money is in it. */
${constant("currency", currencyOf(app))}
export const about: Record<"summary" | "audience", string> & Record<"assumptions" | "openQuestions" | "outOfScope" | "risks" | "notes" | "limits", string[]> = ${literal(
    {
      summary: prd.summary,
      audience: prd.audience,
      assumptions: prd.assumptions,
      openQuestions: prd.openQuestions,
      outOfScope: prd.outOfScope,
      risks: prd.risks,
      notes: app.notes,
      limits: [...limitsOf(app), ...ofStack],
    },
    "",
    200,
  )};
`;
}

function fieldMeta(field: ResolvedField) {
  return {
    key: field.key,
    label: field.label,
    type: field.type,
    required: field.required,
    unique: field.unique || undefined,
    help: field.description,
    choices: field.values,
    min: field.min,
    max: field.max,
    initial: field.default,
    reference: field.reference && {
      model: field.reference.model,
      onDelete: field.reference.onDelete,
      inverseLabel: field.reference.inverseLabel,
    },
  };
}

/** Cards have pictures where the records do; a board or calendar needs a field to be made of. */
function listView({ view, fields }: ResolvedModel): string | undefined {
  const hasType = (...types: string[]): boolean => fields.some(({ type }) => types.includes(type));
  switch (view) {
    case "cards":
    case "gallery":
      return hasType("image") ? "gallery" : "cards";
    case "board":
    case "calendar":
      return view;
    default:
      return undefined;
  }
}

function modelMeta(model: ResolvedModel): string {
  return literal(
    {
      key: model.key,
      slug: model.slug,
      label: model.label,
      pluralLabel: model.pluralLabel,
      description: model.description,
      icon: iconFor(model.label),
      titleFields: model.titleFields,
      view: listView(model),
      order: model.order,
      fields: model.fields.map(fieldMeta),
      badges: model.badges.map((badge) => ({
        slug: badge.slug,
        label: badge.label,
        tone: badge.tone,
        field: badge.field,
        operator: badge.operator,
        value: badge.value,
        otherField: badge.otherField,
        unless: badge.unless,
      })),
    },
    "",
    200,
  );
}

export function emitModels(app: ResolvedApp): string {
  const links = app.links.map(({ slug, from, to, fromLabel, toLabel }) => ({ slug, from, to, fromLabel, toLabel }));
  const line = `export const models: readonly ModelMeta[] = [${app.models.map((model) => `${model.key}Model`).join(", ")}];\n`;
  const list =
    line.length <= 121
      ? line
      : `export const models: readonly ModelMeta[] = [\n${app.models.map((model) => `  ${model.key}Model,\n`).join("")}];\n`;
  return `// The models as pages, forms and the API see them. Order here is the order of the navigation and of the columns.
import type { LinkMeta, ModelMeta } from "./model.ts";

${app.models.map((model) => `const ${model.key}Model: ModelMeta = ${modelMeta(model)};\n`).join("\n")}
${list}
/** Many-to-many relationships. */
export const links: readonly LinkMeta[] = ${literal(links, "", 44)};
`;
}

function fieldSchema(field: ResolvedField): string {
  const base = fieldKinds[field.type].schema(field);
  const schema = field.required ? base : `optional(${base})`;
  return field.default === undefined ? schema : `withDefault(${schema}, ${literal(field.default)})`;
}

export function emitSchemas(app: ResolvedApp): string {
  const bodies = app.models.map((model) => ({
    model,
    lines: model.fields.map((field) => `  ${field.key}: ${fieldSchema(field)},\n`),
  }));
  const source = bodies.map(({ lines }) => lines.join("")).join("");
  const builders =
    "boolean choice color date dateTime decimal email file image integer json longText money optional phone reference richText text url withDefault"
      .split(" ")
      .filter((name) => new RegExp(`[ (]${name}\\(`).test(source));
  const line = `import { ${builders.join(", ")} } from "./fields.ts";\n`;
  const imports =
    line.length <= 121 ? line : `import {\n${builders.map((name) => `  ${name},\n`).join("")}} from "./fields.ts";\n`;
  return `// What a valid record is. The API checks with these; forms and imports check the same rules by the table of models.
import { z } from "zod";
${imports}
${bodies.map(({ model, lines }) => `export const ${model.key}Schema = z.strictObject({\n${lines.join("")}});\n`).join("\n")}
/** By the key of the model in models.ts. */
export const schemas: Record<string, z.ZodObject> = {
${app.models.map((model) => `  ${model.key}: ${model.key}Schema,\n`).join("")}};
`;
}
