// Signing up for something: enrolling in courses, applying for jobs, joining groups, registering for events.
import type { PrdField, PrdModel, PrdRelationship, SignupId } from "#engine/prd/schema.ts";
import { quote } from "../sanitise.ts";
import { singular } from "../words.ts";
import type { CapabilityContext, PlannedCapability, Recogniser } from "./capability.ts";
import { findSense, type PlainClause, type Sense } from "./senses.ts";

interface Act {
  readonly id: SignupId;
  readonly senses: readonly Sense[];
  /** What it is usually done to. */
  readonly targets: RegExp;
  /** A model that keeps it already. */
  readonly kept: RegExp;
  readonly entries: { readonly name: string; readonly plural: string };
  readonly said: string;
  /** Who does it, where they are kept. */
  readonly by?: RegExp;
}

const acts: readonly Act[] = [
  {
    id: "enrol",
    senses: [
      { any: ["enroll", "enrol", "enrolling", "enrollment", "enrolment", "enrolled"] },
      {
        any: [
          "learning platform",
          "e learning platform",
          "learning site",
          "course platform",
          "online academy",
          "take course",
          "learn course",
          "select course",
        ],
        with: ["course", "training", "workshop"],
        without: ["management"],
      },
    ],
    targets: /course|class|program|contest|training|lesson|workshop|module|bootcamp|competition/i,
    kept: /enrol|registration|entry|participant/i,
    entries: { name: "Enrollment", plural: "Enrollments" },
    said: "enroll",
  },
  {
    id: "apply",
    senses: [
      {
        any: ["apply", "applying", "application", "applicant"],
        with: [
          "job",
          "position",
          "internship",
          "program",
          "programme",
          "vacancy",
          "opening",
          "scholarship",
          "grant",
          "role",
          "loan",
          "course",
        ],
        without: ["apply filter", "web application and", "apply theme", "mobile application"],
      },
      { any: ["candidate apply", "applicant apply", "apply with cv", "apply with resume", "apply with their cv"] },
    ],
    targets: /job|position|internship|program|vacanc|opening|scholarship|grant|role|loan/i,
    kept: /application|applicant|candidate/i,
    entries: { name: "Application", plural: "Applications" },
    said: "apply",
  },
  {
    id: "join",
    senses: [
      {
        any: ["join", "joining"],
        with: [
          "group",
          "club",
          "team",
          "community",
          "event",
          "room",
          "challenge",
          "league",
          "class",
          "meetup",
          "game",
          "session",
          "circle",
        ],
        without: ["join now", "join our mailing"],
      },
    ],
    targets: /group|club|team|communit|room|challenge|league|meetup|circle|event|class/i,
    kept: /^member$|membership|participant|group member|attendee|room player/i,
    entries: { name: "Membership", plural: "Memberships" },
    said: "join",
  },
  {
    id: "register",
    senses: [
      {
        any: [
          "register for",
          "registering for",
          "rsvp",
          "sign up for",
          "event registration",
          "registration for",
          "attend",
          "registration form",
        ],
        with: [
          "event",
          "contest",
          "workshop",
          "course",
          "class",
          "webinar",
          "conference",
          "session",
          "tournament",
          "competition",
          "camp",
          "party",
          "wedding",
          "race",
          "meetup",
          "rsvp",
        ],
      },
      {
        any: ["register", "registration"],
        with: ["attendee", "contest", "tournament", "webinar", "conference", "workshop"],
      },
    ],
    targets:
      /event|contest|workshop|course|class|webinar|conference|session|tournament|competition|camp|party|wedding|race|meetup/i,
    kept: /registration|rsvp|attendee|participant|entry|sign-?up|ticket/i,
    entries: { name: "Registration", plural: "Registrations" },
    said: "register",
  },
  {
    id: "bid",
    senses: [{ any: ["bid", "bidding", "place bid", "bidder"] }],
    targets: /item|lot|auction|listing|product|opportunit|project/i,
    kept: /\bbid$/i,
    entries: { name: "Bid", plural: "Bids" },
    said: "bid",
  },
  {
    id: "respond",
    senses: [
      {
        any: ["survey", "questionnaire", "feedback form"],
        with: ["answer", "respond", "response", "submit", "fill", "take", "question", "result", "builder"],
      },
    ],
    targets: /survey|questionnaire|form/i,
    kept: /response|answer|submission/i,
    entries: { name: "Response", plural: "Responses" },
    said: "answer",
  },
  {
    id: "register",
    senses: [
      { any: ["volunteer"], with: ["opportunity", "event", "shift", "project", "sign up"] },
      { any: ["sign up", "signed up", "signing up"], with: ["shift", "slot", "duty", "work day", "stall"] },
    ],
    targets: /opportunit|shift|event|project|slot|duty|work day|stall/i,
    kept: /sign-?up|application|request/i,
    entries: { name: "Sign-up", plural: "Sign-ups" },
    said: "sign up",
    by: /volunteer|helper|parent/i,
  },
  {
    id: "request",
    senses: [
      {
        any: ["adopt", "adoption", "adopting"],
        with: ["pet", "animal", "dog", "cat", "shelter", "rescue", "application", "request", "form"],
      },
      {
        any: ["inquiry", "enquiry", "inquire", "enquire", "request quote", "request a quote", "viewing request"],
        with: ["property", "listing", "car", "vehicle", "package", "service", "apartment", "house", "product", "tour"],
      },
    ],
    targets:
      /\b(pet|animal|dog|cat)|opportunit|shift|event|project|propert|listing|car|vehicle|package|apartment|house|service|tour/i,
    kept: /adoption|application|request|inquir|enquir/i,
    entries: { name: "Request", plural: "Requests" },
    said: "send a request",
  },
];

