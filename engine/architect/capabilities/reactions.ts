// What visitors do with records: like or vote, rate with stars, keep as favourites, comment.
import type { PrdModel, ReactionId } from "#engine/prd/schema.ts";
import { isPersonNoun } from "../person-nouns.ts";
import { quote } from "../sanitise.ts";
import { joinEnglish, singular } from "../words.ts";
import type { CapabilityContext, Recogniser } from "./capability.ts";
import { findSense, type PlainClause, type Sense } from "./senses.ts";

interface Reaction {
  readonly id: ReactionId;
  readonly senses: readonly Sense[];
  /** A model that keeps it already. */
  readonly kept: RegExp;
}

/** "Review the campsites they have visited": stars and a few words, of what people have been to, bought, read or seen. */
const reviewed: Sense = {
  any: ["review", "reviewing"],
  with: [
    "visited",
    "bought",
    "purchased",
    "stayed",
    "attraction",
    "campsite",
    "destination",
    "hotel",
    "restaurant",
    "cafe",
    "tour",
    "museum",
    "park",
    "wine",
    "movie",
    "book",
    "recipe",
    "product",
  ],
  without: ["code", "peer", "performance", "application", "request", "submission", "document", "approve", "approval"],
};

const reactions: readonly Reaction[] = [
  {
    id: "likes",
    senses: [
      { any: ["upvote", "downvote", "voting", "like button", "thumb up", "vote up", "vote on content"] },
      {
        any: ["like", "liked", "vote"],
        with: [
          "user",
          "people",
          "visitor",
          "reader",
          "post",
          "photo",
          "comment",
          "share",
          "member",
          "idea",
          "button",
          "count",
          "everyone",
          "content",
          "meme",
          "picture",
          "friend",
          "kid",
          "customer",
          "employee",
          "family",
          "suggestion",
          "upload",
          "story",
        ],
        without: [
          "would like",
          "i like",
          "look like",
          "feel like",
          "thing like",
          "feature like",
          "like a",
          "like the",
          "such",
        ],
      },
    ],
    kept: /^(vote|like|upvote)$/i,
  },
  {
    id: "ratings",
    senses: [
      {
        any: ["rate and review", "review and rate", "leave review", "write review", "post review", "user review"],
      },
      reviewed,
      {
        any: ["star rating", "rate", "five star", "5 star"],
        with: [
          "restaurant",
          "hotel",
          "cafe",
          "course",
          "doctor",
          "teacher",
          "song",
          "album",
          "game",
          "wine",
          "beer",
          "dish",
          "shop",
          "star",
          "user",
          "people",
          "visitor",
          "recipe",
          "movie",
          "book",
          "product",
          "member",
          "reader",
          "customer",
          "guest",
          "place",
        ],
        without: [
          "exchange rate",
          "interest rate",
          "rate per",
          "hourly rate",
          "tax rate",
          "currency",
          "heart rate",
          "conversion rate",
          "occupancy rate",
          "day rate",
          "daily rate",
        ],
      },
      { any: ["rating"], with: ["user", "star", "average", "leave", "give", "comment", "review"] },
    ],
    kept: /^(rating|review|product review)$/i,
  },
  {
    id: "favourites",
    senses: [
      {
        any: [
          "favorite",
          "favourite",
          "wishlist",
          "wish list",
          "bookmark",
          "save for later",
          "collect favorite",
          "collection of favorite",
        ],
        without: ["my favorite", "my favourite", "bookmark manager"],
      },
      {
        any: ["collect", "collecting"],
        with: ["article", "recipe", "post", "story", "work", "idea", "quote", "wallpaper", "design"],
        without: ["collect data", "collect payment", "collect rent", "collect feedback", "collect response", "form"],
      },
    ],
    kept: /^(favou?rite|wish ?list|wish ?list item|bookmark|saved item)$/i,
  },
  {
    id: "comments",
    senses: [
      {
        any: ["comment", "commenting", "discuss"],
        with: [
          "user",
          "people",
          "visitor",
          "reader",
          "leave",
          "post",
          "write",
          "allow",
          "let",
          "can",
          "guest",
          "like",
          "rating",
          "member",
        ],
      },
    ],
    kept: /comment|reply|discussion|message|thread/i,
  },
  { id: "comments", senses: [reviewed], kept: /comment|reply|discussion|message|thread|review|rating/i },
];

const social: readonly Reaction[] = [
  {
    id: "follows",
    senses: [
      {
        any: ["follow", "follower", "following", "followed"],
        without: [
          "follow up",
          "as follow",
          "following feature",
          "following field",
          "following function",
          "the following",
          "follow the",
          "follow instruction",
        ],
      },
    ],
    kept: /^(follow|follower|subscription)$/i,
  },
  {
    id: "shares",
    senses: [
      {
        any: ["share", "sharing"],
        with: [
          "post",
          "article",
          "recipe",
          "photo",
          "picture",
          "story",
          "video",
          "link",
          "social",
          "friend",
          "platform",
          "page",
          "promotion",
          "deal",
          "result",
          "other",
        ],
        without: ["share of", "market share", "share price", "ride sharing", "car sharing", "file sharing"],
      },
    ],
    kept: /^share$/i,
  },
];

