// healing: a diagnosis → a remedy. Without a model the remedies are those of the retry policy.
import { setVersionStatus } from "#db/queries/version-writes.ts";
import { findStandstill } from "#engine/heal/policy/standstill.ts";
import { chooseRemedy } from "#engine/heal/policy/retry-policy.ts";
import type { Remedy } from "#engine/heal/diagnosis.ts";
import type { Actor } from "#protocol/envelope.ts";
import { rescueEdits } from "../machine/rescue-edits.ts";
import { accountRepairs } from "./account-repairs.ts";
import type { GenerationRecord } from "../storage/loop-store.ts";
import type { RunWork } from "./work.ts";

const fixer: Actor = { kind: "agent", id: "fixer" };

export const heal: RunWork = async ({ db, record, log }) => {
  const { id: generationId, context } = record;
  const { diagnosis } = context.healing;
  if (diagnosis === null) throw new Error(`Generation ${generationId} heals without a diagnosis.`);
  const byPolicy = chooseRemedy(diagnosis, context.healing, Math.random());
  const remedy = rescueEdits(withModel(byPolicy, record), context);
  log("fixer", remedy.kind === "retry" ? "warn" : "error", remedy.explanation);
  if (remedy.kind !== "retry" && context.versionId !== null) await setVersionStatus(db, context.versionId, "failed");
  const account = remedy.kind === "give-up" ? await accountRepairs(db, record, remedy.explanation) : undefined;
  return {
    actor: fixer,
    event: { type: "healed", remedy, spentUsd: record.view.costUsd, ...(account && { account }) },
    commit: (append) => {
      if (remedy.kind === "give-up") {
        append("heal.exhausted", fixer, { generationId, reason: remedy.explanation });
        return;
      }
      const { category, kind, signature } = diagnosis;
      append("heal.attempted", fixer, {
        generationId,
        category,
        kind,
        origin: remedy.kind === "mend-code" ? "model" : "rule",
        signature,
        attempt: context.healing.attempts + 1,
      });
    },
  };
};

/** Rounds in which a model may mend what failed. */
const mostMends = 3;

/** Where a model wrote on top of the scaffold and running again does not help: it mends its work, or its work goes. */
function withModel(remedy: Remedy, { context, prd }: GenerationRecord): Remedy {
  const { diagnosis, rounds = [] } = context.healing;
  const wrote = context.plannedBy === "model" && !context.buildsVersion && (prd?.tasks.length ?? 0) > 0;
  if (remedy.kind !== "give-up" || !wrote || diagnosis === null || context.modelWork === "left-out") return remedy;
  const mends = rounds.filter((round) => round.tried === "mend-code");
  const { signature, errors = null } = diagnosis;
  const standstill = findStandstill(mends, { signature, errors });
  if (mends.length < mostMends && standstill === null) {
    return { kind: "mend-code", explanation: `The model mends its code: ${diagnosis.message}` };
  }
  const tried = mends.length === 1 ? "one repair" : `${mends.length} repairs`;
  const why = standstill ?? "Further ones are not tried.";
  const explanation = `The app still fails after ${tried}: ${diagnosis.message} ${why} It is built without what the model added.`;
  return { kind: "scaffold-only", explanation };
}
