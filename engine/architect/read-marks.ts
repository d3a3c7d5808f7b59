// What questions tell of the records that answer them: "who has paid the yearly fee" is a mark on each of the people,
// "which member rents which berth" keeps both and says whose each one is.
import { type Draft, type DraftEntity, entityName } from "./draft.ts";
import { fieldName } from "./read-fields.ts";
import type { Reading } from "./reading.ts";
import { resolve, touchOwn } from "./name-entity.ts";
import { isPersonNoun } from "./person-nouns.ts";
import type { Clause } from "./read-text.ts";
import { roleNouns } from "./role-nouns.ts";
import { determiners } from "./vocabulary.ts";

const marked =
  /\bwho (?:has|have) (?:already |not yet |not )?(?<deed>paid|returned|signed|confirmed|completed|received|submitted|passed) (?<what>[\p{L} -]{3,40}?)(?=\s*(?:[,.;!?]|$| and | or ))/giu;

const isPerson = ({ name }: DraftEntity): boolean => {
  const noun = name.toLowerCase().split(" ").at(-1) ?? "";
  return isPersonNoun(noun) || roleNouns.has(noun);
};

export function readMarks(draft: Draft, clauses: readonly Clause[]): void {
  const people = [...draft.entities.values()].filter(isPerson).sort((a, b) => b.score - a.score)[0];
  if (people === undefined) return;
  for (const { text } of clauses)
    for (const { groups } of text.matchAll(marked)) {
      const words = (groups?.["what"] ?? "")
        .toLowerCase()
        .split(" ")
        .filter((word) => !determiners.has(word));
      const name =
        words.length > 0 && words.length < 4 ? fieldName([...words, (groups?.["deed"] ?? "").toLowerCase()]) : "";
      if (name !== "")
        draft.addField(people, { name, type: "boolean", required: false, unique: false, default: false });
    }
}

const paired = /\bwhich (?<one>[\p{L}-]{3,20}) [\p{L}-]{2,15}(?: [\p{L}-]{2,5})? which (?<other>[\p{L}-]{3,20})\b/giu;

export function readPairs(draft: Draft, reading: Reading): void {
  for (const { text } of reading.clauses)
    for (const { groups } of text.matchAll(paired)) {
      const [one, other] = [groups?.["one"] ?? "", groups?.["other"] ?? ""].map((word) => {
        const found = resolve(reading, [word.toLowerCase()]);
        const reason = "the prompt asks which";
        return found === null
          ? touchOwn(draft, entityName([word.toLowerCase()]), 3, reason)
          : draft.touch(found.entity.name, found.entity, 3, reason);
      });
      if (one === undefined || other === undefined || one === other) continue;
      draft.relate({
        from: one.name,
        to: other.name,
        kind: "one-to-many",
        name: one.name.toLowerCase(),
        required: false,
      });
    }
}
