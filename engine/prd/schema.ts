// The PRD: what the architect (a model or the built-in rules) hands to the scaffold and the coder.
// Shape and names are those of the contract (`plan.proposed`); fields marked "extension" are ours and optional,
// so that a PRD holding only the contract's fields is valid. Pure; imports nothing of ours.
import { z } from "zod";

export const fieldTypes = [
  "text",
  "longText",
  "richText",
  "integer",
  "decimal",
  "money",
  "boolean",
  "date",
  "dateTime",
  "email",
  "url",
  "phone",
  "color",
  "enum",
  "image",
  "file",
  "json",
  "reference",
] as const;
export type FieldType = (typeof fieldTypes)[number];

export const relationshipKinds = ["one-to-one", "one-to-many", "many-to-many"] as const;
export type RelationshipKind = (typeof relationshipKinds)[number];

const name = z.string().trim().min(1).max(60);
const prose = z.string().max(2_000);
/** Of a task, characters. */
export const longestTitle = 200;
const proseList = z.array(prose).max(100);

/** Extension: earlier names, oldest first. What is stored under them continues under the present name. */
const formerly = z.array(name).max(20).optional();

export const prdFieldSchema = z.object({
  /** Any words the author chose ("due date", "dueDate"); the scaffold derives identifiers and columns from it. */
  name,
  type: z.enum(fieldTypes),
  required: z.boolean(),
  unique: z.boolean(),
  default: z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()]).optional(),
  /** The choices of an `enum`, in display order. */
  values: z.array(z.string().trim().min(1).max(60)).max(50).optional(),
  /** Extension: the model a `reference` points to. Without it the field's name is matched against the models. */
  target: name.optional(),
  /** Extension: what people read instead of the name. */
  label: z.string().max(80).optional(),
  /** Extension: help shown beside the input. */
  description: z.string().max(300).optional(),
  /** Extension: inclusive bounds of a number. */
  min: z.number().optional(),
  max: z.number().optional(),
  formerly,
});
export type PrdField = z.infer<typeof prdFieldSchema>;

/** The ways a list of records can be looked at. */
export const listViewIds = ["table", "cards", "board", "calendar", "gallery"] as const;
export type ListViewId = (typeof listViewIds)[number];

export const directions = ["ascending", "descending"] as const;

export const prdOrderSchema = z.object({
  field: name.describe("A field of the model, or createdAt, or updatedAt"),
  direction: z.enum(directions).describe("Choices of an enum ascend as its values stand"),
});
export type PrdOrder = z.infer<typeof prdOrderSchema>;

export const prdModelSchema = z.object({
  /** Singular: "Product", "Stock Movement". */
  name,
  fields: z.array(prdFieldSchema).max(60),
  /** Extension. */
  plural: name.optional(),
  /** Extension. */
  description: z.string().max(500).optional(),
  /** Extension: how its list is looked at first; a table without it, or where the fields do not allow it. */
  view: z.enum(listViewIds).describe("How its list is looked at first, when the request says").optional(),
  /** Extension: newest first without it, or where the field cannot be ordered by. */
  order: prdOrderSchema.describe("How its list is ordered until someone chooses, when the request says").optional(),
  /** Extension: records to begin with, by the names of fields; what does not fit a field is left out. */
  examples: z
    .array(z.record(z.string().max(60), z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()])))
    .max(50)
    .describe(
      'Records to begin with, by field name. Dates: "today+7", "today-2 19:30", or ISO 8601. References: the number of the other model\'s example, from 1, or its name',
    )
    .optional(),
  formerly,
});
export type PrdModel = z.infer<typeof prdModelSchema>;

/** `one-to-many`: one `from` has many `to` (the key is stored on `to`). `one-to-one`: the key is stored on `to`, unique. */
export const prdRelationshipSchema = z.object({
  from: name,
  to: name,
  kind: z.enum(relationshipKinds).describe("one-to-many: one `from` has many `to`"),
  /** Read from `to`'s side for the key: "customer", "parent", "assignee". */
  name: name.describe('What `to` calls its `from`, as the field is named there: "customer", "parent", "assignee"'),
  /** Extension: whether `to` must have a `from`. */
  required: z.boolean().describe("Whether each `to` must have a `from`").optional(),
  formerly,
});
export type PrdRelationship = z.infer<typeof prdRelationshipSchema>;

export const prdPageSchema = z.object({
  path: z.string().min(1).max(200),
  title: z.string().min(1).max(120),
  purpose: prose,
  components: z.array(z.string().max(120)).max(50),
});

export type PrdPage = z.infer<typeof prdPageSchema>;

