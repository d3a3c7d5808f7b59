// A broken app through healing without a model, decided as the loop decides: repairs by rules, then what the policy allows,
// round after round. What a tree makes the tools say comes from the corpus, or from the builder where that is at hand.
import { allowedPackages } from "#engine/agents/coder/allowed-packages.ts";
import type { StepOutcome, StepResult } from "#builder/protocol.ts";
import { diagnoseError, diagnoseFault, diagnoseSteps } from "#engine/heal/diagnose.ts";
import type { Diagnosis } from "#engine/heal/diagnosis.ts";
import type { FailedStep } from "#engine/heal/find-causes.ts";
import { readRefusal } from "#engine/heal/parse/read-refusal.ts";
import { planHealing, type TriedRound } from "#engine/heal/policy/plan-healing.ts";
import { proposeRepairs } from "#engine/heal/rules/propose-repairs.ts";
import type { AddedPackage } from "#engine/heal/rules/rule.ts";
import type { FileTree } from "#engine/stacks/stack.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import type { BrokenApp } from "./broken-app.ts";
import type { Run } from "./corpus-file.ts";
import { configurationOf } from "./configuration-of.ts";

export interface Attempt {
  readonly tree: FileTree;
  readonly packages: readonly AddedPackage[];
  /** The lockfile is made anew from package.json. */
  readonly relocked: boolean;
}

/** Null where it is not known what the tools say of this tree. */
export type Observe = (attempt: Attempt) => Promise<Run["failed"] | null>;

export interface Healed {
  /** `unseen`: the rules made a tree that nobody has built yet. */
  readonly end: "green" | "handed-over" | "unseen";
  readonly last: Attempt;
  /** What mended it, in order: names of rules, and of fallbacks. */
  readonly means: readonly string[];
  readonly explanations: readonly string[];
  /** Times that the code was changed. */
  readonly rounds: number;
}

export async function healApp(app: BrokenApp, observe: Observe): Promise<Healed> {
  const { manifest } = stackFor(app.stack);
  const tried: TriedRound[] = [];
  const means: string[] = [];
  const explanations: string[] = [];
  let last: Attempt = { tree: app.broken, packages: [], relocked: false };
  const end = (how: Healed["end"]): Healed => ({
    end: how,
    last,
    means,
    explanations,
    rounds: tried.filter(({ did }) => did.kind !== "retry").length,
  });
  for (;;) {
    const failed = await observe(last);
    if (failed === null) return end("unseen");
    if (Object.keys(failed).length === 0) return end("green");
    const diagnosis = diagnose(failed);
    const errors = (diagnosis.causes ?? []).map(({ error }) => error);
    const { repairs, tree } = proposeRepairs(errors, last.tree, allowedPackages, manifest, app.scaffold);
    const own = configurationOf(app.scaffold, last.tree);
    const step = planHealing(
      {
        category: diagnosis.category,
        kind: diagnosis.kind,
        signature: diagnosis.signature,
        where: diagnosis.where,
        errors: diagnosis.errors ?? null,
        offers: repairs.length > 0 ? ["rule"] : [],
        possible: [
          ...(own.size > 0 ? (["simplified-build"] as const) : []),
          ...(diagnosis.where === "install" && isJson(last.tree.get("package.json"))
            ? (["regenerate-lockfile"] as const)
            : []),
        ],
        rounds: tried,
      },
      0.5,
    );
    const { category, signature, where, errors: counted = null } = diagnosis;
    const round = { category, signature, where, errors: counted };
    if (step.kind === "hand-over") return end("handed-over");
    // The same tree says the same again: nothing here is a matter of luck.
    if (step.kind === "retry") tried.push({ ...round, did: { kind: "retry" } });
    else if (step.kind === "repair") {
      tried.push({ ...round, did: { kind: "repair", source: "rule" } });
      means.push(...repairs.map(({ rule }) => rule));
      explanations.push(...repairs.map(({ explanation }) => explanation));
      last = { ...last, tree, packages: [...last.packages, ...repairs.flatMap(({ packages }) => packages)] };
    } else {
      tried.push({ ...round, did: { kind: "fallback", fallback: step.fallback } });
      means.push(step.fallback);
      last =
        step.fallback === "regenerate-lockfile"
          ? { ...last, relocked: true }
          : { ...last, tree: new Map([...last.tree, ...own]) };
    }
  }
}

function isJson(text: string | undefined): boolean {
  try {
    JSON.parse(text ?? "");
    return true;
  } catch {
    return false;
  }
}

/** As the effect of a build does. */
export function diagnose(failed: Run["failed"]): Diagnosis {
  const [first, ...rest] = Object.entries(failed).map(([step, { outcome, text }]): FailedStep => {
    const result = { step: step as StepResult["step"], outcome: outcome as StepOutcome, exitCode: 1 };
    return { result: { ...result, durationMs: 0, peakMemoryBytes: 0, cpuMs: 0 }, output: text };
  });
  if (first === undefined) throw new Error("Nothing failed.");
  const refused = first.result.step === "install" ? readRefusal(first.output) : null;
  if (refused !== null) return diagnoseError("install", refused);
  if (first.result.step === "install" && first.output === "") return diagnoseFault("install", "unknown", "builder", "");
  return diagnoseSteps([first, ...rest]);
}
