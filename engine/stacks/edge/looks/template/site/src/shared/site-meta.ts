// The shape of `site.ts`: what visitors see of the app, beside the management area below /manage.

/** Decides how a record reads: with a price, a date, a portrait, as a text, an offer among others, or a line of a list. */
export type PublicKind = "product" | "article" | "event" | "person" | "work" | "plan" | "entry";

export interface PublicModel {
  /** Key of the model in `models.ts`. */
  readonly model: string;
  readonly kind: PublicKind;
}

export interface SiteMeta {
  readonly headline: string;
  readonly lead: string;
  readonly features: readonly { readonly icon: string; readonly title: string; readonly text: string }[];
  readonly about: readonly string[];
  /** What the page about those behind the site is called, "" for its usual name. */
  readonly aboutTitle: string;
  /** Below the first paragraphs: history, mission, values, or background and experience. */
  readonly aboutSections: readonly { readonly title: string; readonly text: string }[];
  /** How to reach those behind the site beside the form; "" where there is no way. */
  readonly email: string;
  readonly phone: string;
  readonly questions: readonly { readonly question: string; readonly answer: string }[];
  /** What is offered by plans is used on a screen, and can be pictured as one. */
  readonly isSoftware: boolean;
  /** The first is what the site is about. */
  readonly collections: readonly PublicModel[];
  /** Key of the model whose long texts are shown as quotes, "" without one. */
  readonly quotes: string;
  /** Key of the model that keeps what visitors write, "" without one. */
  readonly contact: string;
}
