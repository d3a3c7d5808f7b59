// src/shared/site.ts: which models visitors see and as what, and the words of the landing page.
import type { ResolvedApp, ResolvedModel } from "#engine/prd/resolved.ts";
import { startsWord, words } from "../../shared/naming.ts";
import { literal } from "../../shared/source-text.ts";
import { siteCopy } from "./site-copy.ts";

/** As in site-meta.ts of the template. */
export type PublicKind = "product" | "article" | "event" | "person" | "work" | "plan" | "entry";

export interface Site {
  readonly [key: string]: Parameters<typeof literal>[0];
  readonly collections: { readonly model: string; readonly kind: PublicKind }[];
  readonly quotes: string;
  readonly contact: string;
}

const privateModels =
  /user|guest|patient|member|supplier|customer|client|order|cart|payment|invoice|subscriber|registration|message|contact|account|booking|reservation|appointment|enrol|application|inquir|enquir|ticket|like|follow|comment|view|visit|session|log|setting|line|role|permission|donation|rsvp|attendee|sale|expense|stock|movement|vote|answer|attempt|result|favou?rite|notification|address/;
const quoteModels = /testimonial|review|quote|feedback/;
const personModels =
  /team|person|doctor|author|artist|speaker|trainer|teacher|chef|staff|agent|instructor|guide|stylist|player/;

const planModels = /plan|package|membership|tier|pricing/;
const entryModels = /categor|topic|tag|genre|section|department|hour|faq|question|amenit|level|skill/;

const software = /\b(?:saas|software|web apps?|mobile apps?|start-?ups?)\b/i;

const hasType = (model: ResolvedModel, ...types: string[]): boolean =>
  model.fields.some((field) => types.includes(field.type));

function kindOf(model: ResolvedModel): PublicKind {
  const name = words(model.label).join(" ");
  if (startsWord(/article|post|news|stor|blog|recipe|guide|essay|review|episode|announcement/, name)) return "article";
  if (startsWord(/event|concert|show|class|workshop|session|performance|match|game/, name)) return "event";
  if (startsWord(personModels, name)) return "person";
  if (startsWord(planModels, name) && hasType(model, "money")) return "plan";
  if (startsWord(entryModels, name) && !hasType(model, "image", "money")) return "entry";
  if (hasType(model, "money")) return "product";
  return hasType(model, "richText") ? "article" : "work";
}

/** What is worth a visitor's look: pictures and texts first, bare labels last. */
function worth(model: ResolvedModel): number {
  const richness = [["image"], ["richText", "longText"], ["money"], ["date", "dateTime"]].filter((types) =>
    hasType(model, ...types),
  ).length;
  return richness * 2 + (["work", "entry"].includes(kindOf(model)) ? 0 : 1) - (model.fields.length < 3 ? 3 : 0);
}

/** The model that takes what visitors write, when it holds exactly what the form sends. */
function contactModel(app: ResolvedApp): ResolvedModel | undefined {
  const wished = app.prd.site?.contact?.trim().toLowerCase();
  if (wished === undefined) return undefined;
  const model = app.models.find(({ label }) => label.toLowerCase() === wished);
  const textual = ["text", "longText", "richText", "email"];
  const sends = ["name", "email", "message"];
  const fits =
    model !== undefined &&
    sends.every((key) => model.fields.some((field) => field.key === key && textual.includes(field.type))) &&
    model.fields.every((field) => sends.includes(field.key) || !field.required || field.default !== undefined);
  return fits ? model : undefined;
}

/** Undefined when the app has nothing to show to visitors. */
export function resolveSite(app: ResolvedApp): Site | undefined {
  const contact = contactModel(app);
  const named = (model: ResolvedModel): string => words(model.label).join(" ");
  const quotes = app.models.find(
    (model) => startsWord(quoteModels, named(model)) && hasType(model, "longText", "richText"),
  );
  const wished = app.prd.site?.shows?.flatMap(
    (name) => app.models.find(({ label }) => label.toLowerCase() === name.trim().toLowerCase()) ?? [],
  );
  // What has a price comes before what is written about it, but in a paper.
  const hasPlans = app.prd.theme.preset !== "editorial" && app.models.some((model) => kindOf(model) === "plan");
  const looksPublic = app.models
    .filter((model) => model !== quotes && !startsWord(privateModels, named(model)))
    // The page has its own questions and answers.
    .filter((model) => app.prd.site?.faq !== true || !startsWord(/faq|question/, named(model)))
    .map((model, at) => ({
      model,
      score: worth(model) * 10 - at * 4 - (hasPlans && kindOf(model) === "article" ? 60 : 0),
    }))
    .sort((a, b) => b.score - a.score)
    .map(({ model }) => model);
  const shown = (wished && wished.length > 0 ? wished : looksPublic)
    .filter((model) => model !== contact && model.titleFields[0] !== "id")
    .slice(0, 4)
    .map((model) => ({ model: model.key, kind: kindOf(model) }));
  if (shown.length === 0) return undefined;
  const copy = siteCopy(app);
  const told = app.prd.site ?? {};
  const icons = copy.features.map(([icon]) => icon);
  const asked = copy.questions.map(([question, answer]) => ({ question, answer }));
  return {
    headline: told.headline ?? copy.headline,
    lead: told.lead ?? copy.lead,
    features:
      told.features?.map(({ title, text }, at) => ({ icon: icons[at % icons.length] ?? "check", title, text })) ??
      copy.features.map(([icon, title, text]) => ({ icon, title, text })),
    about: told.story ?? copy.about,
    aboutTitle: told.about ?? "",
    // Made-up chapters beside a story that was told would contradict it.
    aboutSections: told.story ? [] : copy.sections.map(([title, text]) => ({ title, text })),
    // Addresses that belong to nobody: the owner puts the real ones here.
    email: told.email ?? "hello@example.com",
    phone: told.phone ?? "+1 555 0100",
    questions: told.questions ?? (told.faq === true ? asked : []),
    isSoftware: hasPlans && software.test(`${app.prd.name} ${app.prd.summary}`),
    collections: shown,
    quotes: quotes?.key ?? "",
    contact: contact?.key ?? "",
  };
}

export function emitSite(site: Site): string {
  return `// What visitors see and read. The records themselves are kept below /manage.
import type { SiteMeta } from "./site-meta.ts";

export const site: SiteMeta = ${literal(site, "", 200)};
`;
}
