// Heads of a list of fields that are too general to be read alone: "file a request with amount and reason", "report
// problems with a photo and a description", "corrective actions with a due date".
import { type Draft, type DraftEntity, entityName } from "./draft.ts";
import { listedThing } from "./listed-things.ts";
import { fullerName, resolve, touchOwn, vagueNouns } from "./name-entity.ts";
import type { Statement } from "./read-statements.ts";
import type { Reading } from "./reading.ts";
import { recordWords } from "./record-words.ts";
import { singular } from "./words.ts";

/** Too general to be a record when merely spoken of; with fields of their own they are. */
const reported = new Set(
  "problem issue idea topic error warning question message answer subject goal job key".split(" "),
);

const reason = "the prompt describes it";

/** `fieldish`: how many of the items are fields by their names. Null for every other head. */
export function describedRecord(
  draft: Draft,
  reading: Reading,
  { head, one }: Statement,
  fieldish: number,
): DraftEntity | null {
  const noun = singular(head.at(-1) ?? "");
  const found = resolve(reading, head);
  const isLone = head.length === 1 && fieldish > 1;
  if (isLone && recordWords.has(noun)) {
    // After purchase requests were spoken of, a request is one of them.
    const fuller = fullerName(reading, noun);
    const whole = fuller === null ? null : resolve(reading, fuller.split(" "));
    if (whole?.words.length === 2) return draft.touch(whole.entity.name, whole.entity, 4, reason);
    const name = found === null ? (fuller ?? (one ? noun : null)) : null;
    if (name !== null) return touchOwn(draft, entityName(name.split(" ")), 4, reason);
  }
  // "Neighbourhood watch reports: place, date and photo"
  if (noun === "report" && head.length > 1 && fieldish > 1)
    return draft.touch(entityName(head.slice(-3)), null, 4, reason);
  if (found !== null) return null;
  if (isLone && (vagueNouns.has(noun) || reported.has(noun))) return draft.touch(entityName(head), null, 4, reason);
  const general = listedThing(head);
  if (general === null) return null;
  return draft.touch(noun === "checklist" ? "Checklist" : general, null, 4, reason);
}
