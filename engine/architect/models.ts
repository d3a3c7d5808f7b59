// From what was read to models and relationships: chooses the entities, fills in their fields, connects them.
import type { PrdField, PrdModel, PrdRelationship } from "#engine/prd/schema.ts";
import { type CatalogueEntity, entities as catalogueEntities, type FamilyData } from "./catalogue/index.ts";
import type { FamilyScores } from "./catalogue-lookup.ts";
import type { Draft, DraftEntity } from "./draft.ts";
import type { GivenTables } from "./read-tables.ts";
import { recordWords } from "./record-words.ts";
import { enumValuesFor } from "./enum-values.ts";
import { standsForPerson } from "./connect-people.ts";
import { classFields } from "./noun-classes.ts";
import { isPersonNoun } from "./person-nouns.ts";
import { pluralPhrase, titleCase } from "./words.ts";

const mostModels = 9;
/** What the prompt describes field by field is kept up to here. */
const mostDescribed = 20;
const enoughPoints = 2;
/** Below this many entities named by the prompt, the domain's usual ones are added. */
const fewNamed = 2;
const mostFields = 14;

export interface Chosen {
  readonly entities: readonly DraftEntity[];
  /** Added because the domain implies them. */
  readonly implied: readonly string[];
  /** Named by the prompt, but weakly or beyond the limit. */
  readonly leftOut: readonly string[];
}

/** `tables`: entities that an attached file holds; the domain that the prompt names goes around them. */
export function chooseEntities(
  draft: Draft,
  scores: FamilyScores,
  tables: GivenTables = new Map(),
  tellsAsker = false,
): Chosen {
  const usable = [...draft.entities.values()].filter((entity) => !draft.excluded.has(entity.name.toLowerCase()));
  const named = usable.filter((entity) => entity.score >= enoughPoints || entity.fields.length >= 2);
  const implied: string[] = [];
  const said = named.filter((entity) => !tables.has(entity.name));
  // "A dictionary of medical terms" is in a clinic's words, but what it keeps is of another kind.
  const isElsewhere =
    said.length > 0 && said.every((one) => one.catalogue && one.catalogue.family !== scores.primary?.id);
  const family = isElsewhere && said.some(({ score }) => score >= 3) ? null : scores.primary;
  const explicit = said.filter((entity) => entity.score >= 3 || entity.fields.length > 0);
  const isSingleTopic =
    explicit.some((entity) => entity.listed) || explicit.some((entity) => entity.fields.length >= 2);
  // "Our school needs a list of rooms": the school is known by who asks, and asks for no more than it says.
  if (family !== null && named.length < (tellsAsker ? 1 : fewNamed) && !isSingleTopic)
    implied.push(...addCore(draft, family, named, tables));
  // A flower shop that speaks of orders and reviews alone sells products nevertheless.
  const strong = named.some((entity) => entity.score >= 4 || entity.fields.length > 0);
  if (family !== null && implied.length === 0 && named.length <= 3 && !strong)
    implied.push(...addCore(draft, { ...family, core: family.core.slice(0, 1) }, named));
  if (named.length === 0) {
    const weak = usable.sort((a, b) => b.score - a.score)[0];
    if (weak !== undefined && weak.score >= 0.8) named.push(weak);
  }
  const ranked = [...named].sort((a, b) => b.score + b.fields.length - (a.score + a.fields.length));
  const told = ranked
    .filter(({ fields, score }) => fields.length > 1 || (fields.length > 0 && score >= 4))
    .slice(0, mostDescribed);
  const kept = [...told, ...ranked.filter((entity) => !told.includes(entity))].slice(
    0,
    Math.max(mostModels, told.length),
  );
  const leftOut = [
    ...ranked.filter((entity) => !kept.includes(entity)),
    ...usable.filter((entity) => !named.includes(entity) && entity.score >= 1),
  ].map((entity) => entity.name);
  return { entities: kept.sort((a, b) => a.order - b.order), implied, leftOut };
}

