// The offline architect: a prompt in, a plan out. Pure, deterministic, no I/O.
import { attachExamples } from "#engine/attachments/attach-examples.ts";
import { type Prd, type PrdCapability, type PrdModel, prdSchema } from "#engine/prd/schema.ts";
import { planBadges, withException } from "./badges.ts";
import { applyChanges } from "./changes/apply-changes.ts";
import { settleRequests } from "./changes/settle-requests.ts";
import { applyCapabilities } from "./capabilities/apply-capabilities.ts";
import { capabilityTasks, planCapabilities, standsAlone } from "./capabilities/plan-capabilities.ts";
import { type PlainClause, plainClauses } from "./capabilities/senses.ts";
import { displayNames } from "./display-names.ts";
import { type FamilyScores, scoreFamilies } from "./catalogue-lookup.ts";
import { explainDecisions, type Decision } from "./decisions.ts";
import { readExclusions } from "./exclusions.ts";
import { completeKinds } from "./complete-kinds.ts";
import { isolateHostile, separateInjections } from "./hostile.ts";
import { detectLanguage, translateKnownWords } from "./language.ts";
import { buildRelationships } from "./connect-models.ts";
import { mergeTwins } from "./merge-twins.ts";
import { buildModels, chooseEntities, type Chosen, renameModel } from "./models.ts";
import { chooseName } from "./name.ts";
import { choosePreset } from "./choose-preset.ts";
import type { PresetId } from "#engine/prd/schema.ts";
import { accessPages, accessTask, askWhetherToSignIn, planAccess } from "./plan-access.ts";
import { planStates } from "./plan-states.ts";
import { planSite } from "./plan-site.ts";
import { askOpenQuestions } from "./open-questions.ts";
import { findUnplanned } from "./find-unplanned.ts";
import { planEndpoints, planPages } from "./pages.ts";
import { entityName } from "./draft.ts";
import { leaveOutAudience } from "./leave-out-audience.ts";
import { leaveOutPictures } from "./leave-out-pictures.ts";
import { readEntities } from "./read-entities.ts";
import { findDescriptions } from "./read-descriptions.ts";
import type { Reading } from "./reading.ts";
import { readCurrency } from "./read-currency.ts";
import { readIntegrations } from "./read-integrations.ts";
import { readUnbuilt } from "./read-unbuilt.ts";
import { applyOrderWishes, readOrder } from "./read-order.ts";
import { applyViewWishes } from "./read-views.ts";
import { readLicense } from "./read-license.ts";
import { readRelationships } from "./read-relationships.ts";
import { readRoles } from "./read-roles.ts";
import { readStatements } from "./read-statements.ts";
import { type Clause, readClauses, readLexicon, spellOutChoices } from "./read-text.ts";
import {
  addTables,
  admitUnread,
  assumeFromFiles,
  decideOnTables,
  fillFromTables,
  type PlanFile,
} from "./read-tables.ts";
import { readTheme } from "./read-theme.ts";
import { setAsideAsker } from "./set-aside-asker.ts";
import { applyRenames, presentName } from "./renames/apply-renames.ts";
import type { Rename, RenameBatch } from "./renames/rename.ts";
import { reviseFromComments } from "./revision.ts";
import { longestPrompt, sanitisePrompt } from "./sanitise.ts";
import { assumptionsOf, outOfScopeOf, planTasks, risksOf, summaryOf } from "./write-up.ts";

export interface ArchitectContext {
  /** What was asked after the first prompt, oldest first: comments on plans and later prompts. Each adds and takes away. */
  readonly corrections?: readonly string[];
  readonly projectName?: string;
  /** Files that came with the requests. The text of documents stands in the requests; tables and pictures come here. */
  readonly files?: readonly PlanFile[];
}

export type ArchitectResult = { ok: true; prd: Prd; decisions: Decision[] } | { ok: false; message: string };