const plain = { required: false, unique: false };
const fields: readonly PrdField[] = [
  { name: "full name", type: "text", required: true, unique: false },
  { name: "email", type: "email", required: true, unique: false },
  { name: "phone", type: "phone", ...plain },
  { name: "message", type: "longText", ...plain },
  { name: "status", type: "enum", ...plain, values: ["New", "Confirmed", "Declined"], default: "New" },
  { name: "signed up on", type: "date", ...plain, default: "today" },
];

/** People and papers are not signed up for. */
const unlikely =
  /user|student|member|volunteer|customer|client|applicant|candidate|employer|company|profile|message|application|registration|enrol|request|inquir|score|result|category|comment|review/i;
const plainName = (model: PrdModel): string => model.name.toLowerCase().split(" ").map(singular).join(" ");

function findTarget(models: readonly PrdModel[], act: Act, clause: PlainClause): PrdModel | undefined {
  const likely = models.filter(
    (model) => act.targets.test(model.name) && !unlikely.test(model.name) && !act.kept.test(model.name),
  );
  return likely.find((model) => clause.text.includes(` ${plainName(model)} `)) ?? likely[0];
}

interface Entries {
  readonly name: string;
  readonly models: PrdModel[];
  readonly relationships: PrdRelationship[];
}

/** The model that keeps the sign-ups: one of the plan that can belong to the target, or a new one. */
function findEntries({ models, relationships }: CapabilityContext, act: Act, target: PrdModel): Entries | null {
  const link = (to: string): PrdRelationship => ({
    from: target.name,
    to,
    kind: "one-to-many",
    name: target.name.toLowerCase(),
    required: true,
  });
  const belongs = (name: string): boolean =>
    relationships.some(
      (relation) => relation.kind === "one-to-many" && relation.from === target.name && relation.to === name,
    );
  const known = models.filter((model) => model !== target && act.kept.test(model.name));
  const kept = known.find((model) => belongs(model.name)) ?? known[0];
  if (kept !== undefined)
    return { name: kept.name, models: [], relationships: belongs(kept.name) ? [] : [link(kept.name)] };
  const name = models.some((model) => model.name === act.entries.name)
    ? `${target.name} ${act.entries.name}`
    : act.entries.name;
  if (models.length >= 38 || models.some((model) => model.name === name)) return null;
  const plural = name === act.entries.name ? act.entries.plural : `${target.name} ${act.entries.plural}`;
  const model: PrdModel = {
    name,
    plural,
    description: `Who wants to ${act.said}, and how it stands.`,
    fields: [...fields],
  };
  const who = models.find((each) => act.by?.test(each.name) === true);
  const links = who ? [{ ...link(name), from: who.name, name: who.name.toLowerCase(), required: false }] : [];
  return { name, models: [model], relationships: [link(name), ...links] };
}

export const recogniseSignup: Recogniser = (context) => {
  const planned: PlannedCapability[] = [];
  const taken = new Set<string>();
  for (const act of acts) {
    const clause = findSense(context.clauses, act.senses);
    const target = clause === null ? undefined : findTarget(context.models, act, clause);
    if (clause === null || target === undefined || taken.has(target.name)) continue;
    const added = planned.flatMap(({ models }) => models ?? []);
    const entries = findEntries({ ...context, models: [...context.models, ...added] }, act, target);
    if (entries === null) continue;
    taken.add(target.name);
    const lower = target.name.toLowerCase();
    planned.push({
      capability: { kind: "signup", target: target.name, entries: entries.name, act: act.id },
      decision: {
        question: `How does someone ${act.said} for a ${lower}?`,
        choice: `By a form on the ${lower}'s page; what one browser sent is listed on a page of its own`,
        reason: `the prompt speaks of it: ${quote(clause.original, 100)}`,
      },
      pages:
        planned.length > 0
          ? []
          : [
              {
                path: "/mine",
                title: "My sign-ups",
                purpose: "What this browser signed up for.",
                components: ["List"],
              },
            ],
      endpoints: [],
      task: `${target.name}: form to ${act.said}, list of own entries, tests`,
      answers: [...act.senses.flatMap(({ any }) => any), "confirmation"],
      models: entries.models,
      relationships: entries.relationships,
    });
  }
  return planned;
};
