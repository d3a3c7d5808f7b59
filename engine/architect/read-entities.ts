// Finds the entities of a prompt by its statements: lists of things, lists of fields, headings over bullets.
import { addFields, featureWords, isFieldItem } from "./add-fields.ts";
import type { FieldType } from "#engine/prd/schema.ts";
import { isFigure } from "./capabilities/figures.ts";
import { conventionFor } from "./field-conventions.ts";
import { Draft, type DraftEntity, entityName } from "./draft.ts";
import { draftNamesake, entityOf, isAppHead, isPersonal, ownNoun, resolve, touchOwn } from "./name-entity.ts";
import { describedThing, findDescriptions, readDescription } from "./read-descriptions.ts";
import { isPageText, listedThing } from "./listed-things.ts";
import { isAbility, readField } from "./read-fields.ts";
import { coreVerbs, readMentions } from "./read-mentions.ts";
import { choiceField, isChoice, thingBefore } from "./read-choices.ts";
import { describedRecord } from "./described-record.ts";
import { isOrganisation, isProfession } from "./opening-organisation.ts";
import { readMarks, readPairs } from "./read-marks.ts";
import { type ListItem, readList } from "./read-phrases.ts";
import type { Statement } from "./read-statements.ts";
import type { Clause } from "./read-text.ts";
import type { Reading } from "./reading.ts";
import {
  appNouns,
  dropAdjectives,
  genericNouns,
  keepingNouns,
  keepingVerbs,
  modals,
  verbLikeNouns,
} from "./vocabulary.ts";
import { isPlural, plural, singular, singularPhrase } from "./words.ts";
import { isPersonNoun } from "./person-nouns.ts";
import { organisations, roleNouns } from "./role-nouns.ts";

/** Fields stated before anything says whose they are ("fields: title, author"). */
type Unowned = { readonly clause: Clause; readonly items: readonly ListItem[] }[];

export function readEntities(reading: Reading): Draft {
  const draft = new Draft();
  const unowned: Unowned = [];
  for (const clause of reading.clauses) readMentions(draft, reading, clause);
  for (const clause of reading.clauses) readKeptList(draft, reading, clause);
  const described = findDescriptions(reading);
  // All of them first: "films have a director" is about directors who may be described further down.
  for (const { head } of described) describedThing(draft, reading, head, 4);
  for (const statement of reading.statements)
    if (described.includes(statement)) readDescription(draft, reading, statement, described);
    else readStatement(draft, reading, statement, unowned);
  for (const { clause, items } of unowned)
    for (const item of items) {
      const found = resolve(reading, item.words);
      if (found !== null && isFieldItem(reading, item)) draft.unmention(clause, found.entity.name);
    }
  readPairs(draft, reading);
  readMarks(draft, reading.clauses);
  const best = [...draft.entities.values()].filter((entity) => entity.score >= 1).sort((a, b) => b.score - a.score)[0];
  const owner =
    unowned.length === 0 ? undefined : (best ?? draft.touch("Entry", null, 3, "the prompt lists its fields"));
  if (owner !== undefined)
    for (const { clause, items } of unowned) addFields(draft, reading, clause, owner, items, items.length > 2);
  orderByFirstMention(draft, reading);
  return draft;
}

/** Models appear in the plan as they appear in the prompt. */
function orderByFirstMention(draft: Draft, reading: Reading): void {
  const text = ` ${reading.clauses.map((clause) => clause.tokens.map((token) => (token.word ? singular(token.lower) : token.raw)).join(" ")).join(" . ")} `;
  for (const entity of draft.entities.values()) {
    const places = [entity.name.toLowerCase(), ...(entity.catalogue?.aliases ?? [])]
      .map((alias) => text.indexOf(` ${alias.split(" ").map(singular).join(" ")} `))
      .filter((at) => at !== -1);
    entity.order = places.length > 0 ? Math.min(...places) : entity.order;
  }
}

/** "File a request with an amount": behind "a" it is a thing, though it is something to do elsewhere. */
function asNoun({ head, one }: Statement): readonly string[] {
  const last = head.at(-1) ?? "";
  const isThing = one && keepingVerbs.has(last) && verbLikeNouns.has(last);
  return isThing ? [...head.slice(0, -1), plural(last)] : head;
}

