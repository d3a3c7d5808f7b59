// The plan's prose: summary, assumptions, scope, risks, tasks.
import type { Prd, PrdBadge, PrdModel, PrdRelationship } from "#engine/prd/schema.ts";
import type { FamilyScores } from "./catalogue-lookup.ts";
import type { Language } from "./language.ts";
import type { Chosen } from "./models.ts";
import type { AccessPlan } from "./plan-access.ts";
import type { AppName } from "./name.ts";
import { type CleanPrompt, quote, readLimit } from "./sanitise.ts";
import type { Clause } from "./read-text.ts";
import type { ThemeReading } from "./read-theme.ts";
import { joinEnglish, kebab } from "./words.ts";
import { inSentence } from "#engine/stacks/shared/naming.ts";

export interface Facts {
  readonly clean: CleanPrompt;
  readonly language: Language;
  readonly hostile: readonly Clause[];
  readonly chosen: Chosen;
  /** The name a reader sees for a catalogue entity. */
  readonly shown: (name: string) => string;
  readonly models: readonly PrdModel[];
  readonly relationships: readonly PrdRelationship[];
  readonly badges: readonly PrdBadge[];
  readonly addedForBadges: readonly { readonly model: string; readonly field: string }[];
  readonly look: ThemeReading;
  readonly app: AppName;
  readonly integrations: Prd["integrations"];
  /** What nothing is built for, in words for the reader. */
  readonly unbuilt: readonly string[];
  readonly scores: FamilyScores;
  /** No entity was recognised; the plan is a start with generic records. */
  readonly guessed: boolean;
  readonly comments: readonly string[];
  readonly accounts: AccessPlan | undefined;
  /** ISO 4217; null when the prompt does not say. */
  readonly currency: string | null;
}

const pluralOf = (model: PrdModel): string => inSentence(model.plural ?? `${model.name}s`);

export function summaryOf(facts: Facts): string {
  const kept = joinEnglish(facts.models.map(pluralOf));
  const marks =
    facts.badges.length > 0
      ? ` It marks ${joinEnglish([...new Set(facts.badges.map((badge) => `"${badge.label.toLowerCase()}" ${pluralName(facts, badge.model)}`))].slice(0, 5))}.`
      : "";
  return `${facts.app.name} keeps ${kept}: each can be listed, searched, added, changed and deleted, and a dashboard gives the overview.${marks}`;
}

function pluralName(facts: Facts, name: string): string {
  const model = facts.models.find((candidate) => candidate.name === name);
  return model === undefined ? name.toLowerCase() : pluralOf(model);
}

export function assumptionsOf(facts: Facts): string[] {
  const { clean, chosen, language, hostile, guessed } = facts;
  const list: string[] = [];
  if (guessed)
    list.push(
      'The prompt names nothing this engine recognises as a thing to keep, so the app starts with general records (title, date, status, notes). Describe what to keep, for example "track books with title, author and rating", and plan again.',
    );
  if (language.id !== "en")
    list.push(
      `The prompt seems to be in ${language.label}. The offline engine reads English best; from other languages it recognises common nouns only, so names are in English and details may be missing.`,
    );
  if (clean.unread > 0)
    list.push(
      `Only the first ${readLimit.toLocaleString("en-US")} characters of the prompt were read for the plan; ${clean.unread.toLocaleString("en-US")} more were not.`,
    );
  if (clean.removed)
    list.push("Markup and invisible characters in the prompt were removed; the rest was read as plain text.");
  if (hostile.length > 0)
    list.push(
      `Text that addresses the engine was not followed and names nothing in the plan: ${hostile
        .slice(0, 3)
        .map((clause) => quote(clause.written, 100))
        .join(", ")}.`,
    );
  if (chosen.implied.length > 0 && !guessed)
    list.push(
      `${joinEnglish(chosen.implied)} ${chosen.implied.length === 1 ? "is" : "are"} not named outright but usual for such an app.`,
    );
  const filled = chosen.entities.filter((entity) => !entity.listed).map((entity) => facts.shown(entity.name));
  if (filled.length > 0 && !guessed)
    list.push(`The prompt does not list all fields of ${joinEnglish(filled)}; usual ones were added.`);
  for (const { model, field } of facts.addedForBadges)
    list.push(`${model} got the field "${field}" because a badge compares it.`);
  if (facts.comments.length > 0) list.push("The comments on the rejected plans were read as corrections.");
  list.push(
    ...(facts.accounts?.assumptions ?? [
      "Everyone who can open the app may read and change everything; roles are described, not enforced.",
    ]),
    `Amounts of money are in ${facts.currency ?? "one currency"}; dates are without a time zone.`,
  );
  return list;
}

