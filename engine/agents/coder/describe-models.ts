// The data model as code meets it: keys, addresses, tables. Saves a coder the reading of the generated files.
import { resolvePrd } from "#engine/prd/resolve.ts";
import type { ResolvedApp, ResolvedField } from "#engine/prd/resolved.ts";
import type { Prd } from "#engine/prd/schema.ts";

export function describeModels(prd: Prd): string {
  const app = resolvePrd(prd);
  const lines = app.models.map(
    (model) =>
      `- ${model.label}: key \`${model.key}\`, API /api/${model.slug}, table \`${model.tableKey}\`: ${model.fields.map((field) => describeField(app, field)).join(", ")}`,
  );
  const links = app.links.map(
    ({ slug, from, to }) => `- many-to-many between \`${from}\` and \`${to}\`: link \`${slug}\``,
  );
  const roles = app.access
    ? [`Roles: ${app.access.roles.map(({ key, label }) => `${label} (\`${key}\`)`).join(", ")}.`]
    : [];
  return [`Models (* required; each record also has id, createdAt, updatedAt):`, ...lines, ...links, ...roles].join(
    "\n",
  );
}

function describeField(app: ResolvedApp, { key, type, required, unique, values, reference }: ResolvedField): string {
  const target = reference && app.models.find((model) => model.key === reference.model);
  const what = target
    ? `→ ${target.label}`
    : values
      ? values.map(({ value }) => JSON.stringify(value)).join("|")
      : type;
  return `${key}${required ? "*" : ""} ${what}${unique ? " unique" : ""}`;
}
