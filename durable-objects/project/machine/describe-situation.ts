// What the policy needs to know, from what the loop remembers. Pure.
import { isErrorCategory } from "#engine/heal/diagnosis.ts";
import type { Diagnosis } from "#engine/heal/diagnosis.ts";
import type { Situation, TriedRound } from "#engine/heal/policy/plan-healing.ts";
import type { Fallback } from "#engine/heal/policy/policy-table.ts";
import type { Prd } from "#engine/prd/schema.ts";
import type { RepairRound } from "#protocol/repair-account.ts";
import type { LoopContext } from "./context.ts";
import { tasksToLeave } from "./tasks-to-leave.ts";

export interface HealingFacts {
  readonly tasks: Prd["tasks"];
  /** A person asked for this version to be mended, and a model may do it. */
  readonly modelAsked: boolean;
  /** There is a version that works. */
  readonly hasGreen: boolean;
  /** Configuration files that are not as the generator wrote them. */
  readonly hasOwnConfiguration: boolean;
  /** package.json can be read, so that a lockfile can be made from it. */
  readonly hasManifest: boolean;
  /** A repair that was worked out without a model. */
  readonly drafted: "cache" | "similar" | "rule" | null;
}

export function describeSituation(context: LoopContext, diagnosis: Diagnosis, facts: HealingFacts): Situation {
  const { category, kind, signature, where, errors = null } = diagnosis;
  const offers = [
    ...(facts.drafted === null ? [] : [facts.drafted]),
    ...(mayAskModel(context, facts) ? (["model"] as const) : []),
  ];
  const rounds = (context.healing.rounds ?? []).map(triedRound);
  return {
    category,
    kind,
    signature,
    where,
    errors,
    offers,
    possible: possibleFallbacks(context, diagnosis, facts),
    rounds,
  };
}

/** A model wrote on top of the scaffold: it mends its work. A person's version it mends when it is asked to. */
function mayAskModel(context: LoopContext, facts: HealingFacts): boolean {
  return context.buildsVersion ? facts.modelAsked : hasModelWork(context, facts);
}

const hasModelWork = (context: LoopContext, { tasks }: HealingFacts): boolean =>
  context.plannedBy === "model" && !context.buildsVersion && tasks.length > 0 && context.modelWork !== "left-out";

function possibleFallbacks(context: LoopContext, diagnosis: Diagnosis, facts: HealingFacts): Fallback[] {
  const { healing, edits } = context;
  const inBuild = healing.failedIn === "building" || healing.failedIn === "testing";
  const installs = inBuild && diagnosis.where === "install";
  const hasModel = hasModelWork(context, facts);
  const can: Readonly<Record<Fallback, boolean>> = {
    "regenerate-lockfile": installs && facts.hasManifest,
    "other-package-manager": installs && healing.packageManager === undefined,
    // Where the configuration itself is at fault, building with less of everything helps only if it is put back.
    "simplified-build":
      inBuild && healing.simplified !== true && (diagnosis.category !== "configuration" || facts.hasOwnConfiguration),
    "more-resources": inBuild,
    "without-tasks": hasModel && leaveFor(context, diagnosis, facts).length > 0,
    "scaffold-only": hasModel,
    "keep-edits-whole": inBuild && edits.files.length > 0 && edits.canFallBack && edits.strategy === "lines",
    "last-green-version": facts.hasGreen,
    human: true,
  };
  return (Object.keys(can) as Fallback[]).filter((each) => can[each]);
}

export function leaveFor(context: LoopContext, { causes = [] }: Diagnosis, { tasks }: HealingFacts): string[] {
  const files = causes.flatMap(({ error }) => [error, ...error.related].flatMap(({ file }) => file ?? []));
  return tasksToLeave(tasks, context.wrote ?? [], files, context.leftOut ?? []);
}

function triedRound({ signature, where, category, errors, tried, source }: RepairRound): TriedRound {
  const known = isErrorCategory(category) ? category : "unknown";
  return { signature, where, category: known, errors, did: didOf(tried, source) };
}

function didOf(tried: RepairRound["tried"], source: RepairRound["source"]): TriedRound["did"] {
  switch (tried) {
    case "retry":
      return { kind: "retry" };
    case "mend-code":
      return { kind: "repair", source: "model" };
    case "apply-repairs":
      return { kind: "repair", source: source ?? "rule" };
    case "regenerate-lockfile":
    case "other-package-manager":
    case "simplified-build":
    case "more-resources":
    case "without-tasks":
    case "scaffold-only":
    case "keep-edits-whole":
      return { kind: "fallback", fallback: tried };
    default:
      return tried satisfies never;
  }
}