function readStatement(draft: Draft, reading: Reading, statement: Statement, unowned: Unowned): void {
  const { items, kind } = statement;
  const over = items.findIndex((item) => isListedThing(reading, item));
  if (over > 0) {
    readStatement(draft, reading, { ...statement, items: items.slice(0, over) }, unowned);
    readEntityItems(draft, reading, statement.clause, items.slice(over), statement.clause.first ? 4 : 2);
    return;
  }
  const head = asNoun(statement);
  const last = head[head.length - 1] ?? "";
  if (isChoice(statement)) {
    const field = choiceField(statement);
    const owner = thingBefore(draft, reading, statement);
    if (owner === null) unowned.push({ clause: statement.clause, items: [field] });
    else addFields(draft, reading, statement.clause, owner, [field], false);
    return;
  }
  const fieldish = items.filter((item) => isFieldItem(reading, item)).length;
  const mostlyFields = fieldish * 2 >= items.length && fieldish > 0;
  if (head.length === 0) {
    if (kind !== "brackets" && mostlyFields && items.length > 1) unowned.push({ clause: statement.clause, items });
    return;
  }
  if (["field", "fields", "attribute", "attributes", "column", "columns", "properties"].includes(last)) {
    const owner = head.length > 1 ? entityOf(draft, reading, head.slice(0, -1), 4, "its fields are listed") : null;
    if (owner === null) unowned.push({ clause: statement.clause, items });
    else addFields(draft, reading, statement.clause, owner, items, true);
    return;
  }
  if (
    ["entity", "entities", "model", "models", "table", "tables", "resources", "objects"].includes(last) &&
    resolve(reading, head) === null &&
    (head.length === 1 || genericNouns.has(head[0] ?? ""))
  ) {
    const short = items.filter(({ words }) => words.length <= 4);
    readEntityItems(draft, reading, statement.clause, short, 6);
    return;
  }
  // "Our client wants:" over a list
  if (kind === "colon" && /^(?:wants?|needs?|requires?|pages|sections)$/.test(last) && !mostlyFields) {
    readEntityItems(draft, reading, statement.clause, items, 4);
    return;
  }
  if (isPersonal(head)) return;
  const areOneEach = items.length >= 3 && items.every(isOneEach);
  // "A tool with …" is an app, "each tool has …" a tool.
  if (isAppHead(reading, head) && !isEach(statement.clause)) {
    // "A news site with articles and videos" lists things, whatever else a video may be.
    const told = items.filter((item) => isFieldItem(reading, item) && isValue(item.words)).length;
    const sayFields = mostlyFields && told * 2 >= items.length;
    const modifier = head.length > 1 ? resolve(reading, head.slice(0, -1)) : null;
    const opensWithThings = modifier !== null && isOfTrade(reading, modifier.entity.family, items[0]);
    const own =
      modifier === null && head.length > 1 && keepingNouns.has(singular(last)) && sayFields
        ? ownNoun(reading, head.slice(0, -1))
        : null;
    if (sayFields && !opensWithThings && (modifier !== null || own !== null)) {
      const owner =
        modifier === null
          ? draft.touch(own ?? "", null, 5, "the app is about it")
          : draft.touch(modifier.entity.name, modifier.entity, 5, "the app is about it");
      addFields(draft, reading, statement.clause, owner, items, items.length > 2);
    } else if (sayFields && !opensWithThings && items.length > 1 && kind !== "example")
      unowned.push({ clause: statement.clause, items });
    else readEntityItems(draft, reading, statement.clause, items, kind === "example" ? 2 : 4);
    return;
  }
  const opensPrompt = statement.clause.first && kind !== "brackets" && phraseStart(statement.clause) === head[0];
  const isAudience = roleNouns.has(singular(last)) && !isDirectory(statement.clause);
  if (
    (statement.before === "for" || (statement.before === "of" && organisations.has(singular(last)))) &&
    statement.clause.first &&
    !(resolve(reading, head) !== null && areOneEach && !isAudience && !organisations.has(singular(last))) &&
    (!mostlyFields || isAudience || organisations.has(singular(last))) &&
    (kind === "colon" || kind === "with")
  ) {
    readEntityItems(draft, reading, statement.clause, items, 4);
    return;
  }
  if (kind === "colon" && head.length === 1 && last.endsWith("ing") && !mostlyFields) {
    readEntityItems(draft, reading, statement.clause, items, 4);
    return;
  }
  // "Music school: teachers, students": the title of the app.
  if (kind === "colon" && opensPrompt && organisations.has(singular(last)) && last !== "house" && !mostlyFields) {
    readEntityItems(draft, reading, statement.clause, items, 4);
    return;
  }
  const namesake = head.length === 1 && resolve(reading, head) === null ? draftNamesake(draft, singular(last)) : null;
  if (namesake !== null && fieldish > 0) {
    addFields(draft, reading, statement.clause, namesake, items, fieldish >= 2 && items.length >= 3);
    return;
  }
  const record = mostlyFields && kind !== "example" ? describedRecord(draft, reading, statement, fieldish) : null;
  if (record !== null) {
    addFields(draft, reading, statement.clause, record, items, items.length > 2);
    return;
  }
  const found = resolve(reading, head);
  const generic = found === null && (genericNouns.has(singular(last)) || modals.has(last) || keepingVerbs.has(last));
  if (generic || kind === "example") {
    if (mostlyFields && fieldish > 1 && found === null) unowned.push({ clause: statement.clause, items });
    else if (mostlyFields && found !== null && kind === "example" && fieldish > 1)
      addFields(
        draft,
        reading,
        statement.clause,
        draft.touch(found.entity.name, found.entity, 2, "the prompt describes it"),
        items,
        false,
      );
    else readEntityItems(draft, reading, statement.clause, items, 2);
    return;
  }
  // "manage projects with my team" is no list of fields: a lone item must look like one.
  const structural = kind === "has" || kind === "brackets" || kind === "colon";
  if (!structural && items.length === 1 && fieldish === 0 && !items[0]?.many && !isPlural(items[0]?.words.at(-1) ?? ""))
    return;
  const opensClause =
    statement.clause.tokens[0]?.lower === head[0] &&
    kind === "has" &&
    items.some((item) => isPlural(item.words.at(-1) ?? "") && resolve(reading, item.words) !== null);
  // "A recipe box: recipes, a weekly plan": what the app is called, not one of its things.
  if (found === null && opensPrompt && !mostlyFields && structural) {
    readEntityItems(draft, reading, statement.clause, items, 4);
    return;
  }
  if (found === null && !mostlyFields && !(structural && (statement.one || opensClause))) {
    // "Car sharing in our village: cars, neighbours, trips"
    const isWhole = kind === "colon" && statement.clause.first && items.length > 2 && items.every(isMany);
    readEntityItems(draft, reading, statement.clause, items, isWhole ? 4 : 1.5);
    return;
  }
  // "Tool rental: tools, customers, rentals": a rental has a customer, but this is what the place is called.
  if (kind === "colon" && isTitled(statement) && !mostlyFields) {
    readEntityItems(draft, reading, statement.clause, items, 4);
    return;
  }
  if (
    found !== null &&
    kind === "colon" &&
    opensPrompt &&
    !mostlyFields &&
    (isOrganisation(head) || isProfession(head))
  ) {
    const isListed = items.some(({ words }) => resolve(reading, words)?.entity.name === found.entity.name);
    if (isSaidOnce(reading, last) && !isListed) draft.excluded.add(found.entity.name.toLowerCase());
    readEntityItems(draft, reading, statement.clause, items, 4);
    return;
  }
  // "interact with the website" describes nothing.
  if (found === null && kind === "with" && !isPlural(last) && !statement.one) return;
  const owner = entityOf(draft, reading, head, structural || mostlyFields ? 4 : 2, "the prompt describes it");
  if (owner === null) {
    if (mostlyFields && items.length > 1) unowned.push({ clause: statement.clause, items });
    return;
  }
  if (kind === "brackets" && items.length === 1 && fieldish === 0) return;
  if (owner.catalogue === null) draft.absorb(owner);
  const isListed = (fieldish >= 2 && items.length >= 3) || (structural && kind !== "brackets" && areOneEach);
  addFields(draft, reading, statement.clause, owner, items, isListed);
}

