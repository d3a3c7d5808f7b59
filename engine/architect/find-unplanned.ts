// Things that a list of the prompt names and the plan says nothing of. A clause that was understood in part hides them from
// the questions about whole clauses, so they are asked about by name.
import type { PrdModel } from "#engine/prd/schema.ts";
import { isDomainWord } from "./catalogue-lookup.ts";
import { conventionFor } from "./field-conventions.ts";
import type { DraftEntity } from "./draft.ts";
import type { ListItem } from "./read-phrases.ts";
import type { Statement } from "./read-statements.ts";
import { appNouns, dropAdjectives, genericNouns, keepingVerbs, modals, stopWords } from "./vocabulary.ts";
import { joinEnglish, singular, splitIdentifier } from "./words.ts";

const mostNamed = 8;
const longestItem = 4;

interface Planned {
  readonly models: readonly PrdModel[];
  readonly entities: readonly DraftEntity[];
  /** Words that something else of the plan answers: capabilities, roles, badges. */
  readonly handled: readonly string[];
  /** The whole plan but its questions, as text. */
  readonly told: string;
}

/** One question, or none. */
export function findUnplanned(statements: readonly Statement[], planned: Planned): string[] {
  const known = knownWords(planned);
  const missing = statements
    .filter(({ kind }) => kind !== "example")
    .flatMap(({ items }) => items.flatMap((item) => [item, ...(item.detail.length > 1 ? item.detail : [])]))
    .filter((item) => isThing(item) && !isKnown(item, known));
  const names = [...new Set(missing.map(({ words }) => words.join(" ")))].slice(0, mostNamed);
  if (names.length === 0) return [];
  const quoted = joinEnglish(names.map((name) => `"${name}"`));
  return [
    `${quoted} ${names.length === 1 ? "is" : "are"} named, but not part of the plan. What should be kept, and of what?`,
  ];
}

const contentWords = ({ words }: ListItem): string[] =>
  words
    .map((word) => singular(word))
    .filter((word) => word.length > 2 && !stopWords.has(word) && !genericNouns.has(word) && !dropAdjectives.has(word));

/** Short noun phrases; what people do and words that every app answers to are not. */
function isThing(item: ListItem): boolean {
  const [first = ""] = item.words;
  if (item.words.length > longestItem || item.opens || item.words.some((word) => modals.has(word))) return false;
  if (keepingVerbs.has(first) || first.endsWith("ing") || !item.words.every((word) => /^[\p{L}-]+$/u.test(word)))
    return false;
  const content = contentWords(item);
  return content.length > 0 && !content.every((word) => appNouns.has(word) || isDomainWord(word));
}

/** "estimated price": how the plan calls it without the adjective. */
const isKnownField = ({ words }: ListItem, known: ReadonlySet<string>): boolean => {
  const last = words.at(-1) ?? "";
  return conventionFor(last).certain && known.has(singular(last));
};

const isKnown = (item: ListItem, known: ReadonlySet<string>): boolean =>
  isKnownField(item, known) ||
  contentWords(item).some((word) => known.has(word) || word.split("-").some((part) => known.has(singular(part))));

function knownWords({ models, entities, handled, told }: Planned): Set<string> {
  const texts = [
    ...models.flatMap(({ name, plural, fields }) => [
      name,
      plural ?? "",
      ...fields.flatMap((field) => [field.name, ...(field.values ?? [])]),
    ]),
    ...entities.flatMap(({ name, catalogue }) => [name, ...(catalogue?.aliases ?? [])]),
    ...handled,
    told,
  ];
  return new Set(
    texts
      .flatMap((text) =>
        splitIdentifier(text)
          .toLowerCase()
          .split(/[^\p{L}]+/u),
      )
      .map((word) => singular(word)),
  );
}
