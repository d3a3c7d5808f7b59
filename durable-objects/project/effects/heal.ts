// healing: a diagnosis → a remedy. Without a model the remedies are those of the retry policy.
import { setVersionStatus } from "#db/queries/version-writes.ts";
import { chooseRemedy } from "#engine/heal/policy/retry-policy.ts";
import type { Actor } from "#protocol/envelope.ts";
import type { RunWork } from "./work.ts";

const fixer: Actor = { kind: "agent", id: "fixer" };

export const heal: RunWork = async ({ db, record, log }) => {
  const { id: generationId, context } = record;
  const { diagnosis } = context.healing;
  if (diagnosis === null) throw new Error(`Generation ${generationId} heals without a diagnosis.`);
  const remedy = chooseRemedy(diagnosis, context.healing, Math.random());
  log("fixer", remedy.kind === "retry" ? "warn" : "error", remedy.explanation);
  if (remedy.kind === "give-up" && context.versionId !== null) await setVersionStatus(db, context.versionId, "failed");
  return {
    actor: fixer,
    event: { type: "healed", remedy },
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
        origin: "rule",
        signature,
        attempt: context.healing.attempts + 1,
      });
    },
  };
};
