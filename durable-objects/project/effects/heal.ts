// healing: a diagnosis → a remedy. What can be worked out here (a repair by rule or from the cache, a lockfile) is written as
// a version; the policy decides, and what nobody can mend goes back to its user with an account.
import { setVersionStatus } from "#db/queries/version-writes.ts";
import type { ProjectVersion } from "#db/schema/versions.ts";
import type { Diagnosis } from "#engine/heal/diagnosis.ts";
import { planHealing } from "#engine/heal/policy/plan-healing.ts";
import type { Fallback } from "#engine/heal/policy/policy-table.ts";
import type { Actor } from "#protocol/envelope.ts";
import { type Decided, type Known, carryOut } from "../healing/carry-out.ts";
import { draftRepair, type FailedTree } from "../healing/draft-repair.ts";
import { ownConfiguration } from "../healing/own-configuration.ts";
import { readEarlier } from "../healing/read-earlier.ts";
import { type FailedVersion, readFailedVersion } from "../healing/read-failed-version.ts";
import { settleFixes } from "../healing/settle-fixes.ts";
import { findGreen } from "../healing/stand-at-green.ts";
import { announceRepair } from "../healing/write-repair.ts";
import { describeSituation } from "../machine/describe-situation.ts";
import { originOf } from "../machine/count-round.ts";
import type { RunWork, WorkContext } from "./work.ts";

const fixer: Actor = { kind: "agent", id: "fixer" };

/** Remedies that try the same code again. */
const sameCode: ReadonlySet<string> = new Set(["retry", "more-resources", "other-package-manager"]);

export const heal: RunWork = async (work) => {
  const { db, record, log } = work;
  const { id: generationId, context } = record;
  const { diagnosis } = context.healing;
  if (diagnosis === null) throw new Error(`Generation ${generationId} heals without a diagnosis.`);
  // What is counted before is not offered again: a fix that failed twice in a row is in quarantine by now.
  await settleFixes(work, diagnosis);
  const { remedy, written, account, shown } = await decide(work, diagnosis);
  if (remedy.kind === "give-up") await settleFixes(work, diagnosis, true);
  const isSame = sameCode.has(remedy.kind);
  log("fixer", isSame ? "warn" : "error", remedy.explanation);
  // What only runs badly was built and tested all the same.
  if (!isSame && context.builds > 0 && context.versionId !== null)
    await setVersionStatus(db, context.versionId, "failed");
  return {
    actor: fixer,
    event: { type: "healed", remedy, spentUsd: record.view.costUsd, ...(account && { account }) },
    commit: (append) => {
      if (remedy.kind === "give-up") {
        if (shown) append("deployment.updated", fixer, shown);
        append("heal.exhausted", fixer, { generationId, reason: remedy.explanation });
        return;
      }
      if (written) announceRepair(append, fixer, generationId, written);
      const { category, kind, signature } = diagnosis;
      const source = originOf(remedy);
      append("heal.attempted", fixer, {
        generationId,
        category,
        kind,
        origin: source === "similar" ? "cache" : (source ?? "rule"),
        signature,
        attempt: context.healing.attempts + 1,
        remedy: remedy.kind,
        explanation: remedy.explanation,
      });
    },
  };
};

async function decide(work: WorkContext, diagnosis: Diagnosis): Promise<Decided> {
  const known = await readKnown(work, diagnosis);
  const situation = describeSituation(work.record.context, diagnosis, known.facts);
  // A fallback that turns out not to work here is as good as not possible: the next one is looked for.
  const useless = new Set<Fallback>();
  for (;;) {
    const possible = situation.possible.filter((each) => !useless.has(each));
    const step = planHealing({ ...situation, possible }, Math.random());
    const decided = await carryOut(work, diagnosis, known, step);
    if (decided !== null) return decided;
    if (step.kind !== "fallback") throw new Error(`A ${step.kind} of generation ${work.record.id} has no remedy.`);
    useless.add(step.fallback);
  }
}

async function failedTree(
  work: WorkContext,
  diagnosis: Diagnosis,
  failed: FailedVersion,
  green: ProjectVersion | null,
): Promise<FailedTree> {
  return { diagnosis, tree: failed.tree, earlier: await readEarlier(work, failed, green) };
}

async function readKnown(work: WorkContext, diagnosis: Diagnosis): Promise<Known> {
  const { record } = work;
  const failed = await readFailedVersion(work);
  const used = (record.context.healing.rounds ?? []).flatMap((round) =>
    round.signature === diagnosis.signature && round.source ? round.source : [],
  );
  const green = await findGreen(work);
  const draft =
    failed === null ? null : await draftRepair(work, await failedTree(work, diagnosis, failed, green), used);
  return {
    failed,
    draft,
    green,
    facts: {
      tasks: record.prd?.tasks ?? [],
      modelAsked: record.input.mayMend === true && record.input.provider !== "builtin",
      hasGreen: green !== null,
      hasOwnConfiguration: failed !== null && ownConfiguration(failed).length > 0,
      hasManifest: failed?.tree.has("package.json") === true,
      drafted: draft?.source ?? null,
    },
  };
}
