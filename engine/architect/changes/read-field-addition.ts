// "Add a shoe size to customers", "each dog needs a vet", "add VIP to the status of customers", "add tags to posts".
import { conventionFor } from "../field-conventions.ts";
import { featureWords } from "../add-fields.ts";
import { enumValuesFor } from "../enum-values.ts";
import { entitiesFor } from "../catalogue/index.ts";
import { isAbility, isTypeWord, readField } from "../read-fields.ts";
import { type ListItem, readList } from "../read-phrases.ts";
import { spellOutChoices, tokenise } from "../read-text.ts";
import { isPlural, joinEnglish, plural, pluralPhrase, singularPhrase } from "../words.ts";
import type { Prd, PrdField, PrdModel } from "#engine/prd/schema.ts";
import type { Change, ChangeReader, ChangeStep } from "./change.ts";
import { bareName, fieldOf, findField, findModel, findModels } from "./named-parts.ts";

/** Each splits at its last group's preposition; what follows has to be a model. */
const additions: readonly RegExp[] = [
  /^(?:add|include|insert|create|put|introduce)\s+(?<what>.+)$/i,
  /^(?:i|we)(?:'d)? (?:also )?(?:want|need|would like|like)(?: to (?:store|save|track|record|keep|note|know|see|enter|have|add))?\s+(?<what>.+)$/i,
  /^(?:also )?(?:store|save|record|keep|note|remember|capture|track)\s+(?<what>.+)$/i,
];
const between = /\s+(?:to|for|on|onto|in|into|of|with|per|as an? option (?:to|for|of))\s+/gi;
const owning =
  /^(?<model>.+?)\s+(?:(?:also|now)\s+)*(?:(?:should|must|has to|have to|needs? to)\s+(?:also\s+)?(?:have|get|store|contain|include|keep)|needs?|gets?)\s+(?:also\s+)?(?<what>.+)$/i;
const giving = /^give\s+(?<model>.+?)\s+(?<what>(?:an?|some|their|its|the)\s.+)$/i;

const newKind =
  /^(?:add|create|include|introduce|make)\s+(?:an?\s+)?(?:new\s+)?(?:model|table|entity|section|list)\s+(?:called|named|for|of)\s+["']?(?<kind>[\p{L} -]{2,40}?)["']?(?:\s+with\s+(?<fields>.+))?$/iu;

export const readFieldAddition: ChangeReader = (sentence, prd) => {
  const kind = newKind.exec(sentence)?.groups;
  if (kind) {
    const words = wordsOf(kind["kind"] ?? "");
    const one = singularPhrase(words);
    const described = kind["fields"] === undefined ? "" : ` Each ${one} has ${kind["fields"]}.`;
    return { retold: `Track ${pluralPhrase(one)}.${described}` };
  }
  for (const pattern of additions) {
    const what = pattern.exec(sentence)?.groups?.["what"];
    if (what === undefined) continue;
    const splits = [...what.matchAll(between)].toReversed().map((split) => {
      return { left: what.slice(0, split.index), right: what.slice(split.index + split[0].length) };
    });
    for (const { left, right } of splits) {
      const choice = addChoices(prd, left, right);
      if (choice) return choice;
    }
    for (const { left, right } of splits) {
      if (wholeApp.test(right)) return keepThings(left);
      const models = findModels(prd, right);
      const added = models.length > 0 ? addTo(prd, models, left) : null;
      if (added) return added;
    }
    if (splits.length === 0 && /^(?:add|include|introduce)\s/i.test(sentence)) return keepThings(what);
  }
  const told = owning.exec(sentence)?.groups ?? giving.exec(sentence)?.groups;
  const models = told ? findModels(prd, told["model"] ?? "") : [];
  return told && models.length > 0 ? addTo(prd, models, told["what"] ?? "") : null;
};

function addTo(prd: Prd, models: readonly PrdModel[], what: string): Change | null {
  const steps: ChangeStep[] = [];
  const known: string[] = [];
  for (const model of models) {
    for (const part of partsOf(what)) {
      const value = choiceIn(model, part);
      if (value) {
        steps.push(value);
        continue;
      }
      const field = stateField(model, part) ?? newField(prd, model, part);
      if (field === null) return retell(models, what);
      const present = model.fields.find(({ name }) => name.toLowerCase() === field.name.toLowerCase());
      if (present) known.push(`${plural(model.name.toLowerCase())} have "${present.name}" already`);
      else steps.push({ kind: "put-field", model: model.name, field });
    }
  }
  return steps.length === 0 && known.length > 0 ? { refusal: joinEnglish(known) } : { steps };
}

const wholeApp = /^(?:it|(?:the|this|my|our) (?:app|application|tool|site|website|system))$/i;

/** "Add tools" keeps tools, as "track tools" does. */
const keepThings = (what: string): Change | null =>
  isThings(what) ? { retold: `Track ${wordsOf(what).join(" ")}.` } : null;

const wordsOf = (what: string): string[] => tokenise(what.trim().replace(article, "")).map(({ lower }) => lower);

/** Nouns of records, not of what is done with them. */
function isThings(what: string): boolean {
  const words = wordsOf(what);
  const head = words.at(-1) ?? "";
  if (words.length === 0 || words.length > 3 || !words.every((word) => /^[\p{L}-]+$/u.test(word))) return false;
  return isPlural(head) && !reactions.has(words.join(" ")) && !featureWords.has(head) && !isAbility(words);
}

/** "Add tags to dogs": other things, of which each has many. */
function retell([model]: readonly PrdModel[], what: string): Change | null {
  if (!model) return null;
  const name = model.name.toLowerCase();
  const reaction = reactions.get(wordsOf(what).join(" "));
  if (reaction !== undefined) return { retold: `Users can ${reaction} ${plural(name)}.` };
  return isThings(what) ? { retold: `Each ${name} has many ${wordsOf(what).join(" ")}.` } : null;
}

/** Commas in brackets and "and" between choices do not part. */
function partsOf(what: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  const text = spellOutChoices(what);
  for (const match of text.matchAll(/[()]|,\s*(?:and\s+)?|\s+and\s+/gi)) {
    if (match[0] === "(") depth += 1;
    else if (match[0] === ")") depth -= 1;
    else if (depth === 0) {
      parts.push(text.slice(from, match.index));
      from = match.index + match[0].length;
    }
  }
  return [...parts, text.slice(from)].filter((part) => part.trim() !== "");
}

const article = /^(?:(?:an?|the|their|its|one|new|another|extra|additional|optional)\s+)+/i;
const named =
  /^(?:(?<type>[\w/ ]+?)\s+)?(?:field|column|attribute|property|input)s?(?:\s+(?:called|named|for|with the name))?\s*:?\s+["']?(?<name>[^"']+?)["']?$/i;
const choosing = /^(?<name>.+?)\s+with (?:the )?(?:options|choices|values)\s+(?<values>.+)$/i;
const ticking = /^(?:check ?box|tick ?box|switch|toggle|flag)\s+(?:for\s+|whether\s+)?(?<name>.+)$/i;
const about =
  /^(?<what>name|number|address|phone|email|type|price|size|age|photo|picture|colou?r|weight) of (?:the |a |an |their )?(?<of>.+)$/i;

function newField(prd: Prd, model: PrdModel, part: string): PrdField | null {
  let text = part
    .trim()
    .replace(article, "")
    .replace(/\byes\s*\/\s*no\b/i, "boolean");
  const isRequired = /\brequired\b|\bmandatory\b/i.test(text);
  text = text.replaceAll(/\b(?:required|mandatory)\s+/gi, "");
  const told = named.exec(text)?.groups;
  const ticked = ticking.exec(text)?.groups?.["name"];
  const type = ticked === undefined ? told?.["type"]?.replace(article, "").trim().toLowerCase() : "boolean";
  if (told?.["name"] !== undefined) text = told["name"];
  if (ticked !== undefined) text = ticked;
  const isNamed = told !== undefined || ticked !== undefined;
  const choices = choosing.exec(text)?.groups;
  if (choices) text = `${choices["name"]} (${(choices["values"] ?? "").replaceAll(/\s+(?:and|or)\s+/g, ", ")})`;
  const inverted = about.exec(text)?.groups;
  if (inverted) text = `${inverted["of"]} ${inverted["what"]}`;
  const tokens = tokenise(isNamed ? text : bareName(text));
  const [item, ...more] = readList(tokens, 0).items;
  const isWhole = item && more.length === 0 && item.words.length <= 4 && !item.many;
  if (!isWhole || (!isNamed && isOtherwise(prd, item))) return null;
  const typed: ListItem =
    type !== undefined && isTypeWord(type) ? { ...item, detail: [...item.detail, plainItem(type)] } : item;
  const field = readField(model.name, typed)?.field;
  return field ? { ...field, ...(isRequired && { required: true }) } : null;
}

const stated = /^(?<name>status|type|category|level|tier|priority|kind|stage) ["']?(?<value>\p{Lu}[^()]*?)["']?$/u;

/** "A status VIP" of a model without one: the usual choices, and that one. */
function stateField(model: PrdModel, part: string): PrdField | null {
  const told = stated.exec(part.trim().replace(article, ""))?.groups;
  if (!told) return null;
  const name = told["name"] ?? "";
  const values = [...new Set([...enumValuesFor(model.name, name), written(told["value"] ?? "")])];
  return { name, type: "enum", required: false, unique: false, values, default: values[0] ?? null };
}

const plainItem = (word: string): ListItem => {
  return { words: word.split(" "), many: false, one: false, detail: [], opens: false };
};

/** What visitors leave at a record, and the words in which the reader of prompts knows it. */
const reactions: ReadonlyMap<string, string> = new Map([
  ["comments", "comment on"],
  ["ratings", "rate"],
  ["stars", "rate"],
  ["likes", "like"],
  ["votes", "vote on"],
  ["bookmarks", "bookmark"],
  ["favourites", "bookmark"],
  ["favorites", "bookmark"],
]);
/** Records of their own, and what nobody is sent. */
const otherThings =
  /^(?:reviews|posts|articles|questions|answers|messages|reports|reminders?|notifications?|alerts?|e-?mails)$/;
const acting = /^(?:belong|can|may|will|be|is|are|have|has|to|do|not|see|show|go)$/;

/** Other things, what people do with records, and sentences that only look like a list. */
function isOtherwise(prd: Prd, { words, detail }: ListItem): boolean {
  const head = words.at(-1) ?? "";
  const phrase = words.join(" ");
  if (
    reactions.has(phrase) ||
    otherThings.test(phrase) ||
    isAbility(words) ||
    words.some((word) => acting.test(word)) ||
    findModel(prd, phrase)
  )
    return true;
  if (detail.length > 1) return false;
  const one = conventionFor(singularPhrase([...words]));
  if (featureWords.has(head) && !one.certain) return true;
  if (!isPlural(head)) return false;
  return (
    !(conventionFor(phrase).certain || (one.certain && one.type !== "text")) ||
    (entitiesFor(singularPhrase([...words])).length > 0 && one.type === "text")
  );
}

/** "Add VIP to the status of customers". */
function addChoices(prd: Prd, left: string, right: string): Change | null {
  const target = findField(prd, right);
  if (target?.field.type !== "enum" || findModel(prd, right)) return null;
  return { steps: [withChoices(target.model, target.field, partsOf(left))] };
}

/** "A status VIP" of a model that has a status. */
function choiceIn(model: PrdModel, part: string): ChangeStep | null {
  const words = part.trim().replace(article, "").split(/\s+/);
  for (let at = words.length - 1; at > 0; at -= 1) {
    const field = fieldOf(model, words.slice(0, at).join(" "));
    const value = words
      .slice(at)
      .join(" ")
      .replaceAll(/["'“”]/g, "");
    if (field?.type === "enum" && !/^(?:field|column|\(|with|options?|choices)/i.test(value))
      return withChoices(model, field, [value]);
  }
  return null;
}

const written = (value: string): string => {
  const plain = value
    .trim()
    .replace(article, "")
    .replaceAll(/["'“”]/g, "");
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
};

function withChoices(model: PrdModel, field: PrdField, added: readonly string[]): ChangeStep {
  const values = [...new Set([...(field.values ?? []), ...added.map(written)])].filter(Boolean).slice(0, 50);
  return { kind: "put-field", model: model.name, field: { ...field, values } };
}
