// Discussions and their replies, the latest activity first. Both are records, so that permissions, trail and trash hold for
// them; closed ones take no replies.
import type { ResolvedApp, ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { words } from "../../shared/naming.ts";
import { literal } from "../../shared/source-text.ts";
import { siteOf } from "../looks/emit-look.ts";
import { type Contribution, freeSlug, type Refusal } from "./capability.ts";
import { modelNamed, referenceTo, textField } from "./fields.ts";

const refuse = (why: string): Refusal => ({ note: `Discussions: left out, since ${why}.` });

const authors = /^(author|writer|poster|username|nickname|by)$/i;
const moments = /^(posted|written|asked|answered|published|submitted|replied|commented|sent)$/i;
const longest = 6;

const isNamed = (field: ResolvedField, pattern: RegExp): boolean => words(field.key).some((word) => pattern.test(word));

/** What is not said is not so. */
const flag = (model: ResolvedModel, pattern: RegExp): string | undefined =>
  model.fields.find((field) => field.type === "boolean" && field.default === false && isNamed(field, pattern))?.key;

/** What is written: the longest kind of text there is. */
const bodyOf = (model: ResolvedModel): ResolvedField | undefined =>
  (["richText", "longText"] as const)
    .flatMap((type) => model.fields.filter((field) => field.type === type && !field.unique))
    .at(0);

interface PostParts {
  model: string;
  body?: string;
  author?: string;
  at?: string;
  anonymous?: string;
  stamped: string[];
}

function partsOf(model: ResolvedModel): PostParts {
  const [body, named] = [bodyOf(model), textField(model, authors)];
  const author = named?.unique === false ? named : undefined;
  const stamped = model.fields.filter(
    (field) =>
      (field.type === "date" || field.type === "dateTime") &&
      !field.unique &&
      field.min === undefined &&
      (isNamed(field, moments) || (field.required && field.default === undefined)),
  );
  const anonymous = flag(model, /^anonymous(ly)?$/i);
  const at = stamped.find(({ type }) => type === "dateTime");
  return {
    model: model.key,
    ...(body && { body: body.key }),
    ...(author && { author: author.key }),
    ...(at && { at: at.key }),
    ...(anonymous !== undefined && { anonymous }),
    stamped: stamped.map(({ key }) => key),
  };
}

const isOpen = (field: ResolvedField): boolean => field.required && field.default === undefined;

/** What else a reply would have to say, which its short form does not ask for. */
const missing = (replies: ResolvedModel, parts: PostParts, thread: ResolvedField): ResolvedField | undefined =>
  replies.fields.find(
    (field) =>
      isOpen(field) &&
      field !== thread &&
      field.type !== "boolean" &&
      ![parts.body, parts.author, ...parts.stamped].includes(field.key),
  );

/** A title, where it belongs, and what is said; and what the model insists on. */
function askedFor(threads: ResolvedModel, parts: PostParts, topic: ResolvedField | undefined): string[] {
  const wanted = threads.fields.filter(
    ({ key, type }) =>
      (threads.titleFields.includes(key) && type !== "reference") || key === topic?.key || key === parts.body,
  );
  const needed = threads.fields.filter(
    (field) => isOpen(field) && field.type !== "boolean" && ![parts.author, ...parts.stamped].includes(field.key),
  );
  const others = wanted.filter((field) => !needed.includes(field)).slice(0, Math.max(0, longest - needed.length));
  return threads.fields.filter((field) => needed.includes(field) || others.includes(field)).map(({ key }) => key);
}

export function contributeDiscussion(
  app: ResolvedApp,
  { threads: threadsName, replies: repliesName, home }: Extract<PrdCapability, { kind: "discussion" }>,
): Contribution | Refusal {
  const [threads, replies] = [modelNamed(app, threadsName), modelNamed(app, repliesName)];
  if (!threads || !replies || threads === replies) return refuse("discussions and replies have to be two models");
  const thread = referenceTo(replies, threads);
  if (!thread) return refuse(`${replies.label} does not belong to ${threads.label}`);
  if (thread.unique) return refuse(`${threads.label} has one ${replies.label} alone`);
  const [own, answer] = [partsOf(threads), partsOf(replies)];
  if (answer.body === undefined) return refuse(`${replies.label} has no text`);
  const lacking = missing(replies, answer, thread);
  if (lacking) return refuse(`each ${replies.label} needs a ${lacking.label} too`);
  const topic = threads.fields.find(
    (field) =>
      field.reference && field.reference.model !== threads.key && !/member|user|author|person/i.test(field.key),
  );
  const slug = freeSlug(app, "discussions");
  const settings = {
    slug,
    title: "Discussions",
    threads: {
      ...own,
      asked: askedFor(threads, own, topic),
      topic: topic?.key,
      pinned: flag(threads, /^(pinned|sticky)$/i),
      closed: flag(threads, /^(closed|locked)$/i),
    },
    replies: { ...answer, thread: thread.key },
    hasAccounts: app.access !== undefined,
    isModerated: app.access !== undefined || siteOf(app) === undefined,
  };
  return {
    folders: ["discussion"],
    panels: [{ id: "discussion", models: [threads.key], module: "discussions/panel.tsx" }],
    pages: [
      {
        path: slug,
        title: settings.title,
        icon: "message",
        module: "discussions/list.tsx",
        ...(home === true && { isHome: true }),
      },
      {
        path: `${slug}/:id`,
        title: "Discussion",
        icon: "message",
        module: "discussions/conversation.tsx",
        isHidden: true,
      },
    ],
    routes: [
      {
        path: `/${slug}`,
        module: "discussions.ts",
        name: "discussions",
        summaries: {
          "GET /": "Read the discussions, the latest activity first",
          "GET /:id": "Read a discussion and its latest replies",
        },
      },
    ],
    rules: [
      { model: threads.key, module: "discussion-rules.ts", name: "keepModeration" },
      { model: replies.key, module: "discussion-rules.ts", name: "refuseClosed" },
    ],
    files: new Map([
      [
        "src/shared/discussions/settings.ts",
        `// Which models and fields play which part in the discussions.\nimport type { DiscussionSettings } from "./discussions.ts";\n\nexport const discussionSettings: DiscussionSettings = ${literal(settings, "", 56)};\n`,
      ],
    ]),
  };
}