export function planFromPrompt(prompt: string, context: ArchitectContext = {}): ArchitectResult {
  if (prompt.length > longestPrompt)
    return {
      ok: false,
      message: `The prompt has ${prompt.length} characters; at most ${longestPrompt} are read. Shorten it, or keep the rest for a second request.`,
    };
  if (prompt.trim() === "")
    return {
      ok: false,
      message: `The prompt is empty (${prompt.length} characters). Say in a sentence what the app should keep, for example "track books with title, author and rating".`,
    };
  const told = (context.corrections ?? []).map((correction) => sanitisePrompt(correction).text);
  const {
    texts,
    batches,
    steps,
    unmet,
    decisions: changes,
  } = settleRequests(told, (earlier, renames) => planRequests(prompt, context, earlier, renames).prd);
  const { prd, decisions } = planRequests(prompt, context, texts, batches);
  // One kind of record more or less moves no menu; a request that speaks of the layout does.
  const keepLayout = (later: Prd): Prd => {
    const { preset } = planRequests(prompt, context, [], []).prd.theme;
    const isTool = [preset, later.theme.preset].every((each) => each !== undefined && !sitePresets.has(each));
    return isTool && !layoutWords.test(texts.join("\n")) ? { ...later, theme: { ...later.theme, preset } } : later;
  };
  return {
    ok: true,
    prd: {
      ...applyChanges(told.length > 0 ? keepLayout(prd) : prd, steps),
      openQuestions: [...unmet, ...prd.openQuestions].slice(0, 100),
    },
    decisions: [...decisions, ...batches.flat().map(explainRename), ...changes],
  };
}

const layoutWords = /\b(?:side ?bar|top ?bar|nav ?bar|menu|navigation|layout|dashboards?)\b/i;
const sitePresets: ReadonlySet<PresetId> = new Set(["marketing", "editorial", "storefront"]);

function explainRename(rename: Rename): Decision {
  const was = rename.kind === "model" ? rename.from : `${rename.from} of ${rename.model}`;
  const reason = "a later request gave it another name, and a rename loses nothing";
  return { question: `What becomes of what is stored as ${was}?`, choice: `It stays, as ${rename.to}`, reason };
}

