// A seed → an app with one fault, or several. The PRD, the stack, the kinds of faults and their places all follow from it.
import fc from "fast-check";
import { planFromPrompt } from "#engine/architect/architect.ts";
import { arbitraryPrd } from "#engine/prd/arbitrary.ts";
import { type Prd, prdSchema } from "#engine/prd/schema.ts";
import type { FileTree, StackId } from "#engine/stacks/stack.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import { appPrompts } from "../generated/prompts.ts";
import type { BrokenRecord } from "./corpus-file.ts";
import type { Changes, Mutation } from "./mutations/mutation.ts";
import { mutations } from "./mutations/mutations.ts";
import { applyPatch } from "./patch.ts";
import { type Random, randomOf } from "./random.ts";
import { digestOf } from "./tree-digest.ts";

export interface BrokenApp {
  readonly seed: number;
  /** Drawn again so often: what was drawn before broke nothing that anybody checks. */
  readonly attempt: number;
  readonly stack: StackId;
  readonly faults: readonly Mutation[];
  readonly scaffold: FileTree;
  readonly broken: FileTree;
  /** Files that differ from the scaffold. */
  readonly changed: readonly string[];
}

/** Development, then held out: rules were written with sight of the first half alone. */
export const halves = { development: { from: 1, apps: 200 }, "held-out": { from: 1_001, apps: 100 } } as const;
export type Half = keyof typeof halves;

/** Every kind as often as it weighs, shuffled once, so that both halves see all of them. */
const deck = randomOf(7).shuffle(
  mutations.flatMap((mutation) =>
    Array.from({ length: Math.max(1, Math.round((mutation.weight ?? 1) * 2)) }, () => mutation),
  ),
);

/** What nothing notices is passed over; so is what only Next.js can have, which takes four times as long, after twice. */
const drawn = deck.filter(
  (card, at) =>
    card.isSilent !== true && (card.stack !== "next" || deck.slice(0, at).filter((each) => each === card).length < 2),
);

/** Null where the app has no place for what was drawn. */
export function breakApp(seed: number, attempt: number): BrokenApp | null {
  const random = randomOf(seed * 1_000 + attempt);
  const first = drawn[seed % drawn.length];
  if (first === undefined) return null;
  // Next.js takes four times as long: what only it can have, and one app of ten.
  const stack = first.stack ?? (seed % 10 === 0 ? "next" : "edge");
  const scaffold = stackFor(stack).generate(planOf(seed));
  const wanted = [first, ...companions(seed, stack, random)];
  const faults: Mutation[] = [];
  let broken = scaffold;
  for (const mutation of wanted) {
    const changes = mutation.apply({ stack, tree: broken, random });
    if (changes === null) continue;
    broken = applyChanges(broken, changes);
    faults.push(mutation);
  }
  if (faults.length < wanted.length) return null;
  const changed = [...new Set([...scaffold.keys(), ...broken.keys()])].filter(
    (path) => scaffold.get(path) !== broken.get(path),
  );
  return { seed, attempt, stack, faults, scaffold, broken, changed };
}

/** As it was recorded. Null where the scaffold's files have changed since: its lines are not those that the tools named. */
export function rebuildApp(record: BrokenRecord): BrokenApp | null {
  const { seed, attempt, stack, patch } = record;
  const scaffold = stackFor(stack).generate(planOf(seed));
  const broken = applyPatch(scaffold, patch);
  if (digestOf(scaffold, broken, []) !== record.runs[0]?.tree) return null;
  const faults = record.faults.flatMap((kind) => mutations.find((each) => each.kind === kind) ?? []);
  return { seed, attempt, stack, faults, scaffold, broken, changed: patch.map(({ path }) => path) };
}

/** One app of five has one or two faults more. What stops everything else would hide them. */
function companions(seed: number, stack: StackId, random: Random): Mutation[] {
  if (seed % 5 !== 3) return [];
  const others = mutations.filter(
    (each) =>
      (each.stack === undefined || each.stack === stack) &&
      (each.weight ?? 1) >= 1 &&
      !each.leaves.some((leaf) => /^(?:dependency\/lockfile|resource)/.test(leaf)),
  );
  return random.shuffle(others).slice(0, 1 + random.below(2));
}

function applyChanges(tree: FileTree, changes: Changes): FileTree {
  const result = new Map(tree);
  for (const [path, text] of changes) {
    if (text === null) result.delete(path);
    else result.set(path, text);
  }
  return result;
}

const additions = [
  "suppliers with a phone number",
  "visits with a date and a note",
  "invoices with an amount and a due date",
  "equipment with a serial number and photo",
  "volunteers with a role and start date",
  "contracts with a status",
  "vehicles with a number plate",
  "donations with an amount",
  "rooms with a capacity",
  "training sessions with a date",
];
const prompts = Object.values(appPrompts);

/** Odd PRDs and asked-for apps by turns; no two alike. */
export function planOf(seed: number): Prd {
  if (seed % 2 === 0) {
    const value = fc.sample(arbitraryPrd, { seed, numRuns: 2 })[1];
    return prdSchema.parse(value);
  }
  const prompt = `${prompts[seed % prompts.length] ?? ""}. Also track ${randomOf(seed).shuffle(additions).slice(0, 2).join(" and ")}.`;
  const planned = planFromPrompt(prompt, { projectName: `App ${seed}` });
  if (!planned.ok) throw new Error(`The architect refused: ${planned.message}`);
  return planned.prd;
}