/** Entities of which an app seldom needs two. */
const alike: readonly (readonly string[])[] = [
  ["Post", "Article", "Topic"],
  ["Appointment", "Booking", "Reservation", "Session"],
  ["Customer", "Client", "Guest", "Member", "Patient", "Owner"],
  ["Staff Member", "Employee", "Trainer", "Coach", "Doctor"],
  ["Transaction", "Expense"],
];

/** People of whom a list brings its own. */
const peopleOnLists = ["Customer", "Client", "Contact", "Lead"];

function isInTables(name: string, tables: GivenTables): boolean {
  const asColumn = [...tables.values()].some(({ table }) =>
    table.fields.some((field) => field.name === name.toLowerCase()),
  );
  return asColumn || (peopleOnLists.includes(name) && peopleOnLists.some((person) => tables.has(person)));
}

function addCore(draft: Draft, family: FamilyData, named: DraftEntity[], tables: GivenTables = new Map()): string[] {
  const added: string[] = [];
  for (const name of family.core) {
    if (
      draft.excluded.has(name.toLowerCase()) ||
      isInTables(name, tables) ||
      named.some((entity) => entity.name === name)
    )
      continue;
    const entity =
      catalogueEntities.find((candidate) => candidate.name === name && candidate.family === family.id) ??
      catalogueEntities.find((candidate) => candidate.name === name);
    if (
      entity === undefined ||
      alike.some((group) => group.includes(name) && named.some((other) => group.includes(other.name)))
    )
      continue;
    named.push(draft.touch(name, entity, 1, `usual for ${family.title.toLowerCase()}`));
    added.push(name);
  }
  return added;
}

/** `isForVisitors`: what the catalogue does not know is shown to people rather than worked through. */
export function buildModels(chosen: Chosen, relations: readonly PrdRelationship[], isForVisitors: boolean): PrdModel[] {
  return chosen.entities.map((entity) => {
    const keys = new Set(
      relations
        .filter((relation) => relation.to === entity.name && relation.kind !== "many-to-many")
        .map((relation) => relation.name.toLowerCase()),
    );
    const isKnown = (field: PrdField): boolean => keys.has(field.name.toLowerCase()) || standsForPerson(field, keys);
    const fields = fieldsOf(entity, isForVisitors).filter((field, index) => index === 0 || !isKnown(field));
    const plural = entity.catalogue?.plural;
    return {
      name: entity.name,
      fields: fields.slice(0, mostFields),
      plural: plural ?? titleCase(pluralPhrase(entity.name.toLowerCase())),
      description:
        entity.catalogue?.about ??
        `${/^[aeiou]/i.test(entity.name) ? "An" : "A"} ${entity.name.toLowerCase()} of this app.`,
    };
  });
}

export function renameModel(model: PrdModel, name: string): PrdModel {
  return { ...model, name, plural: titleCase(pluralPhrase(name.toLowerCase())) };
}

/** Fields of a thing the catalogue does not know, by what its noun looks like. */
function genericFields(entity: string, isForVisitors: boolean): PrdField[] {
  const noun = entity.toLowerCase().split(" ").at(-1) ?? "";
  const plain = { required: false, unique: false };
  const name: PrdField = { name: "name", type: "text", required: true, unique: false };
  const notes: PrdField = { name: "notes", type: "longText", ...plain };
  const known = classFields(entity, noun);
  if (known !== null) return known;
  if (recordWords.has(noun))
    return [
      { name: "title", type: "text", required: true, unique: false },
      { name: "date", type: "date", ...plain },
      {
        name: "status",
        type: "enum",
        ...plain,
        values: [...enumValuesFor(entity, "status")],
        default: enumValuesFor(entity, "status")[0] ?? "Active",
      },
      notes,
    ];
  if (isPersonNoun(noun))
    return [
      name,
      { name: "email", type: "email", ...plain },
      { name: "phone", type: "phone", ...plain },
      { name: "active", type: "boolean", ...plain, default: true },
      notes,
    ];
  if (isForVisitors)
    return [name, { name: "description", type: "longText", ...plain }, { name: "image", type: "image", ...plain }];
  return [
    name,
    { name: "description", type: "longText", ...plain },
    {
      name: "status",
      type: "enum",
      ...plain,
      values: [...enumValuesFor(entity, "status")],
      default: enumValuesFor(entity, "status")[0] ?? "Active",
    },
    { name: "date", type: "date", ...plain },
    notes,
  ];
}

