// What a field's name says about its type. The rules are ordered: the first that applies decides.
import type { FieldType } from "#engine/prd/schema.ts";
import { isPlural } from "./words.ts";

export interface Convention {
  readonly type: FieldType;
  /** The name alone is enough to be sure that the words mean a field and not an entity or a feature. */
  readonly certain: boolean;
  readonly min?: number;
  readonly max?: number;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const phrases = (list: string): ReadonlySet<string> => new Set(list.split(", "));

const booleanStarts = words("is has can should needs was requires allows");
const booleanWords = words(
  "active completed complete done published featured archived available verified paid enabled disabled favourite favorite pinned " +
    "billable urgent vegetarian vegan returned attended approved resolved anonymous watered vaccinated neutered refundable taxable",
);
/** "accredited", "certified": so or not so. Of the others people want to know when. */
const isState = /^\w{3,}[^e]ed$/;
const countedThings = words("sets rooms chapters units downloads episodes shares");
/** Whose value is in money. */
const valued = words(
  "market asset estimated deal contract order total purchase replacement insured insurance sale property resale",
);
const paidSums = phrases("price paid, amount paid, total paid, sum paid");
const counts = words(
  "total available number max maximum min minimum free open daily planned completed remaining no. of",
);
const befallen = words("seen done sent found signed received checked cleaned delivered submitted uploaded");
const happened = words("created updated modified joined founded established opened hired started finished married");
const emailWords = words("email mail emails");
const phoneWords = words("phone mobile telephone fax whatsapp phones tel cellphone cell");
const phonePhrases = phrases("phone number, contact number, mobile number, telephone number, emergency contact number");
const urlWords = words(
  "url website link homepage webpage linkedin github twitter instagram facebook youtube uri permalink video",
);
const imageWords = words(
  "photo image picture avatar logo cover thumbnail banner headshot portrait screenshot screenshots photos images pictures photograph artwork poster",
);
const fileWords = words(
  "attachment file document resume cv upload pdf receipt scan transcript attachments files documents paperwork",
);
const colourWords = words("color colour");
const momentPhrases = phrases(
  "start time, end time, begin time, finish time, appointment time, departure time, arrival time, scheduled time, date time, datetime, " +
    "departure, arrival, timestamp, kickoff, kick off time, pickup time, delivery time, booking time, event time, check in time, check out time, time slot",
);
const durationPhrases = phrases(
  "cooking time, cook time, prep time, preparation time, baking time, total time, running time, run time, reading time, travel time, waiting time, time spent, time estimate, brew time",
);
const dateWords = words(
  "date birthday dob deadline due anniversary expiry expiration birthdate duedate start end day datum since checkin checkout",
);
const datePhrases = phrases(
  "due by, valid until, valid from, expires on, date of birth, start, end, check in, check out, last watered, last contacted, last serviced, last seen, next due, best before, use by",
);
const moneyWords = words(
  "price cost amount total subtotal salary budget fee rent wage revenue balance deposit income expense fare premium donation bid " +
    "payment spend refund commission tax tip prices fees costs profit debt payout valuation charge mrr pay mortgage allowance",
);
const integerWords = words(
  "quantity count stock age year seats capacity servings calories pages bedrooms bathrooms beds baths mileage position rank order " +
    "views likes points guests duration minutes threshold attendees participants players floor sets reps attempts wins losses draws goals " +
    "assists qty score votes downloads rooms followers edition isolation odometer steps streak episodes chapters units lifespan limit xp " +
    "upvotes downvotes shares bpm number headcount copies season",
);
const decimalWords = words(
  "weight height length width depth distance percentage percent rate temperature latitude longitude area hours gpa humidity volume " +
    "discount probability speed power consumption generation voltage pressure grade odds yield fat protein carbs elevation ph dosage margin",
);
/** Whose size is a number. */
const measuredSizes = words(
  "shoe foot file batch group team party lot plot farm class portion family household font screen house flat apartment land crowd order pack",
);
const enumWords = words(
  "status priority stage category type kind severity gender sex size condition difficulty frequency mood level currency genre state urgency recurrence tier season visibility likelihood impact role proficiency rsvp channel meal",
);
const longWords = words(
  "description notes note summary bio comment comments remarks ingredients instructions directions steps message feedback diagnosis symptoms " +
    "requirements reason details terms biography answer agenda mission overview excerpt treatment prescription prescriptions synopsis abstract " +
    "observations objectives experience qualifications skills benefits responsibilities achievements hobbies interests allergies method lyrics " +
    "review background problem text highlights history amenities caption findings medications preferences reply testimonial tips",
);
const richWords = words("body content article");
const textWords = words(
  "name title sku address city author phone department location code barcode isbn vin make model brand manufacturer venue country region " +
    "zip postcode street headline subject company organization organisation position surname firstname lastname username slug tagline nickname " +
    "breed species artist album publisher director language unit reference label cuisine assignee owner headline nationality occupation " +
    "industry sector supplier manager host instructor teacher origin destination dimensions measurements material fabric coach contact symbol ticker variety " +
    "label tags tag keywords term word question definition job ip serial handle hashtag timezone topic theme breeder doctor lawyer judge court person recipient choice responsible",
);
const uniqueNames = phrases(
  "sku, isbn, barcode, code, slug, vin, license plate, licence plate, registration number, invoice number, order number, username, employee id, " +
    "student id, serial number, policy number, case number, claim number, account number, product id, asset tag, ticker, ticker symbol, stock code, " +
    "tracking number, member number, membership number, employee number, student number, plate number, batch number, product code, reference number, certificate number, ticket number, patient id",
);
const numberedNames = words("id code number ref");

/** Case does not matter; `name` is a field's name as words ("unit price"). */
export function conventionFor(name: string): Convention {
  const phrase = name.toLowerCase();
  const parts = phrase.split(" ").filter(Boolean);
  const first = parts[0] ?? "";
  const last = parts[parts.length - 1] ?? "";
  const sure = (type: FieldType, bounds: { min?: number; max?: number } = {}): Convention => ({
    type,
    certain: true,
    ...bounds,
  });

  if (
    phrase.startsWith("price per") ||
    phrase.startsWith("cost per") ||
    phrase === "hourly rate" ||
    phrase === "daily rate" ||
    phrase === "nightly rate"
  )
    return sure("money", { min: 0 });
  if (momentPhrases.has(phrase) || (parts.length > 1 && last === "at") || last === "datetime" || last === "timestamp")
    return sure("dateTime");
  if (durationPhrases.has(phrase)) return sure("integer", { min: 0 });
  if (datePhrases.has(phrase) || dateWords.has(last) || (parts.length > 1 && last === "on")) return sure("date");
  if (parts.includes("date") && (first === "date" || parts.length > 2)) return sure("date");
  if (booleanStarts.has(first) && parts.length > 1) return sure("boolean");
  if (paidSums.has(phrase)) return sure("money", { min: 0 });
  if (booleanWords.has(last) || (parts.length > 1 && (last === "ok" || last === "okay"))) return sure("boolean");
  // "queen seen", "contract signed"
  if (parts.length === 2 && befallen.has(last) && !isPlural(first) && first !== "last") return sure("boolean");
  if (parts.length === 1 && happened.has(last)) return { type: "date", certain: false };
  if (parts.length === 1 && isState.test(last)) return { type: "boolean", certain: false };
  if (/^hours (?:worked|spent|logged|booked)$/.test(phrase)) return sure("decimal", { min: 0 });
  if (phrase.startsWith("steps to ") || phrase === "next steps") return sure("longText");
  if (parts.length > 1 && (first === "gps" || last === "coordinates")) return sure("text");
  if (emailWords.has(last) || phrase === "email address") return sure("email");
  if (phoneWords.has(last) || phonePhrases.has(phrase)) return sure("phone");
  if (last === "by" && first.length > 3 && (parts.length === 2 || /^\w+ (?:up|off|out|back|in) by$/.test(phrase)))
    return sure("text");
  if (first === "number" && parts[1] === "of") return sure("integer", { min: 0 });
  if (uniqueNames.has(phrase) || (parts.length > 1 && numberedNames.has(last))) return sure("text");
  if (colourWords.has(last)) return sure("color");
  if (imageWords.has(last)) return sure("image");
  if (fileWords.has(last) || phrase === "cover letter file") return sure("file");
  if (urlWords.has(last)) return sure("url");
  if (last === "rating" || last === "stars") return sure("integer", { min: 1, max: 5 });
  if (last === "progress") return sure("integer", { min: 0, max: 100 });
  if (moneyWords.has(last) || parts.some((part) => part === "price" || part === "cost")) return sure("money");
  if (
    phrase === "reorder level" ||
    phrase === "reorder point" ||
    phrase === "minimum stock" ||
    phrase === "stock level"
  )
    return sure("integer", { min: 0 });
  if (last === "value") return sure(valued.has(first) ? "money" : "decimal");
  if (["percentage", "percent", "humidity", "probability"].includes(last)) return sure("decimal", { min: 0, max: 100 });
  if (decimalWords.has(last)) return sure("decimal");
  if (phrase === "jersey number" || phrase === "max participants") return sure("integer", { min: 0 });
  // "gift sets", "meeting rooms": things, unless they are counted.
  if (parts.length === 2 && countedThings.has(last) && !counts.has(first)) return { type: "integer", certain: false };
  if (integerWords.has(last)) return sure("integer", last === "balance" ? {} : { min: 0 });
  if (last === "size" && measuredSizes.has(parts.at(-2) ?? "")) return sure("decimal", { min: 0 });
  if (enumWords.has(last) || phrase === "payment method") return sure("enum");
  if (richWords.has(last)) return sure("richText");
  if (longWords.has(last) || phrase === "cover letter") return sure("longText");
  if (last === "time") return sure("text");
  return { type: "text", certain: textWords.has(last) };
}

export function isUniqueName(name: string): boolean {
  return uniqueNames.has(name.toLowerCase());
}
