import { inSentence } from "../../shared/in-sentence.ts";
import { part } from "../../shared/say.ts";

interface Named {
  readonly pluralLabel: string;
}

/** What the public pages say beside `site.ts`. */
export const words = part("site", {
  about: "About",
  aboutName: (name: string) => `About ${name}`,
  questions: "Questions",
  questionsAsked: "Questions people ask",
  questionsDescription: "Answers to the questions that people ask most.",
  contact: "Contact",
  contactUs: "Contact us",
  contactDescription: (name: string) => `Write to ${name}. A person reads every message.`,
  contactLead: "A person reads every message, and answers at the address you leave here.",
  contactInvitation: "Write to us about anything that is not answered here. A person reads every message.",
  getInTouch: "Get in touch",
  yourName: "Your name",
  email: "E-mail",
  phone: "Phone",
  message: "Message",
  send: "Send message",
  sent: "Thank you. Your message has arrived.",
  why: (name: string) => `Why ${name}`,
  peopleSay: "What people say",
  quotes: "Quotes",
  stars: (count: number) => `${count} of 5 stars`,
  quoteOf: (at: number, all: number) => `${at} of ${all}`,
  play: "Play",
  pause: "Pause",
  all: (model: Named) => `All ${inSentence(model.pluralLabel)}`,
  seeAll: (model: Named) => `See all ${inSentence(model.pluralLabel)}`,
  seeOur: (model: Named) => `See our ${inSentence(model.pluralLabel)}`,
  more: (model: Named) => `More ${inSentence(model.pluralLabel)}`,
  at: (what: string, name: string) => `${what} at ${name}.`,
  nothingMatches: "Nothing matches. Try other words, or look at everything.",
  thisPage: "This page",
  wholeSite: "Whole site",
  searchSite: "Search the site",
  search: "Search",
  mostChosen: "Most chosen",
  choosePlan: (name: string) => `Choose ${name}`,
  footer: "Footer",
  manage: "Manage",
  toFront: "Go to the front page",
  mistyped: "The address may be mistyped, or what was here has been taken down.",
});