/** "Podcast tracker: episodes, status": the trade keeps them, and the rest is theirs. */
function isOfTrade(reading: Reading, family: string, item: ListItem | undefined): boolean {
  if (item === undefined || !isPlural(item.words.at(-1) ?? "")) return false;
  const found = resolve(reading, item.words);
  return found !== null && found.words.length === item.words.length && found.entity.family === family;
}

/** "machine, last service, downtime": things are listed in the plural, so these are what each record has one of. */
const isOneEach = ({ words, detail }: ListItem): boolean => {
  const head = words.at(-1) ?? "";
  const isPart = featureWords.has(head) || appNouns.has(head) || isAbility(words) || head.endsWith("ing");
  return !isPlural(head) && detail.length === 0 && words.length <= 3 && !isPart;
};

/** "Guests with an answer and a meal choice, seating tables": the list of fields was over; the next things are another's. */
function isListedThing(reading: Reading, item: ListItem): boolean {
  if (item.after !== true) return false;
  if (listedThing(item.words) !== null) return true;
  const isWhole = resolve(reading, item.words)?.words.length === item.words.length;
  // "talks with a title and a speaker, rooms"
  if (isWhole && isPlural(item.words.at(-1) ?? "")) return conventionFor(item.words.join(" ")).type === "integer";
  return isPlural(item.words.at(-1) ?? "") && !isFieldItem(reading, item);
}

