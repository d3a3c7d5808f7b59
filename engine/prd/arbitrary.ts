// Random PRDs for property tests: everything `prdSchema` accepts, biased towards what breaks generators (reserved words,
// foreign scripts, twins, cycles, quotes). Test-only: the one file here that imports a development dependency.
import fc from "fast-check";
import {
  accessActions,
  directions,
  fieldTypes,
  gameIds,
  licenses,
  listViewIds,
  lookupIds,
  type Prd,
  type PrdAccess,
  type PrdCapability,
  type PrdField,
  type PrdModel,
  reactionIds,
  presetIds,
  relationshipKinds,
  signupIds,
  toolIds,
} from "./schema.ts";

const awkwardNames = [
  "class",
  "Order",
  "Group",
  "Select",
  "Table",
  "Index",
  "Date",
  "Map",
  "Object",
  "Record",
  "Error",
  "Symbol",
  "default",
  "API",
  "New",
  "About",
  "Dashboard",
  "Health",
  "Text",
  "Integer",
  "Data",
  "News",
  "Series",
  "Status",
  "Person",
  "Child",
  "Category",
  "Größe",
  "商品",
  "Заказ",
  "Ünïcödé Thing",
  "2nd Item",
  'O\'Brien "quoted" `tick` ${x}',
  "</script><b>",
  "constructor",
  "__proto__",
  "hasOwnProperty",
  "toString",
  "id",
  "ID",
  "createdAt",
  "updated_at",
  "q",
  "page",
  "sort",
  "rowid",
  "sqlite_master",
  "d1_migrations",
  "- - -",
  "🎉",
  "a",
  "A very long name that goes on and on until it fills 60 chars",
  "productName",
  "product_name",
  "Product Name",
  "Product",
  "Products",
  "Tag",
  "Tags",
  "tagId",
  "$ref",
  "links",
  "models",
  "*/ comment",
  // What the generated code itself calls things.
  "Resource",
  "Model",
  "Link",
  "Schema",
  "App",
  "Field",
  "Value",
  "Product Schema",
  "Product Model",
  "Product Record",
  "Product Table",
  "Product Link",
  "Record Columns",
  "Link Table",
  "Model Of",
  "Create Resource",
  "Capability",
  "Rule",
  "Hono",
  "Env",
  "Response",
  "File",
  "Money",
  "Optional",
  "Choice",
  "z",
  "from",
  "to",
  "label",
  "labels",
  "name",
  "value",
  "values",
  "key",
  "fields",
  "badge",
  "length",
  "Category of the categories that have a category of a categor",
];

const roleNames = [
  "Admin",
  "administrator",
  "Doctor",
  "doctors",
  "Front Desk",
  "constructor",
  "__proto__",
  "商品",
  "User",
];

