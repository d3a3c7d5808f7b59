// No two bookings of one thing at one time: a rule before every write, and a page that shows what is free.
import type { ResolvedApp, ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { takesMany } from "#engine/prd/takes-many.ts";
import { inSentence, words } from "../../shared/naming.ts";
import { literal } from "../../shared/source-text.ts";
import { type Contribution, freeSlug, type Refusal } from "./capability.ts";
import { modelNamed, numberField } from "./fields.ts";

const refuse = (why: string): Refusal => ({ note: `Booking: left out, since ${why}.` });

const startWords =
  /^(start|starts|begin|begins|from|check|arrival|arrives|pickup|date|time|at|on|when|day|scheduled|appointment|slot)$/;
const endWords = /^(end|ends|until|to|finish|finishes|out|departure|departs|return|returns|dropoff)$/;
/** Who books is not what is booked. */
const bookers =
  /customer|client|guest|patient|member|student|pupil|learner|owner|neighbou?r|resident|visitor|parent|child|participant|traveler|user|pet|lawyer case|contact|tenant|person/i;
const services = /service|treatment|package|class|type|category|plan|tour|trip/i;
const nightly = /room|apartment|hotel|property|cabin|house|villa|campsite|suite/i;

/** Minutes after midnight; the usual day where the plan does not say, or says what is none. */
function hoursOf({ opens = 8 * 60, closes = 20 * 60 }: { opens?: number | undefined; closes?: number | undefined }) {
  return closes - opens < 60 ? { opens: 0, closes: 24 * 60 } : { opens, closes };
}

const isTime = (field: ResolvedField): boolean => field.type === "date" || field.type === "dateTime";
const speaks = (field: ResolvedField, pattern: RegExp): boolean => words(field.key).some((word) => pattern.test(word));

function findTimes(model: ResolvedModel): { start: ResolvedField; end: ResolvedField | undefined } | undefined {
  const times = model.fields.filter(isTime);
  const end = times.find((field) => speaks(field, endWords));
  const others = times.filter((field) => field !== end && (end === undefined || field.type === end.type));
  const start =
    others.find((field) => speaks(field, startWords) && field.required) ??
    others.find((field) => speaks(field, startWords)) ??
    others.find((field) => field.required);
  return start && { start, end };
}

function findResource(app: ResolvedApp, model: ResolvedModel): ResolvedField | undefined {
  const references = model.fields.filter((field) => field.reference && field.reference.model !== model.key);
  const label = (field: ResolvedField): string =>
    app.models.find(({ key }) => key === field.reference?.model)?.label ?? "";
  const things = references.filter((field) => !bookers.test(label(field)));
  const alone = things.filter((field) => !takesMany(label(field)));
  return alone.find((field) => !services.test(label(field))) ?? alone[0] ?? things[0];
}

export function contributeBooking(
  app: ResolvedApp,
  capability: Extract<PrdCapability, { kind: "booking" }>,
): Contribution | Refusal {
  const model = modelNamed(app, capability.bookings);
  if (!model) return refuse(`there is no model "${capability.bookings}"`);
  const times = findTimes(model);
  if (!times) return refuse(`${model.label} has no start`);
  if (times.start.unique || times.end?.unique) return refuse(`${model.label} allows each time once already`);
  const resource = findResource(app, model);
  const holder = app.models.find(({ key }) => key === resource?.reference?.model)?.label ?? "";
  if (takesMany(holder)) return refuse(`many people book the same ${inSentence(holder)} at once`);
  if (resource?.unique) return refuse(`${model.label} is one of its kind for each ${resource.label}`);
  const resourceModel = app.models.find(({ key }) => key === resource?.reference?.model);
  const duration = numberField(model, /^(duration|length|minutes|hours)$/);
  const service = model.fields
    .map((field) => ({ field, model: app.models.find(({ key }) => key === field.reference?.model) }))
    .map(({ field, model: target }) => ({
      field,
      duration: target && numberField(target, /^(duration|length|minutes|hours)$/),
      target,
    }))
    .find(({ duration: found }) => found !== undefined);
  const status = model.fields.find(
    (field) => field.type === "enum" && field.values?.some(({ value }) => /cancel|declin|reject|no.?show/i.test(value)),
  );
  const slug = freeSlug(app, "free-times");
  const settings = {
    slug,
    model: model.key,
    start: times.start.key,
    end: times.end?.key,
    ...hoursOf(capability),
    wholeDays: times.start.type === "date",
    nights: times.start.type === "date" && nightly.test(`${resourceModel?.label ?? ""} ${times.end?.key ?? ""}`),
    resource: resource?.key,
    duration: duration && { field: duration.key, minutes: /hour/i.test(duration.key) ? 60 : 1 },
    service:
      service?.target && service.duration
        ? {
            field: service.field.key,
            model: service.target.key,
            duration: service.duration.key,
            minutes: /hour/i.test(service.duration.key) ? 60 : 1,
          }
        : undefined,
    status: status && {
      field: status.key,
      free: (status.values ?? [])
        .map(({ value }) => value)
        .filter((value) => /cancel|declin|reject|no.?show/i.test(value)),
    },
  };
  return {
    folders: ["booking"],
    pages: [{ path: slug, title: "Free times", icon: "calendar", module: "booking/free-times.tsx" }],
    routes: [
      {
        path: `/${slug}`,
        module: "booking-routes.ts",
        name: "bookingRoutes",
        summaries: { "GET /": "Read what is taken between two times" },
      },
    ],
    rules: [{ model: model.key, module: "booking.ts", name: "refuseDoubleBooking" }],
    files: new Map([
      [
        "src/shared/booking/settings.ts",
        `// Which model is a booking, and which of its fields say what is booked and when.\nimport type { BookingSettings } from "./booking-settings.ts";\n\nexport const bookingSettings: BookingSettings = ${literal(settings, "", 52)};\n`,
      ],
    ]),
  };
}