const isMany = ({ words, many }: ListItem): boolean => many || isPlural(words.at(-1) ?? "");

/** Most of what the first sentence lists behind its colon are things: they are the app's. */
function isTitled({ clause, head, items }: Statement): boolean {
  const said = new Set(head.map(singular));
  const isName = !isPlural(head.at(-1) ?? "") || items.some(({ words }) => said.has(singular(words.at(-1) ?? "")));
  return (
    clause.first && isName && !isEach(clause) && items.length > 1 && items.filter(isMany).length * 3 >= items.length * 2
  );
}

const isEach = ({ tokens }: Clause): boolean => ["each", "every", "any"].includes(tokens[0]?.lower ?? "");

const isSaidOnce = ({ clauses }: Reading, word: string): boolean =>
  clauses.flatMap(({ tokens }) => tokens).filter(({ lower }) => singular(lower) === word).length === 1;

const requests = new Set([
  "a",
  "an",
  "the",
  "make",
  "build",
  "create",
  "me",
  "please",
  "i",
  "need",
  "want",
  "my",
  "our",
]);

/** A checkout lends something in a library; where it is listed it belongs to a shop. */
const shopping = /^(?:secure |guest |online )?(?:cart|checkout)$/;

/** The first word that says what is asked for. */
const phraseStart = ({ tokens }: Clause): string | undefined =>
  tokens.find(({ lower, word }) => word && !requests.has(lower))?.lower;

const things: ReadonlySet<FieldType> = new Set(["text", "longText", "richText", "url", "image", "file"]);

/** "Due dates" are values of each record; "videos" and "comments" may well be records. */
const isValue = (words: readonly string[]): boolean =>
  !isPlural(words.at(-1) ?? "") || !things.has(conventionFor(singularPhrase(words)).type);

/** "A planner for students with income": the list is the planner's. "A directory of doctors with a phone": the doctors'. */
const isDirectory = (clause: Clause): boolean =>
  clause.tokens.some(({ lower }) =>
    /^(directory|database|register|registry|list|roster|crm|catalog|catalogue|profiles?)$/.test(lower),
  );

/** "members, blood type, contacts": a field among things is the field of the thing before it. */
function readEntityItems(
  draft: Draft,
  reading: Reading,
  clause: Clause,
  items: readonly ListItem[],
  points: number,
): void {
  let before: DraftEntity | null = null;
  const seen: DraftEntity[] = [];
  const hasFields = items.some((item) => isPlainField(reading, item));
  let many = false;
  for (const item of items) {
    if (isFigure(item.words) && resolve(reading, item.words)?.words.length !== item.words.length) continue;
    const read = before !== null && isPlainField(reading, item) ? readField(before.name, item) : null;
    const isPerson = hasFields && isPersonNoun(item.words[0] ?? "");
    const isOne = many && (item.the === true || isPerson);
    if (before !== null && isOne && pointsTo(draft, reading, before, item)) continue;
    if (before !== null && read?.certain === true) {
      // "Tickets, agents and priorities": the tickets have one anyway.
      const isUsual = seen.some(({ catalogue }) => catalogue?.fields.some(({ name }) => name === read.field.name));
      if (!isUsual) draft.addField(before, read.field);
    } else {
      before = readEntityItem(draft, reading, clause, item, points) ?? before;
      if (before !== null) seen.push(before);
      many ||= before !== null && isPlural(item.words.at(-1) ?? "");
    }
  }
}

/** "violations, the house": each has one of those, be it a record of its own or a name. */
function pointsTo(draft: Draft, reading: Reading, before: DraftEntity, { words, detail }: ListItem): boolean {
  const found = resolve(reading, words);
  if (words.length !== 1 || detail.length > 0 || isPlural(words[0] ?? "") || found === null) return false;
  const known = draft.entities.get(found.entity.name.toLowerCase());
  if (known === before || before.catalogue?.name === found.entity.name) return false;
  if (known !== undefined && known.score >= enoughForRecord)
    draft.relate({ from: known.name, to: before.name, kind: "one-to-many", name: words[0] ?? "", required: false });
  else draft.addField(before, { name: words[0] ?? "", type: "text", required: false, unique: false });
  return true;
}

const enoughForRecord = 3;

/** A field by its name alone, and nothing that is kept by itself. */
function isPlainField(reading: Reading, item: ListItem): boolean {
  const head = item.words.at(-1) ?? "";
  return (
    !featureWords.has(head) &&
    listedThing(item.words) === null &&
    isFieldItem(reading, item) &&
    resolve(reading, item.words) === null
  );
}

