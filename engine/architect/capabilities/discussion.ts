// People who discuss: something is said, others reply, and what was talked about last stands first.
import type { PrdField, PrdModel, PrdRelationship } from "#engine/prd/schema.ts";
import { quote } from "../sanitise.ts";
import { singular } from "../words.ts";
import type { CapabilityContext, Recogniser } from "./capability.ts";
import { findSense, type PlainClause } from "./senses.ts";

const people = [
  "reply",
  "comment",
  "answer",
  "user",
  "member",
  "people",
  "student",
  "reader",
  "customer",
  "visitor",
  "community",
  "topic",
  "post",
  "start",
  "open",
  "join",
  "moderator",
  "category",
  "every",
  "each",
];

const senses = [
  {
    any: [
      "forum",
      "subforum",
      "message board",
      "discussion board",
      "discussion area",
      "discussion page",
      "discussion site",
      "community board",
      "reddit like",
      "like reddit",
      "stack overflow",
      "q&a site",
      "q&a platform",
      "q&a page",
    ],
    without: ["forum theater", "economic forum"],
  },
  {
    any: ["discussion", "discuss"],
    with: people,
    without: ["discussion point", "discussion note", "discussion paper", "panel discussion", "discussion guide"],
  },
  { any: ["thread"], with: people, without: ["sewing", "needle", "fabric", "yarn", "screw", "email thread"] },
  { any: ["ask question", "question people ask"], with: ["answer"], without: ["quiz", "exam", "survey"] },
];

/** What a discussion begins with, the likeliest first. */
const beginnings = [/\b(thread|discussion)$/i, /\bpost$/i, /\bquestion$/i, /\btopic$/i];
const answers = /^([\w-]+ )?(reply|answer|response|comment)$/i;
/** What discussions are sorted by. */
const topics = /^([\w-]+ )?(category|topic|board|subforum|section|channel)$/i;
const notBegun = /^(blog|job|news) post$/i;

const flagOf = (name: string): PrdField => ({ name, type: "boolean", required: false, unique: false, default: false });
const text = (name: string, type: PrdField["type"], required: boolean): PrdField => ({
  name,
  type,
  required,
  unique: false,
});

const threadModel: PrdModel = {
  name: "Discussion",
  plural: "Discussions",
  description: "Something people talk about.",
  fields: [
    text("title", "text", true),
    text("body", "richText", false),
    text("author name", "text", false),
    text("posted at", "dateTime", false),
  ],
};
const replyModel = (thread: string): PrdModel => ({
  name: "Reply",
  plural: "Replies",
  description: `An answer in a ${thread.toLowerCase()}.`,
  fields: [text("author name", "text", false), text("body", "longText", true), text("posted at", "dateTime", false)],
});

const belongs = ({ relationships }: CapabilityContext, from: PrdModel, to: PrdModel): boolean =>
  relationships.some((each) => each.from === from.name && each.to === to.name && each.kind !== "many-to-many") ||
  to.fields.some(({ type, target }) => type === "reference" && target === from.name);

/** What begins a discussion: what is answered already, else what is called like one. */
function findThreads(context: CapabilityContext, replies: PrdModel | undefined): PrdModel | undefined {
  const likely = beginnings.flatMap((pattern) =>
    context.models.filter(({ name }) => pattern.test(name) && !notBegun.test(name)),
  );
  return likely.find((model) => replies !== undefined && belongs(context, model, replies)) ?? likely[0];
}

/** "a discussion for every lesson": what is talked about, when the plan does not connect it yet. */
function findSubject({ text: clause }: PlainClause, { models }: CapabilityContext): PrdModel | undefined {
  const [, words = ""] =
    / (?:discussion|forum|thread) (?:for|of|on|about|per|under|below) (?:every |each |the |a |an )?(.+)/.exec(clause) ??
    [];
  const nameOf = ({ name }: PrdModel): string => name.toLowerCase().split(" ").map(singular).join(" ");
  return models.find((model) => ` ${words}`.startsWith(` ${nameOf(model)} `));
}

export const recogniseDiscussion: Recogniser = (context) => {
  const { clauses, models } = context;
  const clause = findSense(clauses, senses);
  if (clause === null || models.length > 36) return [];
  const knownReplies = models.find(({ name }) => answers.test(name));
  const knownThreads = findThreads(context, knownReplies);
  // Questions of a quiz or a survey are answered in another way.
  if (knownThreads && /question$/i.test(knownThreads.name) && models.some(({ name }) => /quiz|exam|survey/i.test(name)))
    return [];
  const threads = knownThreads ?? threadModel;
  const replies = knownReplies ?? replyModel(threads.name);
  const lower = threads.name.toLowerCase();
  const subject = findSubject(clause, context);
  const topic = models.find(({ name }) => topics.test(name) && name !== threads.name);
  const isAbout = subject !== undefined && subject !== threads && subject !== replies;
  const links: PrdRelationship[] = [
    ...(belongs(context, threads, replies)
      ? []
      : [{ from: threads.name, to: replies.name, kind: "one-to-many" as const, name: lower, required: true }]),
    ...(isAbout && !belongs(context, subject, threads)
      ? [{ from: subject.name, to: threads.name, kind: "one-to-many" as const, name: subject.name.toLowerCase() }]
      : []),
  ];
  const hasTopic =
    topic === undefined || models.some((other) => topics.test(other.name) && belongs(context, other, threads));
  if (!hasTopic && !isAbout)
    links.push({ from: topic.name, to: threads.name, kind: "one-to-many", name: topic.name.toLowerCase() });
  const has = (pattern: RegExp): boolean => threads.fields.some(({ name }) => pattern.test(name));
  const isClosedByState = threads.fields.some(({ values }) =>
    values?.some((value) => /^(closed|locked)$/i.test(value)),
  );
  const flags = [
    ...(has(/\b(pinned|sticky)\b/i) ? [] : [flagOf("pinned")]),
    ...(has(/\b(closed|locked)\b/i) || isClosedByState ? [] : [flagOf("closed")]),
  ];
  return [
    {
      capability: {
        kind: "discussion",
        threads: threads.name,
        replies: replies.name,
        ...(clause.first && !isAbout && { home: true }),
      },
      decision: {
        question: "How do people discuss?",
        choice: `On a page of discussions, the latest activity first, with the number of replies; each ${lower} has a page where people reply. Those who may change every ${lower} pin and close them`,
        reason: `the prompt speaks of it: ${quote(clause.original, 100)}`,
      },
      pages: [
        {
          path: "/discussions",
          title: "Discussions",
          purpose: "What people talk about, the latest activity first.",
          components: ["Search", "Topics", "List", "Form"],
        },
        {
          path: "/discussions/:id",
          title: "Discussion",
          purpose: "Read what was said, and reply.",
          components: ["Posts", "Form"],
        },
      ],
      endpoints: [
        {
          method: "GET",
          path: "/api/discussions",
          purpose: "Discussions with their replies counted, the latest first.",
        },
        { method: "GET", path: "/api/discussions/:id", purpose: "A discussion and its replies." },
      ],
      task: "Discussions: list by activity, replies, closing, tests",
      answers: [
        "forum",
        "discussion",
        "thread",
        "reply",
        "topic",
        "board",
        "moderation",
        "pin",
        "lock",
        "activity",
        "answer",
      ],
      models: [
        ...(knownThreads ? [] : [{ ...threadModel, fields: [...threadModel.fields, ...flags] }]),
        ...(knownReplies ? [] : [replies]),
      ],
      fields: knownThreads ? flags.map((field) => ({ model: threads.name, field })) : [],
      relationships: links,
    },
  ];
};