const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...awkwardNames) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
      .filter((text) => text.trim() !== "" && text.length <= 60),
  },
);
const prose = fc.oneof(
  fc.constantFrom(
    "",
    "Plain words.",
    'He said "it\'s `fine`" ${really} <b>\\n */ --> statement-breakpoint',
    "One\nTwo\u2028Three",
  ),
  fc.string({ maxLength: 60 }),
);
const proses = fc.array(prose, { maxLength: 3 });
const number = fc.oneof(
  fc.integer({ min: -20, max: 200 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 0.5),
);

const optional = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

/** Drops undefined properties, which exact optional types do not allow. */
const compact = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Value;

const field = fc
  .record({
    name,
    type: fc.constantFrom(...fieldTypes),
    required: fc.boolean(),
    unique: fc.boolean(),
    default: optional(
      fc.oneof(
        fc.constantFrom("today", "now", "true", "", "#ABCDEF", "2026-02-30"),
        prose,
        number,
        fc.boolean(),
        fc.constant(null),
      ),
    ),
    values: optional(fc.array(fc.oneof(name, fc.constantFrom("in_progress", "Done", "it's")), { maxLength: 5 })),
    target: optional(name),
    label: optional(name),
    description: optional(prose),
    min: optional(number),
    max: optional(number),
  })
  .map((value) => compact(value) as PrdField);

const capabilityOf = (model: fc.Arbitrary<string>): fc.Arbitrary<PrdCapability> => {
  const home = optional(fc.boolean());
  const of = <Kind extends PrdCapability["kind"]>(kind: Kind) => fc.constant(kind);
  return fc
    .oneof(
      fc.record({ kind: of("tool"), tool: fc.constantFrom(...toolIds), home }),
      fc.record({ kind: of("game"), game: fc.constantFrom(...gameIds), home }),
      fc.record({ kind: of("quiz"), questions: model, home }),
      fc.record({ kind: of("shop"), products: model, orders: model, lines: model, home }),
      fc.record({ kind: of("booking"), bookings: model }),
      fc.record({
        kind: of("reactions"),
        model,
        reactions: fc.subarray([...reactionIds], { minLength: 1 }),
      }),
      fc.record({ kind: of("report") }),
      fc.record({ kind: of("live") }),
      fc.record({ kind: of("signup"), target: model, entries: model, act: fc.constantFrom(...signupIds) }),
      fc.record({ kind: of("poll"), polls: model, options: model, home }),
      fc.record({ kind: of("discussion"), threads: model, replies: model, home }),
      fc.record({ kind: of("charts"), compare: optional(fc.boolean()) }),
      fc.record({ kind: of("lookup"), model, acts: fc.subarray([...lookupIds], { minLength: 1 }) }),
      fc.record({ kind: of("study"), cards: model, home }),
      fc.record({ kind: of("draw"), from: model, results: optional(model), home }),
      fc.record({ kind: of("match"), model }),
      fc.record({ kind: of("ranking"), model }),
      fc.record({
        kind: of("estimate"),
        result: name,
        inputs: fc.array(name, { minLength: 1, maxLength: 8 }),
        home,
      }),
      fc.record({ kind: of("chat"), assistant: optional(fc.boolean()), home }),
    )
    .map((value) => compact(value) as PrdCapability);
};

const accessOf = (model: fc.Arbitrary<string>): fc.Arbitrary<PrdAccess> => {
  const role = fc.constantFrom(...roleNames);
  return fc
    .record({
      signUp: fc.constantFrom("open" as const, "invited" as const),
      defaultRole: optional(role),
      publicRead: optional(fc.oneof(fc.boolean(), fc.array(model, { maxLength: 3 }))),
      rules: fc.array(
        fc
          .record({
            role,
            model: fc.oneof(fc.constant("*"), model),
            actions: fc.subarray([...accessActions], { minLength: 1 }),
            own: optional(fc.boolean()),
          })
          .map(compact),
        { maxLength: 8 },
      ),
    })
    .map((value) => compact(value) as PrdAccess);
};

/** Everything valid, and nothing is promised about sense. */
export const arbitraryPrd: fc.Arbitrary<Prd> = fc.array(name, { minLength: 1, maxLength: 12 }).chain((modelNames) => {
  const known = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...modelNames) }, name);
  const related = field.chain((value) =>
    known.map((target) => (value.type === "reference" ? { ...value, target } : value)),
  );
  return fc
    .record({
      name: fc.oneof(name, fc.constant("App")),
      summary: prose,
      audience: prose,
      pages: fc.constant<Prd["pages"]>([]),
      models: fc.tuple(
        ...modelNames.map((modelName) =>
          fc
            .record({
              name: fc.constant(modelName),
              fields: fc.array(related, { maxLength: 10 }),
              plural: optional(name),
              view: optional(fc.constantFrom(...listViewIds)),
              order: optional(fc.record({ at: fc.nat(11), direction: fc.constantFrom(...directions) })),
              description: optional(prose),
            })
            .map(({ order, ...model }) => ({
              ...compact(model),
              ...(order && {
                order: { field: model.fields[order.at]?.name ?? "createdAt", direction: order.direction },
              }),
            })),
        ),
      ),
      relationships: fc.array(
        fc
          .record({
            from: known,
            to: known,
            kind: fc.constantFrom(...relationshipKinds),
            name,
            required: optional(fc.boolean()),
          })
          .map(compact),
        { maxLength: 8 },
      ),
      endpoints: fc.constant<Prd["endpoints"]>([]),
      roles: fc.array(fc.record({ name: fc.oneof(fc.constantFrom(...roleNames), name), description: prose }), {
        maxLength: 4,
      }),
      integrations: fc.constant<Prd["integrations"]>([]),
      theme: fc
        .record({
          primary: fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`),
          background: optional(
            fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`),
          ),
          scheme: fc.constantFrom("light" as const, "dark" as const, "system" as const),
          preset: optional(fc.constantFrom(...presetIds)),
        })
        .map(compact),
      license: optional(fc.constantFrom(...licenses)),
      site: fc
        .record({
          contact: optional(known),
          about: optional(name),
          faq: fc.boolean(),
          headline: optional(name),
          features: optional(fc.array(fc.record({ title: name, text: name }), { maxLength: 6 })),
          story: optional(fc.array(name, { maxLength: 6 })),
          questions: optional(fc.array(fc.record({ question: name, answer: name }), { maxLength: 12 })),
        })
        .map(compact),
      assumptions: proses,
      outOfScope: proses,
      risks: proses,
      openQuestions: proses,
      tasks: fc.constant<Prd["tasks"]>([]),
      badges: fc.array(
        fc
          .record({
            model: known,
            label: name.map((text) => text.slice(0, 40)),
            tone: fc.constantFrom("info" as const, "success" as const, "warning" as const, "danger" as const),
            field: name,
            operator: fc.constantFrom(
              "<" as const,
              "<=" as const,
              "=" as const,
              ">=" as const,
              ">" as const,
              "before-today" as const,
              "after-today" as const,
            ),
            value: optional(fc.oneof(number, name, fc.boolean())),
            otherField: optional(name),
            unless: optional(
              fc
                .record({
                  field: name,
                  values: optional(fc.array(fc.oneof(name, fc.boolean()), { minLength: 1, maxLength: 3 })),
                })
                .map(compact),
            ),
          })
          .map(compact),
        { maxLength: 5 },
      ),
      capabilities: optional(fc.array(capabilityOf(known), { maxLength: 5 })),
      access: optional(accessOf(known)),
    })
    .map((prd) => compact(prd) as Prd);
});

/** What a table of a stranger's file may hold, fitting its field or not. */
const exampleValue = fc.oneof(
  fc.constantFrom<string | number | boolean | null>(null, "", "x", 'O\'Brien "quoted"', true, false, 0, -1, 12.345),
  fc.constantFrom(
    "2026-01-02",
    "2026-02-30",
    "2026-01-02T03:04:05Z",
    "a@example.com",
    "https://example.com",
    "#a1b2c3",
  ),
  fc.string({ maxLength: 300 }),
  fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
);

/** With example records of its models. */
export const arbitraryPrdWithExamples: fc.Arbitrary<Prd> = fc
  .tuple(arbitraryPrd, fc.array(fc.array(exampleValue, { maxLength: 10 }), { minLength: 1, maxLength: 15 }))
  .map(([prd, rows]) => ({
    ...prd,
    models: prd.models.map((model) => ({ ...model, examples: namedRows(model, rows) })),
  }));

const namedRows = (
  { fields }: PrdModel,
  rows: readonly (readonly (string | number | boolean | null)[])[],
): NonNullable<PrdModel["examples"]> =>
  rows.map((row) => Object.fromEntries(row.flatMap((value, at) => (fields[at] ? [[fields[at].name, value]] : []))));
