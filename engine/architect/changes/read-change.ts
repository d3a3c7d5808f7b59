// A sentence of a later request as steps on the plan as it stands. What fits none of these readers is read with the first
// prompt, as words about what the app keeps.
import type { Prd } from "#engine/prd/schema.ts";
import type { Change, ChangeReader } from "./change.ts";
import { readFieldAddition } from "./read-field-addition.ts";
import { readFieldKind, readFieldState, readListView } from "./read-field-kind.ts";
import { readFieldRemoval } from "./read-field-removal.ts";
import { readListOrder } from "./read-list-order.ts";
import { readLayoutChange, readLookChange, readNameChange } from "./read-look-change.ts";

const readers: readonly ChangeReader[] = [
  readNameChange,
  readLayoutChange,
  readLookChange,
  readListView,
  readListOrder,
  readFieldState,
  readFieldKind,
  readFieldRemoval,
  readFieldAddition,
];

const polite =
  /^(?:(?:and|also|then|next|now|please|kindly|just|hey|ok|okay|so|but)\b[\s,]*|(?:can|could|would|will) you (?:please )?|(?:i|we)(?:'d| would) like you to |(?:i|we) (?:want|need) you to |let's |let us |you should )+/i;

/** Longer ones explain something; a change is said in a few words. */
const longestChange = 200;

export function readChange(sentence: string, prd: Prd): Change | null {
  const plain = sentence
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/^[-*•]\s+/, "")
    .replace(polite, "")
    .replace(/(?:[\s,]+(?:please|thanks|thank you|too|as well))?[.!?;,\s]*$/i, "");
  if (plain === "" || plain.length > longestChange) return null;
  return readWhole(plain, prd) ?? readParts(plain, prd);
}

function readWhole(sentence: string, prd: Prd): Change | null {
  for (const read of readers) {
    const change = read(sentence, prd);
    if (change !== null && (!("steps" in change) || change.steps.length > 0)) return change;
  }
  return null;
}

/** "Make it green and the visits a calendar": the verb is said once. */
function readParts(sentence: string, prd: Prd): Change | null {
  const [verb = ""] = sentence.split(" ", 1);
  for (const { index, 0: joint } of sentence.matchAll(/,?\s+and\s+|,\s+/gi)) {
    const [left, right] = [sentence.slice(0, index), sentence.slice(index + joint.length)];
    const one = readWhole(left, prd);
    if (one === null || !("steps" in one)) continue;
    const other = readWhole(`${verb} ${right}`, prd) ?? readWhole(right, prd);
    if (other !== null && "steps" in other) return { steps: [...one.steps, ...other.steps] };
  }
  return null;
}