/** Records about people, money and stock are not what visitors react to. */
const unlikely =
  /user|customer|client|travell?er|visitor|order|item|line|payment|invoice|tag|categor|comment|review|rating|vote|like|favou?rite|wish|bookmark|author|employee|staff|setting|message|booking|appointment|reservation|score|player|reply|member|friend|follower|contact|collection|profile|notification|session|reading/i;
/** What people look at before anything else. */
const shown =
  /post|photo|picture|image|article|video|idea|meme|story|recipe|product|place|listing|work|design|song|question/i;

const follows = /user|profile|person|people|artist|author|member|topic|company|organi[sz]er|seller|creator/i;

const isPerson = ({ name }: PrdModel): boolean => isPersonNoun(name.toLowerCase().split(" ").at(-1) ?? "");

/** What the clause names, else what the app is about first. */
function findTarget({ models }: CapabilityContext, clause: PlainClause, reaction: Reaction): PrdModel | undefined {
  // People are followed, not rated.
  const followed = reaction.id === "follows" ? models.filter((model) => follows.test(model.name)) : [];
  const likely = [...followed, ...models.filter((model) => !unlikely.test(model.name) && !followed.includes(model))];
  // What is done is commented on, rather than who did it.
  if (reaction.id === "comments") likely.sort((a, b) => Number(isPerson(a)) - Number(isPerson(b)));
  const words = (model: PrdModel): string => model.name.toLowerCase().split(" ").map(singular).join(" ");
  const named = likely.filter((model) => clause.text.includes(` ${words(model)} `));
  return (
    named.find((model) => shown.test(model.name)) ??
    named[0] ??
    followed[0] ??
    likely.find((model) => shown.test(model.name)) ??
    likely[0]
  );
}

export const recogniseReactions: Recogniser = (context) => {
  const found = new Map<string, { model: PrdModel; kinds: ReactionId[]; clause: PlainClause }>();
  for (const reaction of [...reactions, ...social]) {
    const clause = findSense(context.clauses, reaction.senses);
    if (clause === null || context.models.some((model) => reaction.kept.test(model.name))) continue;
    const model = findTarget(context, clause, reaction);
    if (model === undefined) continue;
    const known = found.get(model.name);
    if (known?.kinds.includes(reaction.id)) continue;
    if (known) known.kinds.push(reaction.id);
    else found.set(model.name, { model, kinds: [reaction.id], clause });
  }
  const keepsFavourites = [...found.values()].some(({ kinds }) => kinds.includes("favourites"));
  // What a visitor collects is the list of favourites.
  const superfluous = context.models.filter(
    ({ name }) => keepsFavourites && /^(favou?rites? )?collection$/i.test(name),
  );
  return [...found.values()].map(({ model, kinds, clause }, at) => {
    const path = `/api/reactions/${(model.plural ?? `${model.name}s`).toLowerCase().replaceAll(" ", "-")}/:id`;
    return {
      capability: { kind: "reactions", model: model.name, reactions: kinds },
      decision: {
        question: `How do visitors react to a ${model.name.toLowerCase()}?`,
        choice: `With ${joinEnglish(kinds)}, counted once for each browser since there is no sign-in`,
        reason: `the prompt asks for it: ${quote(clause.original, 100)}`,
      },
      pages: [
        ...(kinds.includes("favourites")
          ? [{ path: "/favourites", title: "Favourites", purpose: "What this visitor marked.", components: ["List"] }]
          : []),
        ...(kinds.includes("follows")
          ? [{ path: "/following", title: "Following", purpose: "What this visitor follows.", components: ["List"] }]
          : []),
      ],
      endpoints: [
        { method: "GET", path, purpose: `Reactions to a ${model.name.toLowerCase()}.` },
        { method: "PUT", path: `${path}/:kind`, purpose: "Like, rate or mark it; 0 takes it back." },
        ...(kinds.includes("comments")
          ? [{ method: "POST", path: `${path}/comments`, purpose: "Comment on it." }]
          : []),
      ],
      task: `${model.name}: ${joinEnglish(kinds)} of visitors, tests`,
      answers: [
        "like",
        "vote",
        "favorite",
        "favourite",
        "bookmark",
        "comment",
        "rate",
        "rating",
        "follow",
        "share",
        "sharing",
        "collect",
      ],
      ...(at === 0 && { replaces: new Map(superfluous.map(({ name }) => [name, null])) }),
    };
  });
};
