// Bookings that never overlap.
import type { PrdField, PrdModel, PrdRelationship } from "#engine/prd/schema.ts";
import { takesMany } from "#engine/prd/takes-many.ts";
import { choosePreset } from "../choose-preset.ts";
import { personSide } from "../person-sides.ts";
import { keepingVerbs } from "../vocabulary.ts";
import { plural } from "../words.ts";
import { readOpeningHours } from "../read-opening-hours.ts";
import { quote } from "../sanitise.ts";
import type { Recogniser } from "./capability.ts";
import { findSense } from "./senses.ts";

const senses = [
  {
    any: [
      "booking",
      "book appointment",
      "appointment",
      "reservation",
      "reserve",
      "double booking",
      "double booked",
      "time slot",
      "availability",
      "available slot",
      "book a",
      "book an",
      "book room",
      "rent out",
      "rental",
      "be booked",
      "bookable",
      "be reserved",
    ],
  },
  {
    any: ["book", "hire", "schedule", "rent"],
    with: [
      "room",
      "court",
      "table",
      "slot",
      "class",
      "session",
      "online",
      "stylist",
      "doctor",
      "equipment",
      "vehicle",
      "car",
      "bike",
      "desk",
      "visit",
    ],
    without: [
      "book club",
      "book store",
      "book shop",
      "book review",
      "comic book",
      "reading club",
      "audio book",
      "new hire",
    ],
  },
];

export const bookingName = /booking|appointment|reservation|rental|(?<!new )hire|slot|lesson|session|viewing/i;
/** Who books is not what is booked. */
const bookers =
  /customer|client|guest|patient|member|student|pupil|learner|owner|neighbou?r|resident|visitor|parent|child|participant|traveler|user|review|payment|categor/i;
const isTime = (field: PrdField): boolean => field.type === "date" || field.type === "dateTime";

const findBookings = (models: readonly PrdModel[]): PrdModel | undefined => {
  const named = models.filter((model) => bookingName.test(model.name) && model.fields.some(isTime));
  const telling = named.filter((model) => /booking|appointment|reservation/i.test(model.name));
  // "Booking" is also what the app is called after; what stands beside it is what people make.
  return telling.find((model) => !/^booking$/i.test(model.name)) ?? telling[0] ?? named[0];
};

const synonyms = /^(booking|appointment|reservation)$/i;

/** "A booking app with appointments" speaks of one thing twice: the specific word stays, the other goes. */
function mergeBookings(kept: PrdModel, models: readonly PrdModel[]): ReadonlyMap<string, string> {
  const twins = models.filter((model) => model !== kept && synonyms.test(model.name) && synonyms.test(kept.name));
  return new Map(twins.map(({ name }) => [name, kept.name]));
}

const plain = { required: false, unique: false };

/** "Booking tickets, hotels and trains": what stands behind the verb, as far as a list goes. */
const bookedList = /\b(?:book|reserve|rent|hire)(?:s|ing)? ((?:(?!\b(?:to|with|at|for|by|from|online)\b)[\w ,&-])+)/gi;

const namesOf = ({ name, plural: many }: PrdModel): string[] =>
  [name, many ?? plural(name)].map((text) => text.toLowerCase());