/** How the app is laid out: three shells for tools, three public sites with the tool below /manage. */
export const presetIds = ["sidebar", "topbar", "dashboard", "marketing", "editorial", "storefront"] as const;
export type PresetId = (typeof presetIds)[number];

export const prdThemeSchema = z.object({
  /** `#rrggbb`. */
  primary: z.string().regex(/^#[0-9a-f]{6}$/i),
  /** `#rrggbb`; page background in the light scheme, when the prompt names one. */
  background: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
  scheme: z.enum(["light", "dark", "system"]),
  /** Extension; "sidebar" without it. */
  preset: z.enum(presetIds).optional(),
});

/** Extension: what a public site holds besides its records. `contact` names the model that keeps the messages. */
export const prdSiteSchema = z.object({
  contact: name.optional(),
  /** The models that visitors see, the most important first; without it, those that look public. */
  shows: z.array(name).min(1).max(4).describe("The models that visitors see, the most important first").optional(),
  /** What the page about those behind the site is called; "About" without it. */
  about: name.optional(),
  faq: z.boolean().optional(),
  /** What visitors read; without it, words that fit the kind of site. */
  headline: z.string().trim().min(1).max(120).describe("The large words of the home page").optional(),
  lead: z.string().trim().min(1).max(400).describe("One or two sentences below the headline").optional(),
  features: z
    .array(z.object({ title: z.string().trim().min(1).max(60), text: z.string().trim().min(1).max(240) }))
    .max(6)
    .describe("Why people come; three are usual")
    .optional(),
  story: z
    .array(z.string().trim().min(1).max(1_000))
    .max(6)
    .describe("Paragraphs of the page about the site")
    .optional(),
  questions: z
    .array(z.object({ question: z.string().trim().min(1).max(200), answer: z.string().trim().min(1).max(800) }))
    .max(12)
    .describe("The FAQ")
    .optional(),
  email: z.string().trim().max(200).optional(),
  phone: z.string().trim().max(60).optional(),
});

/** A badge shown on a record when a comparison of its fields holds ("low stock": quantity <= reorder level). */
export const prdBadgeSchema = z.object({
  model: name,
  label: z.string().min(1).max(40),
  tone: z.enum(["info", "success", "warning", "danger"]),
  field: name,
  operator: z.enum(["<", "<=", "=", ">=", ">", "before-today", "after-today"]),
  /** The other side: a constant, or the name of another field of the model. */
  value: z.union([z.number(), z.string(), z.boolean()]).optional(),
  otherField: name.optional(),
  /** Extension: not shown while this field has one of these values, or any value when none are given ("paid", "returned on"). */
  unless: z
    .object({
      field: name,
      values: z
        .array(z.union([z.string().max(60), z.boolean()]))
        .min(1)
        .max(30)
        .optional(),
    })
    .optional(),
});

/** What an app can do beyond keeping records. Models are named as in `models`; what does not fit them is left out. */
export const toolIds = [
  "unit-converter",
  "loan",
  "bmi",
  "tip",
  "percentage",
  "currency",
  "countdown",
  "timer",
  "stopwatch",
  "pomodoro",
] as const;
export type ToolId = (typeof toolIds)[number];
export const gameIds = ["2048", "tic-tac-toe", "memory", "snake"] as const;
export type GameId = (typeof gameIds)[number];
export const reactionIds = ["likes", "ratings", "favourites", "comments", "follows", "shares"] as const;
export type ReactionId = (typeof reactionIds)[number];

export const signupIds = ["enrol", "apply", "join", "register", "request", "bid", "respond"] as const;
export type SignupId = (typeof signupIds)[number];

export const lookupIds = ["track", "verify", "check"] as const;
export type LookupId = (typeof lookupIds)[number];

/** `home`: the page that visitors see first, instead of the dashboard. */
export const prdCapabilitySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("tool"), tool: z.enum(toolIds), home: z.boolean().optional() }),
  z.object({ kind: z.literal("game"), game: z.enum(gameIds), home: z.boolean().optional() }),
  z.object({ kind: z.literal("quiz"), questions: name, home: z.boolean().optional() }),
  z.object({ kind: z.literal("shop"), products: name, orders: name, lines: name, home: z.boolean().optional() }),
  z.object({
    kind: z.literal("booking"),
    bookings: name,
    /** When times of a day are offered, in minutes after midnight. */
    opens: z.number().int().min(0).max(1_425).optional(),
    closes: z.number().int().min(15).max(1_440).optional(),
  }),
  z.object({
    kind: z.literal("reactions"),
    model: name,
    reactions: z.array(z.enum(reactionIds)).min(1).max(reactionIds.length),
  }),
  z.object({ kind: z.literal("report") }),
  z.object({ kind: z.literal("live") }),
  z.object({ kind: z.literal("signup"), target: name, entries: name, act: z.enum(signupIds) }),
  z.object({ kind: z.literal("poll"), polls: name, options: name, home: z.boolean().optional() }),
  z.object({ kind: z.literal("discussion"), threads: name, replies: name, home: z.boolean().optional() }),
  z.object({ kind: z.literal("charts"), compare: z.boolean().optional() }),
  z.object({
    kind: z.literal("lookup"),
    model: name,
    acts: z.array(z.enum(lookupIds)).min(1).max(lookupIds.length),
  }),
  z.object({ kind: z.literal("study"), cards: name, home: z.boolean().optional() }),
  z.object({ kind: z.literal("draw"), from: name, results: name.optional(), home: z.boolean().optional() }),
  z.object({ kind: z.literal("match"), model: name }),
  z.object({ kind: z.literal("ranking"), model: name }),
  z.object({
    kind: z.literal("estimate"),
    result: name,
    inputs: z.array(name).min(1).max(8),
    home: z.boolean().optional(),
  }),
  z.object({ kind: z.literal("chat"), assistant: z.boolean().optional(), home: z.boolean().optional() }),
]);
export type PrdCapability = z.infer<typeof prdCapabilitySchema>;

