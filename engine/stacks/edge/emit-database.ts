// src/server/db/schema.ts, migrations/0001_init.sql and src/server/routes.ts: the same tables, said twice on purpose, so
// that the app starts without a migration tool and can adopt drizzle-kit later.
import type { ResolvedApp, ResolvedField, ResolvedLink, ResolvedModel } from "#engine/prd/resolved.ts";
import { fieldKinds } from "../shared/field-kinds.ts";
import { quote, sqlName, sqlText } from "../shared/source-text.ts";

export const modelOf = (app: ResolvedApp, key: string): ResolvedModel => {
  const model = app.models.find((candidate) => candidate.key === key);
  if (!model) throw new Error(`The resolved app refers to an unknown model "${key}".`);
  return model;
};

export const indexName = (table: string, column: string): string => `${table}_${column}_index`;
const uniqueName = (table: string, column: string): string => `${table}_${column}_unique`;

/** Columns worth an index: foreign keys, and choices that lists are filtered by. */
export const isIndexed = (field: ResolvedField): boolean =>
  field.type === "reference" || (field.type === "enum" && !field.unique);

/** What every table starts and ends with; `recordColumns` of the app says the same. */
const firstColumns = [`"id" TEXT PRIMARY KEY NOT NULL`, `"created_at" TEXT NOT NULL`, `"updated_at" TEXT NOT NULL`];
export const trashColumns = [`"_deleted_at" TEXT`, `"_deleted_with" TEXT`];

function drizzleColumn(app: ResolvedApp, field: ResolvedField): string {
  const parts = [fieldKinds[field.type].column(field.column)];
  if (field.required) parts.push("notNull()");
  if (field.reference) {
    const target = modelOf(app, field.reference.model);
    parts.push(
      `references((): AnySQLiteColumn => ${target.tableKey}.id, { onDelete: ${quote(field.reference.onDelete)} })`,
    );
  }
  return `    ${field.key}: ${parts.join(".")},\n`;
}

function drizzleTable(app: ResolvedApp, model: ResolvedModel): string {
  const columns = model.fields.map((field) => drizzleColumn(app, field)).join("");
  const indexes = [
    `    index(${quote(indexName(model.table, "created_at"))}).on(table.createdAt),\n`,
    `    index(${quote(indexName(model.table, "_deleted_with"))}).on(table._deletedWith).where(sql\`"_deleted_with" IS NOT NULL\`),\n`,
    ...model.fields
      .filter(isIndexed)
      .map((field) => `    index(${quote(indexName(model.table, field.column))}).on(table.${field.key}),\n`),
    // What lies in the trash takes no value away from new records.
    ...model.fields
      .filter(({ unique }) => unique)
      .map(
        (field) =>
          `    uniqueIndex(${quote(uniqueName(model.table, field.column))}).on(table.${field.key}).where(sql\`"_deleted_at" IS NULL\`),\n`,
      ),
  ];
  return `export const ${model.tableKey} = sqliteTable(
  ${quote(model.table)},
  {
    ...recordColumns,
${columns}  },
  (table) => [
${indexes.join("")}  ],
);
`;
}

function drizzleLink(app: ResolvedApp, link: ResolvedLink): string {
  const end = (column: string, key: string): string =>
    `text(${quote(column)})
      .notNull()
      .references(() => ${modelOf(app, key).tableKey}.id, { onDelete: "cascade" }),\n`;
  return `const ${link.key}Link = sqliteTable(
  ${quote(link.table)},
  {
    from: ${end(link.fromColumn, link.from)}    to: ${end(link.toColumn, link.to)}  },
  (table) => [primaryKey({ columns: [table.from, table.to] }), index(${quote(indexName(link.table, link.toColumn))}).on(table.to)],
);
`;
}

