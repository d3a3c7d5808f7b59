// What verbs let people do with records: "see", "approve", "ships", "managing".
import type { AccessAction } from "#engine/prd/schema.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

const verbs: Readonly<Record<AccessAction | "manage", ReadonlySet<string>>> = {
  read: words(
    "see view read browse look access search find check watch consult comment export download rate vote like follow contact call invite participate discuss compare get receive",
  ),
  create: words(
    `add create post submit book register place write start upload request apply enrol enroll order record log enter
     reserve report file raise open draft propose suggest send buy borrow donate offer schedule set prescribe`,
  ),
  update: words(
    `edit update change modify approve reject assign complete mark close process confirm resolve review publish
     reschedule cancel pin lock hide accept decline deny refuse authorise authorize sign fix repair clean ship pack deliver
     pay reimburse test verify prepare dispatch award score grade answer handle pick return finish settle escalate`,
  ),
  delete: words("delete remove archive"),
  manage: words("manage maintain administer organise organize control oversee run moderate plan"),
};

/** "managing", "manages" → "manage". */
function stemsOf(word: string): string[] {
  const stems = [word];
  if (word.endsWith("s")) stems.push(word.slice(0, -1));
  if (word.endsWith("es")) stems.push(word.slice(0, -2), `${word.slice(0, -3)}y`);
  if (word.endsWith("ing")) stems.push(word.slice(0, -3), `${word.slice(0, -3)}e`, word.slice(0, -4));
  return stems;
}

const kinds = Object.entries(verbs) as readonly [AccessAction | "manage", ReadonlySet<string>][];

/** The verb as a dictionary has it; undefined for what says nothing of records. */
export const verbOf = (word: string): string | undefined =>
  stemsOf(word).find((stem) => kinds.some(([, known]) => known.has(stem)));

export function actionsOf(word: string): readonly AccessAction[] | undefined {
  const verb = verbOf(word);
  const kind = verb === undefined ? undefined : kinds.find(([, known]) => known.has(verb))?.[0];
  if (kind === undefined) return undefined;
  return kind === "manage" ? ["create", "read", "update", "delete"] : [kind];
}