export const accessActions = ["create", "read", "update", "delete"] as const;
export type AccessAction = (typeof accessActions)[number];

/** Extension: accounts. Roles are those of `roles`; one of them administrates and may everything, named or not. */
export const prdAccessSchema = z.object({
  /** Whether anybody may make an account, or only who was invited. The very first account is made by anybody. */
  signUp: z.enum(["open", "invited"]),
  /** The role of who signs up by themselves; without it the last role that does not administrate. */
  defaultRole: name.optional(),
  /** What people without an account may read: everything, or these models. */
  publicRead: z.union([z.boolean(), z.array(name).max(40)]).optional(),
  /** Rules add up; what no rule allows is forbidden. */
  rules: z
    .array(
      z.object({
        role: name,
        /** "*" is every model. */
        model: name,
        actions: z.array(z.enum(accessActions)).min(1).max(4),
        /** Only the records that belong to the person; they belong to who made them until they are handed over. */
        own: z.boolean().optional(),
      }),
    )
    .max(200),
});
export type PrdAccess = z.infer<typeof prdAccessSchema>;

export const licenses = ["MIT", "ISC"] as const;
export type PrdLicense = (typeof licenses)[number];

export const prdSchema = z.object({
  name: z.string().trim().min(1).max(80),
  summary: prose,
  audience: prose,
  pages: z.array(prdPageSchema).max(100),
  models: z.array(prdModelSchema).min(1).max(40),
  relationships: z.array(prdRelationshipSchema).max(200),
  endpoints: z.array(z.object({ method: z.string().max(10), path: z.string().max(200), purpose: prose })).max(400),
  roles: z.array(z.object({ name, description: prose })).max(20),
  integrations: z.array(z.object({ name: z.string().max(80), purpose: prose })).max(30),
  theme: prdThemeSchema,
  assumptions: proseList,
  outOfScope: proseList,
  risks: proseList,
  openQuestions: proseList,
  tasks: z
    .array(
      z.object({
        id: z.string().max(40),
        /** One sentence: what the user can do then, and where. */
        title: z.string().max(longestTitle),
        /** Extension: the exact rules, wordings, cases and fields, for whoever writes it. */
        details: prose.describe("The exact rules, wordings, cases, models and fields").optional(),
        dependsOn: z.array(z.string().max(40)).max(40),
      }),
    )
    .max(100),
  /** Extension. */
  badges: z.array(prdBadgeSchema).max(40).optional(),
  /** Extension. */
  capabilities: z.array(prdCapabilitySchema).max(30).optional(),
  /** Extension. */
  site: prdSiteSchema.optional(),
  /** Extension; without it the app has no accounts and everybody may do everything. */
  access: prdAccessSchema.optional(),
  /** Extension: ISO 4217, of every amount of money; without it, what the summary and the assumptions say, else USD. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .describe('ISO 4217, such as "EUR"')
    .optional(),
  /** Extension: what others may do with the code; all rights reserved without it. */
  license: z.enum(licenses).optional(),
});
export type Prd = z.infer<typeof prdSchema>;
export type PrdBadge = z.infer<typeof prdBadgeSchema>;
