// Sentences that are about one kind of thing and list what it has: "Directors have a name, an e-mail address and a biography."
// Whoever writes so has thought about the data; the model is theirs to the letter.
import { addFields, featureWords, isFieldItem } from "./add-fields.ts";
import { type Draft, type DraftEntity, entityName } from "./draft.ts";
import { isAppHead, isPersonal, resolve, touchOwn } from "./name-entity.ts";
import { readField } from "./read-fields.ts";
import type { Statement } from "./read-statements.ts";
import type { Reading } from "./reading.ts";
import { genericNouns } from "./vocabulary.ts";
import { isPlural, singular, singularPhrase } from "./words.ts";

export const findDescriptions = (reading: Reading): Statement[] =>
  reading.statements.filter((statement) => isDescription(reading, statement));

function isDescription(reading: Reading, { opening, head, items }: Statement): boolean {
  if (opening === null || isPersonal(head) || isAppHead(reading, head)) return false;
  const fields = items.filter((item) => isFieldItem(reading, item)).length;
  const isCommon = genericNouns.has(singular(head.at(-1) ?? "")) && resolve(reading, head) === null;
  if (isCommon) return fields === items.length && fields > 1;
  const things = items.filter(
    (item) => item.many || (isPlural(item.words.at(-1) ?? "") && resolve(reading, item.words)),
  );
  return fields > 0 && items.length > 1 && (fields * 2 >= items.length || things.length === 0);
}

/** What the catalogue knows by all of the words; otherwise a thing of that name, though a field may be called so too. */
export function describedThing(draft: Draft, reading: Reading, head: readonly string[], points: number): DraftEntity {
  const found = resolve(reading, head);
  const reason = "the prompt describes it";
  if (found !== null && found.words.length === head.length)
    return draft.touch(found.entity.name, found.entity, points, reason);
  return touchOwn(draft, entityName(head), points, reason);
}

/** `others`: everything that the prompt describes. */
export function readDescription(
  draft: Draft,
  reading: Reading,
  statement: Statement,
  others: readonly Statement[],
): void {
  const owner = describedThing(draft, reading, statement.head, 1);
  pointToOthers(draft, reading, owner, statement, others);
  addFields(draft, reading, statement.clause, owner, statement.items, true);
  for (const item of statement.items) {
    // "Wheelchair access" of a venue is no feature of the app.
    const read =
      item.words.length > 1 && featureWords.has(item.words.at(-1) ?? "") ? readField(owner.name, item) : null;
    if (read !== null) draft.addField(owner, read.field);
  }
  // Of a thing that only the prompt knows, nothing needs to be guessed beside what it says.
  if (owner.catalogue === null && owner.fields.length > 1) owner.listed = true;
}

/** "Screenings show a film on a screen at a date and time, with …": each has one of what stands before the list. */
function pointToOthers(
  draft: Draft,
  reading: Reading,
  owner: DraftEntity,
  { opening }: Statement,
  others: readonly Statement[],
): void {
  let text = ` ${(opening ?? []).map((token) => singular(token.lower)).join(" ")} `;
  for (const { head } of others.toSorted((a, b) => b.head.length - a.head.length)) {
    const phrase = ` ${singularPhrase(head)} `;
    if (!text.includes(phrase)) continue;
    text = text.replaceAll(phrase, "  ");
    const other = describedThing(draft, reading, head, 0);
    if (other === owner) continue;
    const name = other.name.toLowerCase();
    draft.relate({ from: other.name, to: owner.name, kind: "one-to-many", name, required: false });
  }
}
