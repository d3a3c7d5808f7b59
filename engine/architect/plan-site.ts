// The pages of a public site, and the model that keeps what visitors write.
import type { PresetId, Prd, PrdModel } from "#engine/prd/schema.ts";

const contactMessage: PrdModel = {
  name: "Contact Message",
  description: "What visitors wrote through the contact form.",
  fields: [
    { name: "name", type: "text", required: true, unique: false },
    { name: "email", type: "email", required: true, unique: false },
    { name: "message", type: "longText", required: true, unique: false },
    { name: "status", type: "enum", values: ["New", "Answered"], required: false, unique: false, default: "New" },
  ],
};

const aboutPage =
  /\b(about (?:us|me|the [a-z]+)|(?:company|team|event|office|school|band|artist) (?:introduction|information|profile|history|story)|personal (?:introduction|history|story)|our (?:story|history|company|team|mission)|introduction to [a-z ]{3,30}?(?= ?(?:[,.;]| and | with |$)))/;

/** What a prompt calls the page about those behind the site; a model of that name is a page already. */
function aboutTitle(text: string, models: readonly PrdModel[]): string | undefined {
  const found = aboutPage.exec(text.toLowerCase())?.[1]?.trim();
  if (found === undefined || found.length > 40) return undefined;
  // "Introduction to the event", as a heading is written, not "Introduction To The Event".
  const title = `${found.slice(0, 1).toUpperCase()}${found.slice(1)}`;
  return models.some((model) => [model.name, model.plural].some((name) => name?.toLowerCase() === found))
    ? undefined
    : title;
}

/** Turns a plan with a site's preset into the plan of that site; other plans stay as they are. */
export function planSite(prd: Prd, preset: PresetId, text: string): Prd {
  const themed: Prd = { ...prd, theme: { ...prd.theme, preset } };
  if (!["marketing", "editorial", "storefront"].includes(preset)) return themed;
  const taken = prd.models.some((model) => model.name.toLowerCase() === "contact message");
  const about = aboutTitle(text, prd.models);
  const faq = preset !== "editorial" || /\bfaqs?\b|frequently asked/i.test(text);
  const page = (path: string, title: string, purpose: string, component: string): Prd["pages"][number] => ({
    path,
    title,
    purpose,
    components: [component],
  });
  return {
    ...themed,
    models: taken || prd.models.length >= 40 ? prd.models : [...prd.models, contactMessage],
    site: { contact: "Contact Message", ...(about !== undefined && { about }), faq },
    pages: [
      page("/", "Home", "Shows visitors what this is and the latest of it.", "Hero"),
      page("/about", about ?? "About", "Says who is behind it.", "Text"),
      ...(faq ? [page("/faq", "Questions", "Answers what people ask most.", "Questions and answers")] : []),
      page("/contact", "Contact", "Takes messages, which are kept below /manage.", "Contact form"),
      ...prd.pages.map((each) => ({ ...each, path: each.path === "/" ? "/manage" : `/manage${each.path}` })),
    ].slice(0, 100),
  };
}
