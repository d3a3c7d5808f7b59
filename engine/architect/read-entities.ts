// Finds the entities of a prompt by its statements: lists of things, lists of fields, headings over bullets.
import { addFields, featureWords, isFieldItem } from "./add-fields.ts";
import { Draft, type DraftEntity, entityName } from "./draft.ts";
import { draftNamesake, entityOf, ownNoun, resolve, touchOwn, vagueNouns } from "./name-entity.ts";
import { readMentions } from "./read-mentions.ts";
import type { ListItem } from "./read-phrases.ts";
import type { Statement } from "./read-statements.ts";
import type { Clause } from "./read-text.ts";
import type { Reading } from "./reading.ts";
import { appNouns, dropAdjectives, genericNouns, keepingNouns, keepingVerbs, modals } from "./vocabulary.ts";
import { isPlural, singular } from "./words.ts";
import { roleNouns } from "./role-nouns.ts";

/** Fields stated before anything says whose they are ("fields: title, author"). */
type Unowned = { readonly clause: Clause; readonly items: readonly ListItem[] }[];

export function readEntities(reading: Reading): Draft {
  const draft = new Draft();
  const unowned: Unowned = [];
  for (const clause of reading.clauses) readMentions(draft, reading, clause);
  for (const statement of reading.statements) readStatement(draft, reading, statement, unowned);
  for (const { clause, items } of unowned)
    for (const item of items) {
      const found = resolve(reading, item.words);
      if (found !== null && isFieldItem(reading, item)) draft.unmention(clause, found.entity.name);
    }
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

function isAppHead(reading: Reading, words: readonly string[]): boolean {
  const last = words[words.length - 1];
  if (last === undefined) return false;
  if (!appNouns.has(singular(last)) || (isPlural(last) && resolve(reading, words) !== null)) return false;
  return resolve(reading, words)?.words.length !== words.length || words.length === 1;
}

function readStatement(draft: Draft, reading: Reading, statement: Statement, unowned: Unowned): void {
  const { head, items, kind } = statement;
  const last = head[head.length - 1] ?? "";
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
    (head.length === 1 || genericNouns.has(head[0] ?? ""))
  ) {
    for (const item of items) if (item.words.length <= 4) readEntityItem(draft, reading, statement.clause, item, 6);
    return;
  }
  if (isPersonal(head)) return;
  if (isAppHead(reading, head)) {
    const modifier = head.length > 1 ? resolve(reading, head.slice(0, -1)) : null;
    const own =
      modifier === null && head.length > 1 && keepingNouns.has(singular(last)) && mostlyFields
        ? ownNoun(reading, head.slice(0, -1))
        : null;
    if (mostlyFields && (modifier !== null || own !== null)) {
      const owner =
        modifier === null
          ? draft.touch(own ?? "", null, 5, "the app is about it")
          : draft.touch(modifier.entity.name, modifier.entity, 5, "the app is about it");
      addFields(draft, reading, statement.clause, owner, items, items.length > 2);
    } else if (mostlyFields && items.length > 1 && kind !== "example")
      unowned.push({ clause: statement.clause, items });
    else for (const item of items) readEntityItem(draft, reading, statement.clause, item, kind === "example" ? 2 : 4);
    return;
  }
  const isAudience = roleNouns.has(singular(last)) && !isDirectory(statement.clause);
  if (
    statement.before === "for" &&
    statement.clause.first &&
    (!mostlyFields || isAudience) &&
    (kind === "colon" || kind === "with")
  ) {
    for (const item of items) readEntityItem(draft, reading, statement.clause, item, 4);
    return;
  }
  if (kind === "colon" && head.length === 1 && last.endsWith("ing") && !mostlyFields) {
    for (const item of items) readEntityItem(draft, reading, statement.clause, item, 4);
    return;
  }
  const namesake = head.length === 1 && resolve(reading, head) === null ? draftNamesake(draft, singular(last)) : null;
  if (namesake !== null && fieldish > 0) {
    addFields(draft, reading, statement.clause, namesake, items, fieldish >= 2 && items.length >= 3);
    return;
  }
  if (head.length === 1 && vagueNouns.has(singular(last)) && mostlyFields && fieldish > 1) {
    addFields(
      draft,
      reading,
      statement.clause,
      draft.touch(entityName(head), null, 4, "the prompt lists its fields"),
      items,
      items.length > 2,
    );
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
    else for (const item of items) readEntityItem(draft, reading, statement.clause, item, 2);
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
  if (found === null && !mostlyFields && !(structural && (statement.one || opensClause))) {
    for (const item of items) readEntityItem(draft, reading, statement.clause, item, 1.5);
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
  addFields(draft, reading, statement.clause, owner, items, fieldish >= 2 && items.length >= 3);
}

/** "A planner for students with income": the list is the planner's. "A directory of doctors with a phone": the doctors'. */
const isDirectory = (clause: Clause): boolean =>
  clause.tokens.some(({ lower }) =>
    /^(directory|database|register|registry|list|roster|crm|catalog|catalogue|profiles?)$/.test(lower),
  );

function isPersonal(head: readonly string[]): boolean {
  return (
    head.some((word) => ["i", "we", "you", "user", "users", "people", "everyone", "they"].includes(word)) &&
    head.length <= 2
  );
}

function readEntityItem(draft: Draft, reading: Reading, clause: Clause, item: ListItem, points: number): void {
  const head = item.words[item.words.length - 1] ?? "";
  if (featureWords.has(head) && resolve(reading, item.words)?.words.length !== item.words.length) {
    const inner = resolve(reading, item.words.slice(0, -1));
    if (inner !== null && inner.words.length > 1)
      draft.touch(inner.entity.name, inner.entity, 1, "a feature of the prompt concerns it");
    return;
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
    return;
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
}
