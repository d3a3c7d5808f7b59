// "Enter a tracking number", "verify a certificate", "customers check the status of their repair by its number".
import type { LookupId, PrdField, PrdModel } from "#engine/prd/schema.ts";
import { quote } from "../sanitise.ts";
import { pluralPhrase, singular, titleCase } from "../words.ts";
import type { CapabilityContext, Recogniser } from "./capability.ts";
import { findSense, type PlainClause, type Sense } from "./senses.ts";

const numbers = [
  "tracking number",
  "tracking code",
  "order number",
  "serial number",
  "reference number",
  "certificate number",
  "ticket number",
  "case number",
  "batch number",
  "product id",
  "unique id",
  "unique number",
  "unique code",
  "unique product id",
  "by number",
  "by id",
  "by code",
  "by its number",
  "by their number",
  "enter number",
  "entering number",
  "enter the number",
  "enter code",
  "qr code",
  "barcode",
];
const shipped = ["parcel", "package", "shipment", "delivery", "consignment", "container", "supply chain"];
const proved = ["certificate", "diploma", "authenticity", "genuine", "warranty", "license", "credential", "origin"];

const acts: readonly { readonly id: LookupId; readonly senses: readonly Sense[] }[] = [
  {
    id: "track",
    senses: [
      { any: ["track", "tracking", "trace", "traceability"], with: [...numbers, ...shipped] },
      { any: ["where is", "where their"], with: shipped },
    ],
  },
  {
    id: "verify",
    senses: [
      {
        any: ["verify", "verification", "verifying", "validate", "authenticity", "genuine"],
        with: [...numbers, ...proved],
      },
    ],
  },
  {
    id: "check",
    senses: [
      {
        any: ["status", "inquiry", "enquiry", "query", "look up", "check", "find", "see"],
        with: numbers,
        without: ["status of user"],
      },
      {
        any: ["order status", "application status", "repair status", "claim status"],
        with: ["check", "track", "query", "inquire", "ask", "see"],
      },
    ],
  },
];

/** What carries a number of its own. */
const carriers =
  /parcel|package|shipment|deliver|consignment|container|order|certificate|diploma|warrant|product|item|repair|request|ticket|claim|application|batch|device|case|asset|licen[sc]e|booking|invoice|document/i;
/** People and what happens to a thing are not what is printed on it. */
const unlikely =
  /customer|client|user|staff|employee|contact|movement|checkpoint|scan|event|history|message|inquir|line|supplier|verification$/i;
const codeName = /\b(number|code|id|reference|sku|serial|tracking|barcode|isbn)\b/i;

const plainName = (model: PrdModel): string => model.name.toLowerCase().split(" ").map(singular).join(" ");

function findTarget(models: readonly PrdModel[], clauses: readonly PlainClause[]): PrdModel | undefined {
  const likely = models.filter(({ name }) => carriers.test(name) && !unlikely.test(name));
  const named = likely.filter((model) => clauses.some(({ text }) => text.includes(` ${plainName(model)} `)));
  const known = [...named, ...likely];
  return known.find((model) => model.fields.some(hasCode)) ?? known[0];
}

const plain = { required: false, unique: false };

/** "Verify a diploma by its number", when nothing was planned that carries one. */
function newTarget(models: readonly PrdModel[], clause: PlainClause): PrdModel | undefined {
  const noun = clause.text.split(" ").find((word) => carriers.test(word) && !unlikely.test(word));
  const name = titleCase(noun ?? "");
  if (noun === undefined || models.length > 38 || models.some((model) => plainName(model) === noun)) return undefined;
  return {
    name,
    plural: titleCase(pluralPhrase(noun)),
    description: `A ${noun} with a number of its own.`,
    fields: [
      { name: `${noun} number`, type: "text", required: true, unique: true },
      { name: "holder name", type: "text", ...plain },
      {
        name: "status",
        type: "enum",
        ...plain,
        values: ["Registered", "In progress", "Completed", "Cancelled"],
        default: "Registered",
      },
      { name: "issued on", type: "date", ...plain, default: "today" },
      { name: "notes", type: "longText", ...plain },
    ],
  };
}

/** Where it was, and when: what a path is made of. */
const checkpoint: PrdModel = {
  name: "Checkpoint",
  plural: "Checkpoints",
  description: "Where something was on its way.",
  fields: [
    { name: "location", type: "text", required: true, unique: false },
    {
      name: "event",
      type: "enum",
      ...plain,
      values: ["Received", "Departed", "Arrived", "Handed over", "Delayed"],
      default: "Received",
    },
    { name: "happened at", type: "dateTime", ...plain, default: "now" },
    { name: "note", type: "longText", ...plain },
  ],
};

/** Things that travel have a path; what the plan keeps about it already is enough. */
function needsPath({ models, relationships }: CapabilityContext, target: PrdModel): boolean {
  const isDated = (name: string): boolean =>
    models.some(
      (model) => model.name === name && model.fields.some(({ type }) => type === "date" || type === "dateTime"),
    );
  const hasPath = relationships.some(
    ({ kind, from, to }) => kind === "one-to-many" && from === target.name && isDated(to),
  );
  return !hasPath && models.length < 38 && !models.some(({ name }) => name === checkpoint.name);
}

const hasCode = (field: PrdField): boolean => field.type === "text" && codeName.test(field.name);

export const recogniseLookup: Recogniser = (context) => {
  const { clauses, models } = context;
  const found = acts.flatMap(({ id, senses }) => {
    const clause = findSense(clauses, senses);
    return clause === null ? [] : [{ id, clause }];
  });
  const [first] = found;
  if (first === undefined) return [];
  const known = findTarget(
    models,
    found.map(({ clause }) => clause),
  );
  const added = known ? undefined : newTarget(models, first.clause);
  const target = known ?? added;
  if (target === undefined) return [];
  const lower = target.name.toLowerCase();
  const code: PrdField = { name: `${lower} number`.slice(0, 40), type: "text", required: false, unique: true };
  const travels = found.some(({ id }) => id === "track") && needsPath(context, target);
  return [
    {
      capability: { kind: "lookup", model: target.name, acts: found.map(({ id }) => id) },
      decision: {
        question: `How does someone learn about one ${lower}?`,
        choice:
          "On a page that asks for its number, and answers with its data and what was noted about it, oldest first",
        reason: `the prompt speaks of it: ${quote(first.clause.original, 100)}`,
      },
      pages: [
        {
          path: `/${first.id}`,
          title: `Look up ${(target.plural ?? `${target.name}s`).toLowerCase()}`,
          purpose: `Enter the number of a ${lower}, see what became of it.`,
          components: ["Number", "Answer", "History"],
        },
      ],
      endpoints: [],
      task: `${target.name}: looking up by number, tests`,
      answers: [
        "track",
        "tracking",
        "trace",
        "verify",
        "verification",
        "authenticity",
        "genuine",
        "status",
        "inquiry",
        "number",
      ],
      models: [...(added ? [added] : []), ...(travels ? [checkpoint] : [])],
      relationships: travels
        ? [{ from: target.name, to: checkpoint.name, kind: "one-to-many", name: lower, required: true }]
        : [],
      fields: target.fields.some(hasCode) ? [] : [{ model: target.name, field: code }],
    },
  ];
};