/** `comments`: the later requests in the names of the first; `renames`: what they renamed since. */
function planRequests(
  prompt: string,
  { projectName, files = [] }: ArchitectContext,
  comments: readonly string[],
  renames: readonly RenameBatch[],
): { prd: Prd; decisions: Decision[] } {
  const clean = sanitisePrompt(prompt);
  const language = detectLanguage(clean.text);
  const asked = separateInjections(spellOutChoices([clean.text, ...comments].join(".\n")));
  const text = translateKnownWords(asked, language);
  const allClauses = readClauses(text);
  const { clauses: ownClauses, hostile } = isolateHostile(allClauses);
  const look = readTheme(ownClauses);
  const clauses = ownClauses.filter((clause) => !look.consumed.has(clause));
  const scores = scoreFamilies(clauses);
  const told = setAsideAsker(clauses);
  const reading: Reading = { clauses: told, statements: readStatements(told), lexicon: readLexicon(clauses), scores };
  const draft = readEntities(reading);
  readExclusions(draft, clauses, scores);
  leaveOutAudience(draft, clauses, scores);
  leaveOutPictures(draft, clauses, scores);
  readRelationships(draft, reading);
  mergeTwins(draft, clauses);
  reviseFromComments(draft, comments, scores);
  const tables = addTables(draft, files, scores);
  const plain = plainClauses(clauses);
  const picked =
    tables.size === 0 && isCalculator(plain, scores)
      ? { entities: [], implied: [], leftOut: [] }
      : chooseEntities(
          draft,
          scores,
          tables,
          told.some((clause, at) => clause.tokens !== clauses[at]?.tokens),
        );
  const alone = picked.entities.length > 0 ? undefined : standsAlone(plain, scores);
  const chosen = picked.entities.length > 0 ? picked : fallbackChoice(draft, picked, alone !== undefined);
  const names = displayNames(chosen.entities, clauses);
  const called = (name: string): string => names.get(name) ?? name;
  const shown = (name: string): string => presentName(called(name), renames);
  const ownRelationships = buildRelationships(draft, chosen);
  const isForVisitors = sitePresets.has(choosePreset(text, chosen.entities.length));
  const ownModels = fillFromTables(buildModels(chosen, ownRelationships, isForVisitors), tables);
  const plan = planBadges(text.toLowerCase(), ownModels, chosen.entities);
  const ownBadges = plan.badges.map((badge) => ({ ...badge, model: called(badge.model) }));
  const added = plan.added.map((field) => ({ ...field, model: shown(field.model) }));
  const calledModels = ownModels.map((model) =>
    names.has(model.name) ? renameModel(model, called(model.name)) : model,
  );
  const calledRelationships = ownRelationships.map((relation) => {
    const byName = relation.kind === "many-to-many" ? relation.to : relation.from;
    return {
      ...relation,
      from: called(relation.from),
      to: called(relation.to),
      name: relation.name === byName.toLowerCase() ? called(byName).toLowerCase() : relation.name,
    };
  });
  const isGuessed = picked.entities.length === 0 && alone === undefined;
  // In the names of the first request, which is what the clauses speak of; what was renamed since comes last.
  const complete = withoutGuess(
    isGuessed,
    completeKinds(text.toLowerCase(), {
      models: calledModels,
      relationships: calledRelationships,
      badges: ownBadges,
    }),
  );
  const capabilities = planCapabilities({
    clauses: withoutDescriptions(plain, reading),
    scores,
    models: complete.models,
    relationships: complete.relationships,
  });
  const sells = capabilities.some(({ capability }) => capability.kind === "shop");
  const composed = withoutGuess(isGuessed, applyCapabilities(complete, capabilities), JSON.stringify(capabilities));
  const entries = capabilities.flatMap(({ capability }) => entriesOf(capability));
  const states = planStates(clauses, text.toLowerCase(), { ...composed, entries });
  const planned = {
    ...composed,
    ...states,
    badges: composed.badges.map((badge) => withException(badge, states.models)),
  };
  const views = applyViewWishes(text, planned.models);
  const orders = applyOrderWishes(text, views.models);
  const talk = capabilities.map(({ capability }) => capability).find(({ kind }) => kind === "discussion");
  const accounts = planAccess(
    clauses,
    planned.models,
    planned.relationships,
    talk?.kind === "discussion" ? talk : undefined,
    entries,
  );
  const {
    models,
    relationships,
    badges,
    access,
    capabilities: listed,
  } = applyRenames(
    {
      ...planned,
      models: orders.models,
      access: accounts?.access,
      capabilities: capabilities.map(({ capability }) => capability),
    },
    renames,
  );
  const app = chooseName(
    ownClauses,
    projectName,
    models.map((model) => model.name),
    picked.entities.length > 0 ? (scores.primary?.title ?? null) : (alone?.pages[0]?.title ?? null),
  );
  const roles = accounts?.roles ?? readRoles(clauses);
  const integrations = readIntegrations(clauses);
  const license = readLicense(text);
  const currency = readCurrency(asked);
  const facts = {
    clean,
    shown,
    language,
    hostile,
    chosen,
    models,
    relationships,
    badges,
    addedForBadges: added,
    look,
    app,
    integrations,
    unbuilt: readUnbuilt(plain),
    scores,
    guessed: isGuessed && models.length === 1,
    comments,
    accounts,
    currency,
  };
  const tasks = planTasks(models, relationships, badges);
  const ordering = told.filter((clause) => readOrder(clause.text, views.models).length > 0);
  const handled = [
    ...badges.map((badge) => badge.label),
    ...roles
      .map((role) => (role.name === "Admin" ? "admin administrator" : role.name))
      .filter((name) => name !== "User"),
    ...capabilities.flatMap((planned) => planned.answers),
    ...(accounts?.answers ?? []),
  ];
  const prd: Prd = {
    name: app.name,
    summary: summaryOf(facts),
    audience: scores.primary?.audience ?? "The people who keep these records.",
    pages: [
      ...planPages(models, relationships, badges),
      ...capabilities.flatMap((planned) => planned.pages),
      ...(accounts ? accessPages : []),
    ].slice(0, 100),
    models,
    relationships,
    endpoints: [...planEndpoints(models), ...capabilities.flatMap((planned) => planned.endpoints)],
    roles,
    integrations,
    theme: look.theme,
    assumptions: [...assumptionsOf(facts), ...assumeFromFiles(files)].slice(0, 100),
    outOfScope: outOfScopeOf(facts),
    risks: risksOf(facts),
    openQuestions: [
      ...admitUnread(files),
      ...askWhetherToSignIn(comments.length > 0 ? readClauses(clean.text) : clauses, accounts !== undefined),
      ...(accounts?.questions ?? []),
      ...askOpenQuestions(told, chosen.entities, new Set([...look.consumed, ...ordering]), handled),
      ...findUnplanned(reading.statements, {
        models,
        entities: chosen.entities,
        handled: [...handled, ...draft.excluded],
        told: [app.name, ...facts.unbuilt, ...integrations.map(({ name }) => name)].join(" "),
      }),
    ].slice(0, 12),
    tasks: [
      ...tasks,
      ...(accounts ? [accessTask] : []),
      ...capabilityTasks(
        capabilities,
        tasks.filter((task) => task.id.startsWith("model-")).map((task) => task.id),
      ),
    ],
    badges,
    ...(access && { access }),
    ...(listed.length > 0 && { capabilities: listed }),
    ...(currency && { currency }),
    ...(license && { license }),
  };
  return {
    prd: prdSchema.parse(
      attachExamples(
        planSite(prd, choosePreset(text, models.length, sells), text),
        [...tables.values()].map(({ table }) => table),
      ),
    ),
    decisions: [
      ...explainDecisions(facts),
      ...decideOnTables(tables),
      ...capabilities.map((planned) => planned.decision),
      ...(accounts ? [accounts.decision] : []),
      ...views.decisions,
      ...orders.decisions,
    ],
  };
}

