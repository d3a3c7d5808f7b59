// The prompt's own word for a thing wins: who writes "vendors" gets a Vendor, though the catalogue knows it as Supplier.
import type { DraftEntity } from "./draft.ts";
import { entityName } from "./draft.ts";
import { isPersonNoun } from "./person-nouns.ts";
import type { Clause } from "./read-text.ts";
import { pluralPhrase } from "./words.ts";

/** Synonyms that make a poor name for a model. */
const poorNames = new Set([
  "game over",
  "todo",
  "to do",
  "to-do",
  "good",
  "staff",
  "party",
  "story",
  "statistic",
  "update",
  "option",
  "choice",
  "card",
  "place",
  "gear",
  "user",
  "sheet",
  "ranking",
  "leaderboard",
  "winning",
  "solution",
  "work",
  "child",
  "kid",
]);

/** Catalogue name → the name to show, for the entities the prompt calls by exactly one other word. */
export function displayNames(
  entities: readonly DraftEntity[],
  clauses: readonly Clause[],
): ReadonlyMap<string, string> {
  const text = ` ${clauses.map((clause) => clause.tokens.map((token) => token.lower).join(" ")).join(" . ")} `;
  const taken = new Set(entities.map((entity) => entity.name.toLowerCase()));
  const names = new Map<string, string>();
  for (const entity of entities) {
    const own = entity.name.toLowerCase();
    if (entity.catalogue === null || text.includes(` ${own} `) || text.includes(` ${pluralPhrase(own)} `)) continue;
    const used = entity.catalogue.aliases
      .slice(1)
      .filter((alias) => !poorNames.has(alias) && pluralPhrase(alias) !== alias && isNamed(alias, text));
    const longest = used.filter((alias) => !used.some((other) => other !== alias && other.endsWith(` ${alias}`)));
    const only = mostUsed(longest, text);
    if (only === undefined) continue;
    const name = entityName(only.split(" "));
    if (name === "" || taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    names.set(entity.name, name);
  }
  return names;
}

/** "Vendors", "a vendor list", "each vendor", "amount, vendor and reason": not "a vendor portal", which may be whose it is. */
const isNamed = (alias: string, text: string): boolean =>
  text.includes(` ${pluralPhrase(alias)} `) ||
  ["list", "database", "register"].some((list) => text.includes(` ${alias} ${list} `)) ||
  ["each", "every", "per", "which"].some((word) => text.includes(` ${word} ${alias} `)) ||
  (isPersonNoun(alias) && listed.some(([before, after]) => text.includes(` ${before} ${alias} ${after} `)));

const listed = [",", "and", "with"].flatMap((before) => [",", "and", "."].map((after) => [before, after] as const));

/** Of several words for one thing the one that is said more often than each other one. */
function mostUsed(aliases: readonly string[], text: string): string | undefined {
  const uses = (alias: string): number =>
    text.split(` ${alias} `).length + text.split(` ${pluralPhrase(alias)} `).length - 2;
  const [first, second] = aliases.toSorted((a, b) => uses(b) - uses(a));
  return first !== undefined && (second === undefined || uses(first) > uses(second)) ? first : undefined;
}
