// One step of the policy → the remedy that the loop takes, with what had to be written for it. Safe to repeat.
import type { ProjectVersion } from "#db/schema/versions.ts";
import type { Diagnosis, DraftSource, Remedy } from "#engine/heal/diagnosis.ts";
import type { HealingStep } from "#engine/heal/policy/plan-healing.ts";
import type { ProjectEvents } from "#protocol/project-events.ts";
import type { RepairAccount } from "#protocol/repair-account.ts";
import type { WorkContext } from "../effects/work.ts";
import { type HealingFacts, leaveFor } from "../machine/describe-situation.ts";
import { accountRepairs } from "./account-repairs.ts";
import type { Draft } from "./draft-repair.ts";
import { ownConfiguration } from "./own-configuration.ts";
import type { FailedVersion } from "./read-failed-version.ts";
import { remakeLockfile } from "./remake-lockfile.ts";
import { standAtGreen } from "./stand-at-green.ts";
import { changesBetween, type WrittenRepair, writeRepair } from "./write-repair.ts";

export interface Known {
  readonly failed: FailedVersion | null;
  readonly draft: (Draft & { readonly source: DraftSource }) | null;
  readonly green: ProjectVersion | null;
  readonly facts: HealingFacts;
}

export interface Decided {
  readonly remedy: Remedy;
  /** The version that the remedy names. */
  readonly written?: WrittenRepair;
  readonly account?: RepairAccount;
  /** The preview went back to the last green version. */
  readonly shown?: ProjectEvents["deployment.updated"];
}

/** Null where a fallback cannot be taken after all. */
export async function carryOut(
  work: WorkContext,
  diagnosis: Diagnosis,
  known: Known,
  step: HealingStep,
): Promise<Decided | null> {
  const { where, message } = diagnosis;
  switch (step.kind) {
    case "retry":
      return { remedy: { kind: "retry", delayMs: step.delayMs, explanation: `Trying ${where} again: ${message}` } };
    case "repair":
      return step.source === "model"
        ? { remedy: { kind: "mend-code", explanation: `The model mends the code: ${message}` } }
        : applyDraft(work, known);
    case "fallback":
      return step.fallback === "last-green-version"
        ? handOver(work, diagnosis, known, step.reason)
        : takeFallback(work, diagnosis, known, step);
    case "hand-over":
      return handOver(work, diagnosis, known, step.reason);
    default:
      return step satisfies never;
  }
}

async function applyDraft(work: WorkContext, { draft, failed }: Known): Promise<Decided | null> {
  if (draft === null || failed === null) return null;
  const { source, fixes, explanation } = draft;
  const written = await writeRepair(work, changesBetween(failed.tree, draft.tree), explanation);
  const remedy: Remedy = {
    kind: "apply-repairs",
    source,
    versionId: written.version.id,
    ...(fixes && { fixes }),
    explanation,
  };
  return { remedy, written };
}

type FallbackStep = Extract<HealingStep, { kind: "fallback" }>;

async function takeFallback(
  work: WorkContext,
  diagnosis: Diagnosis,
  { failed, facts }: Known,
  { fallback, reason }: FallbackStep,
): Promise<Decided | null> {
  const { where, message } = diagnosis;
  const { context, prd } = work.record;
  const failure = `${where} failed: ${message}`;
  switch (fallback) {
    case "regenerate-lockfile": {
      const lockfile = failed && (await remakeLockfile(work, failed.tree, diagnosis.kind));
      if (lockfile === null) return null;
      const explanation = `The lockfile is made anew from package.json. ${failure}`;
      const written = await writeRepair(work, new Map([["package-lock.json", lockfile]]), "Make the lockfile anew");
      return { remedy: { kind: fallback, versionId: written.version.id, explanation }, written };
    }
    case "other-package-manager":
      return { remedy: { kind: fallback, explanation: `Installing with pnpm instead of npm. ${failure}` } };
    case "simplified-build":
      return simplify(work, failed, failure);
    case "more-resources": {
      const resourceScale = context.healing.resourceScale * 2;
      return {
        remedy: {
          kind: fallback,
          resourceScale,
          explanation: `Trying ${where} again with twice the limits: ${message}`,
        },
      };
    }
    case "without-tasks": {
      const tasks = leaveFor(context, diagnosis, facts);
      const titles = (prd?.tasks ?? []).filter(({ id }) => tasks.includes(id)).map(({ title }) => `"${title}"`);
      const explanation = `The app still fails: ${message} ${reason} It is built without ${titles.join(", ")}.`;
      return { remedy: { kind: fallback, tasks, explanation } };
    }
    case "scaffold-only": {
      const explanation = `The app still fails: ${message} ${reason} It is built without what the model added.`;
      return { remedy: { kind: fallback, explanation } };
    }
    case "keep-edits-whole": {
      const paths = context.edits.files.join(", ");
      const explanation = `The app does not build with the new code merged into the files edited by hand. Trying again with these files as they were (${paths}).`;
      return { remedy: { kind: fallback, explanation } };
    }
    case "last-green-version":
      return null;
    default:
      return fallback satisfies never;
  }
}

/** Less work for the tools; and the generator's own configuration, where it was changed. */
async function simplify(work: WorkContext, failed: FailedVersion | null, failure: string): Promise<Decided> {
  const kind = "simplified-build";
  const own = failed === null ? [] : ownConfiguration(failed);
  if (failed === null || own.length === 0) {
    const explanation = `Building without minifying, with one worker. ${failure}`;
    return { remedy: { kind, versionId: null, explanation } };
  }
  const explanation = `Building with the configuration as it was generated (${own.join(", ")}). ${failure}`;
  const changes = new Map(own.map((path) => [path, failed.generated[path] ?? null]));
  const written = await writeRepair(work, changes, "Put the generated configuration back");
  return { remedy: { kind, versionId: written.version.id, explanation }, written };
}

async function handOver(
  work: WorkContext,
  diagnosis: Diagnosis,
  { failed, green }: Known,
  reason: string,
): Promise<Decided> {
  const shown = green === null ? null : await standAtGreen(work, green);
  const explanation = [
    `${diagnosis.where} failed: ${diagnosis.message}`,
    reason,
    green === null ? "" : `The app stays at version ${green.number}, the last one that works.`,
    editsHint(work),
  ];
  const said = explanation.filter(Boolean).join(" ");
  const account = await accountRepairs(work.db, work.record, { diagnosis, reason, green, tree: failed?.tree ?? null });
  return { remedy: { kind: "give-up", explanation: said }, account, ...(shown && { shown }) };
}

/** The edits stand in the version before, which goes on as it is. */
function editsHint({ record }: WorkContext): string {
  const { files } = record.context.edits;
  return files.length === 0
    ? ""
    : `The new code does not go together with edits made by hand in ${files.join(", ")}. The version before is unchanged; change or delete these files, or roll back, and ask again.`;
}