export function emitSchema(app: ResolvedApp): string {
  const types = new Set(app.models.flatMap((model) => model.fields.map((field) => field.type)));
  const uses = (...wanted: string[]): boolean => wanted.some((type) => types.has(type as ResolvedField["type"]));
  const needsText =
    app.links.length > 0 ||
    app.models.some((model) => model.fields.some((field) => fieldKinds[field.type].column("").startsWith("text(")));
  const imports = [
    ...(uses("reference") ? ["type AnySQLiteColumn"] : []),
    "index",
    ...(uses("integer", "boolean") ? ["integer"] : []),
    ...(app.links.length > 0 ? ["primaryKey"] : []),
    ...(uses("decimal") ? ["real"] : []),
    "sqliteTable",
    ...(needsText ? ["text"] : []),
    ...(app.models.some((model) => model.fields.some(({ unique }) => unique)) ? ["uniqueIndex"] : []),
  ];
  const tables = app.models
    .map((model) => `  ${model.key === model.tableKey ? model.key : `${model.key}: ${model.tableKey}`},\n`)
    .join("");
  const links = app.links
    .map(
      (link) =>
        `  ${quote(link.slug)}: { table: ${link.key}Link, from: ${link.key}Link.from, to: ${link.key}Link.to },\n`,
    )
    .join("");
  return `// Every table. A new column also needs a migration in migrations/, a line in src/shared/schemas.ts and one in
// src/shared/models.ts; lists, forms and the API follow from those.
import { sql } from "drizzle-orm";
import { ${imports.join(", ")} } from "drizzle-orm/sqlite-core";
import type { LinkTable, ResourceTable } from "../resource/table.ts";
import { ${uses("money") ? "money, " : ""}recordColumns } from "./columns.ts";

${app.models.map((model) => drizzleTable(app, model)).join("\n")}
${app.links.length > 0 ? `// Many-to-many relationships.\n${app.links.map((link) => drizzleLink(app, link)).join("\n")}\n` : ""}/** By the key of the model in src/shared/models.ts. */
export const tables: Record<string, ResourceTable> = {
${tables}};

/** By the slug of the link in src/shared/models.ts. */
export const linkTables: Record<string, LinkTable> = {${links === "" ? "" : `\n${links}`}};
`;
}

/** A column's line in CREATE TABLE. A relaxed one may be empty in the database although the app requires it. */
export function columnSql(app: ResolvedApp, field: ResolvedField, isRelaxed = false): string {
  const parts = [sqlName(field.column), fieldKinds[field.type].sql];
  if (field.required && !isRelaxed) parts.push("NOT NULL");
  if (field.type === "boolean") parts.push(`DEFAULT ${field.default === true ? 1 : 0}`);
  if (field.reference) {
    const target = modelOf(app, field.reference.model);
    parts.push(`REFERENCES ${sqlName(target.table)} ("id") ON DELETE ${field.reference.onDelete.toUpperCase()}`);
  }
  if (field.type === "enum") {
    parts.push(
      `CHECK (${sqlName(field.column)} IN (${(field.values ?? []).map(({ value }) => sqlText(value)).join(", ")}))`,
    );
  }
  return parts.join(" ");
}

export const createIndex = (table: string, column: string): string =>
  `CREATE INDEX ${sqlName(indexName(table, column))} ON ${sqlName(table)} (${sqlName(column)});`;

/** The one with the mark is in the trash: a value is free again once its record was deleted. */
const createUnique = (table: string, column: string): string =>
  `CREATE UNIQUE INDEX ${sqlName(uniqueName(table, column))} ON ${sqlName(table)} (${sqlName(column)}) WHERE "_deleted_at" IS NULL;`;

export const createTrashIndex = (table: string): string =>
  `CREATE INDEX ${sqlName(indexName(table, "_deleted_with"))} ON ${sqlName(table)} ("_deleted_with") WHERE "_deleted_with" IS NOT NULL;`;

export function createTable(
  app: ResolvedApp,
  model: ResolvedModel,
  relaxed: ReadonlySet<ResolvedField> = new Set(),
): string[] {
  const body = [
    ...firstColumns,
    ...model.fields.map((field) => columnSql(app, field, relaxed.has(field))),
    ...trashColumns,
  ]
    .map((column) => `  ${column}`)
    .join(",\n");
  return [
    `CREATE TABLE ${sqlName(model.table)} (\n${body}\n);`,
    createIndex(model.table, "created_at"),
    createTrashIndex(model.table),
    ...model.fields.filter(isIndexed).map((field) => createIndex(model.table, field.column)),
    ...model.fields.filter(({ unique }) => unique).map((field) => createUnique(model.table, field.column)),
  ];
}

export function createLink(app: ResolvedApp, link: ResolvedLink): string[] {
  const end = (column: string, key: string): string =>
    `  ${sqlName(column)} TEXT NOT NULL REFERENCES ${sqlName(modelOf(app, key).table)} ("id") ON DELETE CASCADE`;
  const key = `  PRIMARY KEY (${sqlName(link.fromColumn)}, ${sqlName(link.toColumn)})`;
  return [
    `CREATE TABLE ${sqlName(link.table)} (\n${end(link.fromColumn, link.from)},\n${end(link.toColumn, link.to)},\n${key}\n);`,
    `CREATE INDEX ${sqlName(indexName(link.table, link.toColumn))} ON ${sqlName(link.table)} (${sqlName(link.toColumn)});`,
  ];
}

export function emitMigration(app: ResolvedApp): string {
  const statements = [
    ...app.models.flatMap((model) => createTable(app, model)),
    ...app.links.flatMap((link) => createLink(app, link)),
  ];
  return `${statements.join("\n--> statement-breakpoint\n")}\n`;
}

export function emitRoutes(app: ResolvedApp): string {
  const wrap = (names: readonly string[], from: string): string => {
    const line = `import { ${names.join(", ")} } from ${quote(from)};\n`;
    return line.length <= 121
      ? line
      : `import {\n${names.map((name) => `  ${name},\n`).join("")}} from ${quote(from)};\n`;
  };
  const mounts = app.models.map(
    (model) =>
      `  .route("/${model.slug}", createResource({ model: modelOf(${quote(model.key)}), table: ${model.tableKey}, schema: ${model.key}Schema }))\n`,
  );
  return `// One line a model. A route that a model needs beyond these goes before its line.
import { Hono } from "hono";
import { modelOf } from "../shared/lookup.ts";
${wrap(app.models.map((model) => `${model.key}Schema`).sort(), "../shared/schemas.ts")}${wrap(app.models.map((model) => model.tableKey).sort(), "./db/schema.ts")}import type { AppEnv } from "./env.ts";
import { createResource } from "./resource/resource.ts";

export const resources = new Hono<AppEnv>()
${mounts.join("").trimEnd()};
`;
}