function fieldsOf(entity: DraftEntity, isForVisitors: boolean): PrdField[] {
  const usual = entity.catalogue?.fields ?? genericFields(entity.name, isForVisitors);
  const stated = entity.fields.map((field) => refine(field, entity.catalogue));
  const merged = entity.listed
    ? stated
    : [...stated, ...usual.filter((field) => !stated.some((other) => isSameField(other.name, field.name)))];
  const named = withName(entity, merged);
  return titleFirst(entity, named.length > 0 ? named : [...usual], usual);
}

/** "Plants with species and room" have a name all the same, unless what is listed tells one from another. */
function withName(entity: DraftEntity, fields: readonly PrdField[]): PrdField[] {
  const isTold = fields.some(tellsApart);
  if (!entity.listed || isTold) return [...fields];
  const noun = entity.name.toLowerCase().split(" ").at(-1) ?? "";
  const own = entity.catalogue
    ? entity.catalogue.fields[0]
    : { name: recordWords.has(noun) ? "title" : "name", type: "text" as const, required: true, unique: false };
  if (own?.name === "title" && fields.some(isStock)) return [{ ...own, name: "name" }, ...fields];
  if (own === undefined || !["name", "title"].includes(own.name)) return [...fields];
  // A thing that only the prompt knows is called by what is listed first, if people can be told it by that.
  if (entity.catalogue === null && fields[0]?.type === "text" && !isCircumstance(fields[0].name)) return [...fields];
  return fields.some((field) => isSameField(field.name, own.name)) ? [...fields] : [own, ...fields];
}

/** What a thing is called or numbered by; the code on its packaging is not what people call it. */
const tellsApart = ({ name, type, unique }: PrdField): boolean =>
  type === "text" &&
  !/^(?:sku|isbn|barcode|ean|upc|serial number|product code|stock code|batch number)$/i.test(name) &&
  (unique || /\b(name|title|number|code|question|subject|word)$/i.test(name));

const isStock = ({ name }: PrdField): boolean => /^(?:sku|barcode|ean|upc)$/i.test(name);

/** Where something is, whose it is, who did it: true of many at once. */
const isCircumstance = (name: string): boolean =>
  / (?:by|on|at|to|left)$|\b(?:sku|isbn|barcode|serial number|location|address|shelf|room|city|country|supplier|vendor|category|type|kind|unit|owner|holder|tenant|leader|author|assignee|person|reason|source|size|brand|material|day|time|department)$/i.test(
    name,
  );

/** A stated field keeps its name and type; what the catalogue knows of the same field (choices, bounds) is added. */
function refine(field: PrdField, catalogue: CatalogueEntity | null): PrdField {
  const known = catalogue?.fields.find((other) => isSameField(other.name, field.name));
  if (known === undefined) return field;
  if (field.type === known.type || field.type === "text") {
    const stated =
      field.type === "enum" &&
      field.values !== undefined &&
      field.values.length > 1 &&
      !sameValues(field.values, enumValuesFor(catalogue?.name ?? "", field.name));
    return stated
      ? field
      : {
          ...known,
          name: field.name,
          required: field.required || known.required,
          unique: field.unique || known.unique,
        };
  }
  // "A start and an end": days for a project, times of day for a shift.
  if (field.type === "date" && known.type === "dateTime" && isBareMoment.test(field.name))
    return { ...known, name: field.name, required: field.required || known.required };
  // "amount" of a watering is no money, "steps" of a recipe are no number.
  const isSame = known.name.toLowerCase() === field.name.toLowerCase();
  if (
    (isSame && numbers.has(known.type) && numbers.has(field.type)) ||
    (known.type === "longText" && field.type === "integer")
  )
    return { ...known, name: field.name, required: field.required || known.required };
  return { ...field, required: field.required || known.required };
}

