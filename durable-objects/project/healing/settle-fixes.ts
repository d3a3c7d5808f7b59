// How the fixes that a generation used did: told by the failure that followed, or by build and tests that passed. Each use is
// counted once for its round, so that telling it again changes nothing.
import { countUses, fixesOf, type FixUse } from "#db/queries/fix-memory.ts";
import { type Failure, judgeUse } from "#engine/heal/cache/judge-use.ts";
import type { Diagnosis } from "#engine/heal/diagnosis.ts";
import { signError } from "#engine/heal/signature/sign-error.ts";
import { structuredError, tools } from "#engine/heal/structured-error.ts";
import type { RepairRound, ReportedError } from "#protocol/repair-account.ts";
import type { WorkContext } from "../effects/work.ts";
import { logMemoryFailure } from "./log-memory-failure.ts";

/** In the order in which they run; what fails outside of them fails later. */
const steps = ["install", "types", "lint", "build", "test"];

/**
 * `now`: what failed, or that everything passes. `isOver`: the generation ends with this failure; what was used last and led
 * to it did not help.
 */
export async function settleFixes(
  { db, record }: Pick<WorkContext, "db" | "record">,
  now: Diagnosis | "green",
  isOver = false,
): Promise<void> {
  const rounds = record.context.healing.rounds ?? [];
  const used = rounds.flatMap(({ fixes = [] }) => fixes);
  if (used.length === 0) return;
  try {
    const signatures = new Map((await fixesOf(db, used)).map(({ id, signature }) => [id, signature]));
    const uses: FixUse[] = [];
    for (const [round, { fixes = [], ...failed }] of rounds.entries()) {
      const following = rounds[round + 1];
      // A network that is down says nothing of a fix.
      if (now !== "green" && (following ?? now).category === "network") continue;
      const next = following ? failureOf(following) : now === "green" ? null : diagnosed(now);
      for (const fixId of fixes) {
        const failure = failureOf(failed);
        const own = ownSignatures(signatures.get(fixId), failure.signatures);
        const verdict = next === null ? "open" : judgeUse(failure, own, next);
        const isLast = following === undefined;
        const outcome = verdict === "failed" || (isOver && isLast) ? "failed" : now === "green" ? "succeeded" : null;
        if (outcome !== null) uses.push({ fixId, generationId: record.id, round, outcome });
      }
    }
    await countUses(db, uses);
  } catch (error) {
    logMemoryFailure("count the uses of fixes", error);
  }
}

/** A fix for a similar signature was used for one of the failure's. */
const ownSignatures = (signature: string | undefined, failed: readonly string[]): readonly string[] =>
  signature !== undefined && failed.includes(signature) ? [signature] : failed;

function failureOf({ causes = [], errors, where }: Pick<RepairRound, "causes" | "errors" | "where">): Failure {
  return { signatures: causes.flatMap(signReported), errors, step: stepOf(where) };
}

function diagnosed({ causes = [], errors = null, where }: Diagnosis): Failure {
  return { signatures: causes.map(({ signature }) => signature.hash), errors, step: stepOf(where) };
}

function stepOf(where: string): number {
  const at = steps.indexOf(where);
  return at < 0 ? steps.length : at;
}

function signReported({ tool: name, code, file, line, column, message }: ReportedError): string[] {
  const tool = tools.find((each) => each === name);
  return tool === undefined ? [] : [signError(structuredError({ tool, code, file, line, column, message })).hash];
}
