// Kinds of apps whose main record has a name too general to be read from the sentence ("a dictionary of dialect words",
// "a directory of local businesses", "a portfolio with works"): the plan gets it when nothing stands for it yet.
import type { PrdBadge, PrdField, PrdModel, PrdRelationship } from "#engine/prd/schema.ts";

interface Parts {
  models: PrdModel[];
  relationships: PrdRelationship[];
  badges: PrdBadge[];
}

interface Kind {
  readonly asked: RegExp;
  /** A model that stands for it already. */
  readonly known: RegExp;
  readonly model: PrdModel;
  /** Whose it is, when that is planned. */
  readonly of?: RegExp;
  /** Models that were read from the same words, and say less. */
  readonly instead?: RegExp;
}

const field = (name: string, type: PrdField["type"], more: Partial<PrdField> = {}): PrdField => ({
  name,
  type,
  required: false,
  unique: false,
  ...more,
});
const must = { required: true };

const kinds: readonly Kind[] = [
  {
    asked: /\b(dictionary|glossary|lexicon|thesaurus)\b/,
    known: /word|term|entry|phrase|expression/i,
    instead: /^(definition|example|meaning)$/i,
    model: {
      name: "Word",
      plural: "Words",
      description: "A word and what it means.",
      fields: [
        field("word", "text", { ...must, unique: true }),
        field("definition", "longText", must),
        field("part of speech", "enum", { values: ["Noun", "Verb", "Adjective", "Adverb", "Phrase"] }),
        field("example", "longText"),
        field("synonyms", "text"),
      ],
    },
  },
  {
    asked: /\bblog\b/,
    known: /post|article|stor(y|ies)|blog|entry|essay/i,
    model: {
      name: "Post",
      plural: "Posts",
      description: "An entry of the blog.",
      fields: [
        field("title", "text", must),
        field("summary", "longText"),
        field("body", "richText"),
        field("cover image", "image"),
        field("status", "enum", { values: ["Draft", "Published", "Archived"], default: "Draft" }),
        field("published on", "date", { default: "today" }),
      ],
    },
  },
  {
    asked: /\bportfolio\b/,
    known: /work|project|photo|design|case|art|piece|gallery|album|experience|stock|holding|asset|investment/i,
    model: {
      name: "Work",
      plural: "Works",
      description: "Something to show.",
      fields: [
        field("title", "text", must),
        field("description", "longText"),
        field("image", "image"),
        field("category", "text"),
        field("year", "integer", { min: 1900, max: 2100 }),
      ],
    },
  },
  {
    asked: /\bdirectory\b/,
    // Whatever else is named is what it lists.
    known:
      /^(?!(?:category|tag|review|rating|comment|city|region|record|(?:contact )?message|bookmark|favou?rite|collection|inquiry|submission|location|user|event|article|post|page|offer|promotion|job|service)$)/i,
    model: {
      name: "Listing",
      plural: "Listings",
      description: "A place or business to find.",
      fields: [
        field("name", "text", must),
        field("description", "longText"),
        field("address", "text"),
        field("phone", "phone"),
        field("website", "url"),
        field("image", "image"),
        field("opening hours", "text"),
      ],
    },
  },
  {
    asked: /\bauctions?\b/,
    known: /item|lot|auction|listing|product|opportunit/i,
    instead: /^property$/i,
    model: {
      name: "Auction Item",
      plural: "Auction Items",
      description: "Something that goes to the highest bid.",
      fields: [
        field("title", "text", must),
        field("description", "longText"),
        field("image", "image"),
        field("starting price", "money", { ...must, min: 0 }),
        field("ends at", "dateTime"),
        field("status", "enum", { values: ["Open", "Sold", "Withdrawn"], default: "Open" }),
      ],
    },
  },
  {
    asked: /\b(bids?|bidding|bidders?)\b/,
    known: /\bbid/i,
    of: /item|lot|auction|listing|product|opportunit|project|job/i,
    model: {
      name: "Bid",
      plural: "Bids",
      description: "What someone offers.",
      fields: [
        field("bidder name", "text", must),
        field("email", "email"),
        field("amount", "money", { ...must, min: 0 }),
        field("placed on", "date", { default: "today" }),
      ],
    },
  },
  {
    asked: /\b(surveys?|questionnaires?|feedback forms?)\b/,
    known: /response|answer|submission|feedback$/i,
    of: /survey|questionnaire|form|question/i,
    model: {
      name: "Response",
      plural: "Responses",
      description: "What someone answered.",
      fields: [
        field("respondent name", "text"),
        field("answer", "longText", must),
        field("rating", "integer", { min: 1, max: 5 }),
        field("answered on", "date", { default: "today" }),
      ],
    },
  },
  {
    asked: /\b(analytics|monitor(ing|s)?|metrics|sensors?|traffic|telemetry)\b/,
    known: /^(?!record$)/i,
    instead: /^record$/i,
    model: {
      name: "Measurement",
      plural: "Measurements",
      description: "A value at a time.",
      fields: [
        field("metric", "text", must),
        field("value", "decimal", must),
        field("source", "text"),
        field("measured at", "dateTime", must),
        field("notes", "longText"),
      ],
    },
  },
];

const mostModels = 30;

export function completeKinds(text: string, parts: Parts): Parts {
  let { models, relationships, badges } = parts;
  for (const { asked, known, model, of, instead } of kinds) {
    if (!asked.test(text) || models.length >= mostModels) continue;
    const dropped = models.filter(
      ({ name }) => instead?.test(name) === true && !(known.test(name) && instead === undefined),
    );
    const others = models.filter((each) => !dropped.includes(each));
    if (others.some(({ name }) => known.test(name) || name === model.name)) continue;
    const gone = new Set(dropped.map(({ name }) => name));
    const owner = of && others.find(({ name }) => of.test(name));
    models = [...others, { ...model, fields: [...model.fields] }];
    relationships = [
      ...relationships.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
      ...(owner
        ? [
            {
              from: owner.name,
              to: model.name,
              kind: "one-to-many" as const,
              name: owner.name.toLowerCase(),
              required: true,
            },
          ]
        : []),
    ];
    badges = badges.filter((badge) => !gone.has(badge.model));
  }
  return { models, relationships, badges };
}
