// "no suppliers", "without comments", "remove the tags", "don't need warehouses": what a prompt does not want.
import { lookupPhrase, type FamilyScores } from "./catalogue-lookup.ts";
import { type Draft, entityName } from "./draft.ts";
import { readList } from "./read-phrases.ts";
import type { Clause } from "./read-text.ts";

const directWords = new Set(["no", "without", "remove", "drop", "exclude", "excluding", "omit", "skip"]);
const negations = new Set(["not", "don't", "dont", "doesn't", "never"]);
const needs = new Set(["need", "want", "include", "track", "have", "add", "show"]);

/** `strict` only takes back what was read; "remove" in a first prompt may be a feature ("remove tasks"). */
export function readExclusions(draft: Draft, clauses: readonly Clause[], scores: FamilyScores, strict = false): void {
  for (const { tokens } of clauses)
    for (let at = 0; at < tokens.length; at += 1) {
      const word = tokens[at]?.lower ?? "";
      const direct =
        directWords.has(word) &&
        (strict || word === "no" || word === "without" || (at === 0 && word !== "remove" && word !== "drop"));
      const negated = negations.has(word) && needs.has(tokens[at + 1]?.lower ?? "");
      if (!direct && !negated) continue;
      for (const item of readList(tokens, negated ? at + 2 : at + 1).items.slice(0, 6)) {
        const found = lookupPhrase(item.words, scores);
        const names = [found?.words.length === item.words.length ? found.entity.name : "", entityName(item.words)].map(
          (name) => name.toLowerCase(),
        );
        for (const name of names) if (name !== "") draft.excluded.add(name);
        for (const entity of draft.entities.values()) {
          const index = entity.fields.findIndex((field) => names.includes(field.name.toLowerCase()));
          if (index !== -1) entity.fields.splice(index, 1);
        }
      }
    }
}