export function outOfScopeOf(facts: Facts): string[] {
  // Two kinds may have been called by one word.
  const leftOut = [...new Set(facts.chosen.leftOut)].filter(
    (name) => !facts.models.some((model) => model.name === name),
  );
  return [
    ...facts.unbuilt,
    ...facts.integrations.map(
      (integration) => `${integration.name}: no connection is made; keys and an account of yours would be needed.`,
    ),
    ...(facts.accounts ? [] : ["Accounts, sign-in and permissions inside the generated app."]),
    "Sending email, messages or notifications.",
    ...(leftOut.length > 0
      ? [`Mentioned, but not made a model of its own: ${joinEnglish(leftOut.slice(0, 12))}.`]
      : []),
  ];
}

export function risksOf(facts: Facts): string[] {
  const risks = [
    "The plan was made by rules, not by a model: wording it does not know may have been missed. The open questions quote what was not understood.",
  ];
  if (facts.guessed || facts.language.id !== "en")
    risks.push("The models may not be what was meant; check them before building on them.");
  if (
    facts.models.some((model) =>
      model.fields.some(
        (field) => ["email", "phone"].includes(field.type) || /birth|medical|passport|salary/.test(field.name),
      ),
    )
  )
    risks.push(
      facts.accounts
        ? "Personal data is kept: give each role no more than it needs."
        : "Personal data is kept: add sign-in before real people's data goes in.",
    );
  if (facts.models.length >= 8)
    risks.push("Many models at once: consider a first version with the three or four that matter most.");
  return risks;
}

export function planTasks(
  models: readonly PrdModel[],
  relationships: readonly PrdRelationship[],
  badges: readonly PrdBadge[],
): Prd["tasks"] {
  const used = new Set<string>();
  const idOf = (model: PrdModel): string => `model-${(kebab(model.name) || "record").slice(0, 30)}`;
  const modelTasks = models.map((model) => {
    let id = idOf(model);
    while (used.has(id)) id = `${id}x`;
    used.add(id);
    return { model, id };
  });
  const ids = new Map(modelTasks.map(({ model, id }) => [model.name, id]));
  const all = modelTasks.map(({ id }) => id);
  return [
    ...modelTasks.map(({ model, id }, index) => {
      const parents = relationships
        .filter(
          (relation) => relation.to === model.name && relation.kind !== "many-to-many" && relation.from !== model.name,
        )
        .map((relation) => ids.get(relation.from));
      // Only on earlier models, so that two that point at each other make no circle.
      const dependsOn = [...new Set(parents)].filter(
        (parent): parent is string => parent !== undefined && all.indexOf(parent) < index,
      );
      return { id, title: `${model.name}: table, endpoints, pages`, dependsOn };
    }),
    ...(badges.length > 0
      ? [
          {
            id: "badges",
            title: `Badges: ${joinEnglish([...new Set(badges.map((badge) => badge.label))])}`.slice(0, 200),
            dependsOn: [...new Set(badges.map((badge) => ids.get(badge.model)))].filter(
              (id): id is string => id !== undefined,
            ),
          },
        ]
      : []),
    { id: "dashboard", title: "Dashboard", dependsOn: all },
    { id: "tests", title: "Tests of the endpoints and pages", dependsOn: ["dashboard"] },
  ];
}
