// What a round of healing leaves behind: what failed, and what was done about it. Pure.
import type { Cause, Diagnosis, Remedy } from "#engine/heal/diagnosis.ts";
import type { RepairOrigin, RepairRound, ReportedError } from "#protocol/repair-account.ts";
import type { HealingContext, LoopContext } from "./context.ts";

const mostCauses = 5;
const longestExcerpt = 400;

export function countRound(
  { healing, versionId }: LoopContext,
  diagnosis: Diagnosis,
  remedy: Exclude<Remedy, { kind: "give-up" }>,
  spentUsd: number,
): HealingContext {
  const { category, kind, where, message, signature, errors = null, causes = [] } = diagnosis;
  const source = originOf(remedy);
  const round: RepairRound = {
    where,
    category,
    kind,
    message,
    errors,
    signature,
    causes: causes.slice(0, mostCauses).map(reportError),
    tried: remedy.kind,
    ...(source && { source }),
    ...(remedy.kind === "apply-repairs" && remedy.fixes && { fixes: remedy.fixes }),
    what: remedy.explanation,
    versionId,
    spentUsd,
  };
  return {
    ...healing,
    rounds: [...(healing.rounds ?? []), round],
    attempts: healing.attempts + 1,
    byCategory: { ...healing.byCategory, [category]: (healing.byCategory[category] ?? 0) + 1 },
  };
}

export function originOf(remedy: Remedy): RepairOrigin | null {
  if (remedy.kind === "apply-repairs") return remedy.source;
  return remedy.kind === "mend-code" ? "model" : null;
}

export function reportError({ step, leaf, error }: Cause): ReportedError {
  const { tool, code, file, line, column, message, excerpt } = error;
  const said = { message: message.slice(0, 300), excerpt: excerpt.slice(0, longestExcerpt) };
  return { step, leaf, tool, code, file, line, column, ...said };
}