/** The items of a list, up to the next thing that is done: "tickets, hotels, and trains, generating …". */
function itemsOf(list: string): string[] {
  const items = list
    .toLowerCase()
    .split(/,|\band\b|&/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
  const end = items.findIndex((item) => {
    const [first = "", ...rest] = item.split(" ");
    return rest.length > 2 || first.endsWith("ing") || keepingVerbs.has(first);
  });
  return end === -1 ? items : items.slice(0, end);
}

/** What the sentences say is booked, else what the plan begins with. */
function thingsBooked(models: readonly PrdModel[], text: string): PrdModel[] {
  const possible = models.filter(({ name }) => !bookers.test(name) && !/^(?:loan|order|invoice)$/i.test(name));
  const items = [...text.matchAll(bookedList)].flatMap(([, list = ""]) => itemsOf(list)).map((item) => ` ${item} `);
  const said = possible.filter((model) =>
    items.some((item) => namesOf(model).some((name) => item.endsWith(` ${name} `) || item.startsWith(` ${name} `))),
  );
  return said.length > 0 ? said.slice(0, 4) : possible.slice(0, 2);
}

/** When the plan has what can be booked, but no bookings: a model for them. */
function addBookings(
  models: readonly PrdModel[],
  text: string,
): { models: PrdModel[]; relationships: PrdRelationship[] } | null {
  const things = thingsBooked(models, text);
  const [booker, ...others] = models.filter(({ name }) => bookers.test(name) && personSide(name) === "served");
  // Whoever the prompt keeps is not typed in again; visitors of a site say who they are.
  const isSaid = (model: PrdModel): boolean => namesOf(model).some((name) => text.toLowerCase().includes(name));
  const isForVisitors = ["marketing", "editorial", "storefront"].includes(choosePreset(text, models.length));
  const isKnown = booker !== undefined && others.length === 0 && isSaid(booker) && !isForVisitors;
  const bookings: PrdModel = {
    name: "Booking",
    plural: "Bookings",
    description: "Something reserved for a time.",
    fields: [
      ...(isKnown
        ? []
        : [
            { name: "customer name", type: "text" as const, required: true, unique: false },
            { name: "email", type: "email" as const, ...plain },
          ]),
      { name: "starts at", type: "dateTime", required: true, unique: false },
      { name: "ends at", type: "dateTime", ...plain },
      { name: "status", type: "enum", ...plain, values: ["Requested", "Confirmed", "Cancelled"], default: "Requested" },
      { name: "notes", type: "longText", ...plain },
    ],
  };
  if (things.length === 0 || models.length >= 40) return null;
  return {
    models: [bookings],
    relationships: [...things, ...(isKnown ? [booker] : [])].map((model) => ({
      from: model.name,
      to: "Booking",
      kind: "one-to-many",
      name: model.name.toLowerCase(),
      ...(model === booker && { required: true }),
    })),
  };
}

export const recogniseBooking: Recogniser = ({ clauses, models }) => {
  // Of a book club or a library, "book" is a thing.
  const hasBooks = models.some(({ name }) => /^(book|novel)$/i.test(name));
  const clause = findSense(clauses, hasBooks ? senses.filter(({ any }) => !any.includes("book")) : senses);
  if (clause === null) return [];
  const text = clauses.map(({ original }) => original).join(". ");
  const planned = findBookings(models);
  const added = planned || models.some((model) => bookingName.test(model.name)) ? null : addBookings(models, text);
  const bookings = planned ?? added?.models[0];
  if (bookings === undefined) return [];
  const lower = bookings.name.toLowerCase();
  const several = (bookings.plural ?? `${bookings.name}s`).toLowerCase();
  const shared = (added?.relationships ?? []).flatMap(({ from }) => (personSide(from) === null ? [from] : []));
  const isShared = shared.length > 0 && shared.every(takesMany);
  return [
    {
      capability: { kind: "booking", bookings: bookings.name, ...readOpeningHours(text) },
      decision: {
        question: `Can two ${several} overlap?`,
        choice: isShared
          ? `Yes: many people book the same ${shared[0]?.toLowerCase()} at once`
          : `No: the API refuses a ${lower} whose time is taken, and a page shows what is free`,
        reason: `the prompt speaks of booking: ${quote(clause.original, 100)}`,
      },
      pages: isShared
        ? []
        : [
            {
              path: "/free-times",
              title: "Free times",
              purpose: "See what is free on a day, and book it.",
              components: ["Resource picker", "Day", "Slots"],
            },
          ],
      endpoints: isShared
        ? []
        : [{ method: "GET", path: "/api/free-times", purpose: "What is taken between two times." }],
      task: isShared ? `${bookings.name}: form, tests` : `${bookings.name}: no overlaps, free times, tests`,
      ...added,
      replaces: mergeBookings(bookings, models),
      answers: ["double", "overlap", "availability", "available", "slot", "book", "reserve"],
    },
  ];
};