/** "Keep track of tools, quantities, location": after the first thing come its fields. */
function readKeptList(draft: Draft, reading: Reading, clause: Clause): void {
  const { tokens } = clause;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!coreVerbs.has(tokens[at]?.lower ?? "") || tokens[at + 1]?.word !== true) continue;
    const { items, end } = readList(tokens, tokens[at + 1]?.lower === "of" ? at + 2 : at + 1);
    const [first, ...rest] = items;
    if (first === undefined || !isPlural(first.words.at(-1) ?? "") || isPlainField(reading, first)) continue;
    if (rest.some((item) => isPlainField(reading, item))) readEntityItems(draft, reading, clause, items, 2);
    at = Math.max(at, end - 1);
  }
}

/** "Ascents of routes", "requests of wards": the first, of which the rest says whose they are. */
function withoutWhose(reading: Reading, item: ListItem): ListItem {
  const at = item.words.indexOf("of");
  const isWhose = at > 0 && isPlural(item.words[at - 1] ?? "") && isPlural(item.words.at(-1) ?? "");
  return isWhose && resolve(reading, item.words) === null ? { ...item, words: item.words.slice(0, at) } : item;
}

function readEntityItem(
  draft: Draft,
  reading: Reading,
  clause: Clause,
  given: ListItem,
  points: number,
): DraftEntity | null {
  // "voting on ideas", "booking of rooms"
  const [first = "", second = ""] = given.words;
  const isDone = first.endsWith("ing") && ["on", "of", "for", "to", "in"].includes(second);
  const item =
    isDone && given.words.length > 2 ? { ...given, words: given.words.slice(2) } : withoutWhose(reading, given);
  const head = item.words[item.words.length - 1] ?? "";
  if (points >= 4) {
    if (isPageText(item.words) || shopping.test(item.words.join(" "))) return null;
    const known = resolve(reading, item.words);
    const listed = known?.words.length === item.words.length ? null : listedThing(item.words);
    if (listed !== null) return draft.touch(listed, null, points, "the prompt lists it");
  }
  if (resolve(reading, item.words) === null && isAbility(item.words)) return null;
  // "weekly sales reports (revenue, guests, waste)": written by people, with fields of their own.
  if (/^reports?$/.test(head) && item.words.length > 1 && item.detail.length > 1) {
    const kept = item.words.filter((word) => !dropAdjectives.has(word));
    const report = draft.touch(entityName(kept), null, Math.max(points, 2), "the prompt lists it");
    addFields(draft, reading, clause, report, item.detail, true);
    return report;
  }
  if (featureWords.has(head) && resolve(reading, item.words)?.words.length !== item.words.length) {
    const inner = resolve(reading, item.words.slice(0, -1));
    if (inner !== null && inner.words.length > 1)
      return draft.touch(inner.entity.name, inner.entity, 1, "a feature of the prompt concerns it");
    return null;
  }
  const found = resolve(reading, item.words);
  let owner: DraftEntity | null = null;
  // "navigation menu", "user registration": a word every site has, unless its domain is spoken of.
  const named = found?.words[0] ?? "";
  if (
    found !== null &&
    found.words.length === 1 &&
    genericNouns.has(singular(named)) &&
    !reading.scores.isCued(found.entity.family) &&
    (item.words.length > 1 || found.entity.aliases[0] !== singular(named))
  )
    return null;
  if (found !== null) {
    const bare =
      item.words
        .slice(0, -found.words.length)
        .every((word) => dropAdjectives.has(word) || genericNouns.has(word) || resolve(reading, [word]) !== null) ||
      !isPlural(head) ||
      points >= 4;
    owner =
      bare || found.words.length > 1
        ? draft.touch(
            found.entity.name,
            found.entity,
            points >= 4 || isPlural(head) ? points : points / 2,
            "the prompt lists it",
          )
        : null;
    if (owner === null) {
      const own = ownNoun(reading, item.words);
      if (own !== null) owner = draft.touch(own, null, points, "the prompt lists it");
    }
  } else if (points >= 2) {
    const own = ownNoun(reading, item.words, points >= 4);
    const things = isPlural(head) && own !== null && singular(head) === own.toLowerCase().split(" ").at(-1);
    if (own !== null && (things || points >= 6))
      owner = touchOwn(draft, own, isPlural(head) ? points : points / 2, "the prompt lists it");
  }
  if (owner !== null && item.detail.length > 1)
    addFields(draft, reading, clause, owner, item.detail, item.detail.length > 2);
  return owner;
}