const isBareMoment = /^(?:start|end)$/i;

const numbers: ReadonlySet<PrdField["type"]> = new Set(["integer", "decimal", "money"]);

function sameValues(one: readonly string[], two: readonly string[]): boolean {
  return one.length === two.length && one.every((value, index) => value === two[index]);
}

const synonyms: readonly (readonly string[])[] = [
  ["name", "title", "full name", "label"],
  ["email", "email address", "contact email", "mail"],
  ["phone", "phone number", "contact phone", "telephone", "mobile"],
  ["stock quantity", "quantity", "stock", "quantity in stock", "stock level", "units in stock", "copies"],
  ["due date", "deadline", "due"],
  ["severity", "severity level"],
  ["priority", "priority level"],
  ["rsvp status", "rsvp"],
  ["expiry date", "expiration date", "expires on", "best before", "use by", "expiry", "expiration"],
  ["image", "photo", "picture", "cover image", "cover", "poster", "avatar", "thumbnail"],
  ["license plate", "licence plate", "plate number", "registration number"],
  ["birthday", "date of birth", "birthdate", "dob"],
  ["body", "content", "text"],
  ["website", "url", "link", "web site"],
  ["notes", "note", "comment", "comments", "remarks"],
  ["category", "type", "kind"],
  ["starts at", "start", "start time", "start date", "date", "date time", "event date", "check in date"],
  ["ends at", "end", "end time", "end date", "check out date"],
  ["location", "place"],
  ["goal amount", "goal"],
  ["cooking time", "cook time", "prep time", "preparation time"],
  ["instructions", "steps", "directions", "method", "preparation steps"],
  ["pages", "page count", "number of pages"],
  ["published year", "year", "publication year"],
  ["hire date", "start date", "joined on", "join date"],
  ["job title", "position", "role"],
  ["make", "brand"],
  ["zip", "postcode"],
  ["votes", "upvotes"],
  ["price", "unit price", "ticket price", "amount", "cost"],
  ["rating", "stars", "score"],
];

export function isSameField(one: string, two: string): boolean {
  const a = one.toLowerCase();
  const b = two.toLowerCase();
  return a === b || synonyms.some((group) => group.includes(a) && group.includes(b));
}

/** Every list needs a text people recognise a record by, so that comes first. */
function titleFirst(entity: DraftEntity, fields: readonly PrdField[], usual: readonly PrdField[]): PrdField[] {
  const nameLike = new Set([
    "name",
    "title",
    "full name",
    "first name",
    "headline",
    "subject",
    "label",
    "company name",
    "product name",
  ]);
  const at = fields.findIndex(
    (field) =>
      field.type === "text" &&
      (nameLike.has(field.name.toLowerCase()) ||
        field.name.toLowerCase().endsWith(" name") ||
        field.name.toLowerCase().endsWith(" title")),
  );
  const fallback = fields[0]?.type === "text" && entity.listed ? 0 : -1;
  const chosen = at !== -1 ? at : fallback;
  const first = fields[chosen];
  if (first !== undefined) return [{ ...first, required: true }, ...fields.filter((_, index) => index !== chosen)];
  const known = usual[0];
  const already =
    known === undefined
      ? -1
      : fields.findIndex((field) => isSameField(field.name, known.name) && field.type === "text");
  const found = fields[already];
  if (found !== undefined) return [{ ...found, required: true }, ...fields.filter((_, index) => index !== already)];
  const title: PrdField =
    known?.type === "text"
      ? { ...known, required: true }
      : { name: "name", type: "text", required: true, unique: false };
  return [title, ...fields.filter((field) => field.name.toLowerCase() !== title.name.toLowerCase())];
}