/** What people leave behind when they book, order or sign up. */
function entriesOf(capability: PrdCapability): string[] {
  if (capability.kind === "signup") return [capability.entries];
  if (capability.kind === "booking") return [capability.bookings];
  return capability.kind === "shop" ? [capability.orders] : [];
}

/** Records without a name of their own are not needed beside what a kind of app or a capability brings along. */
function withoutGuess<Parts extends { models: PrdModel[] }>(isGuessed: boolean, parts: Parts, used = ""): Parts {
  const rest = parts.models.filter(({ name }) => name !== guess);
  return isGuessed && rest.length > 0 && !used.includes(`"${guess}"`) ? { ...parts, models: rest } : parts;
}

/** Of so many kinds of things told one by one, each is kept as told; what people do with them stands in other sentences. */
const wholeSchema = 3;

function withoutDescriptions(plain: readonly PlainClause[], reading: Reading): readonly PlainClause[] {
  const described = new Set(findDescriptions(reading).map(({ clause }) => clause));
  if (described.size < wholeSchema) return plain;
  return plain.filter((_, index) => !described.has(reading.clauses[index] as Clause));
}

const guess = "Record";
const wholeCalculator = 3;

/** "A carbon calculator: enter flights and electricity" keeps no flights. */
function isCalculator(clauses: readonly PlainClause[], scores: FamilyScores): boolean {
  const capability = standsAlone(clauses, scores)?.capability;
  return clauses.length <= wholeCalculator && capability?.kind === "estimate" && capability.home === true;
}

/** Nothing was recognised: records with a name, a status and notes are useful to begin with, and easy to rename. */
function fallbackChoice(draft: Parameters<typeof chooseEntities>[0], picked: Chosen, besideTool: boolean): Chosen {
  if (besideTool) {
    const result = draft.touch(entityName(["saved", "result"]), null, 1, "what the tools answer can be kept");
    const optional = { required: false, unique: false };
    draft.addField(result, { name: "title", type: "text", required: true, unique: false });
    draft.addField(result, { name: "result", type: "text", ...optional });
    draft.addField(result, { name: "saved on", type: "date", ...optional, default: "today" });
    draft.addField(result, { name: "notes", type: "longText", ...optional });
    result.listed = true;
    return { ...picked, entities: [result], implied: [result.name] };
  }
  const record = draft.touch(guess, null, 1, "the prompt names nothing to keep");
  return { ...picked, entities: [record], implied: [record.name] };
}
