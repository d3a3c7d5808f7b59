// "Deals move through stages (lead, won, lost)": choices told apart from the thing that has them.
import type { Draft, DraftEntity } from "./draft.ts";
import { conventionFor } from "./field-conventions.ts";
import { resolve } from "./name-entity.ts";
import type { ListItem } from "./read-phrases.ts";
import type { Statement } from "./read-statements.ts";
import type { Reading } from "./reading.ts";
import { singular, singularPhrase } from "./words.ts";

const longestChoice = 3;

/** Whether a list holds what a field is chosen from, rather than fields or things. */
export function isChoice({ head, kind, items }: Statement): boolean {
  if (kind !== "brackets" && kind !== "colon") return false;
  if (head.length === 0 || head.length > 2 || items.length < 2) return false;
  const isShort = items.every(({ words, detail }) => words.length <= longestChoice && detail.length === 0);
  if (/^(?:phases|stages|statuses)$/.test(head.at(-1) ?? "")) return isShort;
  if (kind === "colon" && items.some(({ words }) => conventionFor(words.join(" ")).certain)) return false;
  return isShort && conventionFor(singularPhrase(head)).type === "enum";
}

export const choiceField = ({ head, items }: Statement): ListItem => ({
  words: singularPhrase(head).split(" "),
  many: false,
  one: false,
  detail: items,
  opens: false,
});

/** The thing that a clause names closest before its list. */
export function thingBefore(draft: Draft, reading: Reading, { clause, head }: Statement): DraftEntity | null {
  const words = clause.tokens.map(({ lower }) => lower);
  const end = words.findIndex((word, at) => word === head.at(-1) && ["(", "{", ":"].includes(words[at + 1] ?? ""));
  for (let at = end - head.length - 1; at >= 0; at -= 1) {
    const found = resolve(reading, [words[at] ?? ""]);
    const known = draft.entities.get(found?.entity.name.toLowerCase() ?? "");
    const drafted = known ?? draft.entities.get(singular(words[at] ?? ""));
    if (drafted !== undefined) return drafted;
  }
  return null;
}
