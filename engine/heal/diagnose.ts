// From what the builder reported to a diagnosis: which part failed, of what kind, and a signature that two failures
// with the same cause share. Issue 4's parsers will deepen `classify`; the seam is this function.
import type { StepResult } from "#builder/protocol.ts";
import type { Diagnosis, ErrorCategory } from "./diagnosis.ts";
import { outputRules } from "./classify/output-rules.ts";
import { signatureOf } from "./classify/signature.ts";
import { failingPart, firstTestFailure } from "./classify/test-failures.ts";

const excerptCharacters = 4_000;

/** `output`: the failed step's log, newest lines last. */
export function diagnoseStep(step: StepResult, output: string): Diagnosis {
  const failing = failingPart(output);
  const excerpt = failing === output ? output.slice(-excerptCharacters) : failing.slice(0, excerptCharacters);
  const { category, kind, message, errors } = classify(step, output);
  return {
    category,
    kind,
    where: step.step,
    message,
    errors,
    excerpt,
    signature: signatureOf(category, kind, step.step, message),
  };
}

/** A failure outside any step: the builder was unreachable, the preview did not answer. */
export function diagnoseFault(where: string, category: ErrorCategory, kind: string, message: string): Diagnosis {
  return {
    category,
    kind,
    where,
    message,
    excerpt: message,
    signature: signatureOf(category, kind, where, message),
  };
}

interface Classified {
  category: ErrorCategory;
  kind: string;
  message: string;
  /** Lines that say the same kind of thing; null where none does. */
  errors: number | null;
}

function classify(step: StepResult, output: string): Classified {
  switch (step.outcome) {
    case "timeout":
      return {
        category: "resource",
        kind: "timeout",
        message: `${step.step} took longer than its limit.`,
        errors: null,
      };
    case "out-of-memory":
      return {
        category: "resource",
        kind: "memory",
        message: `${step.step} needed more memory than its limit.`,
        errors: null,
      };
    case "output-limit":
      return {
        category: "resource",
        kind: "output",
        message: `${step.step} printed more than its limit.`,
        errors: null,
      };
    case "passed":
    case "failed":
    case "cancelled": {
      const lines = output.split("\n");
      for (const rule of outputRules) {
        const line = lines.find((candidate) => rule.pattern.test(candidate));
        if (line === undefined) continue;
        // The reporter's line of a failed test carries its time, and not what was wrong.
        const message = (rule.kind === "test-failure" && firstTestFailure(output)) || line.trim().slice(0, 300);
        const errors = lines.filter((candidate) => rule.pattern.test(candidate)).length;
        return { category: rule.category, kind: rule.kind, message, errors };
      }
      const last = lines.findLast((line) => line.trim() !== "") ?? "";
      const message =
        `${step.step} ended with status ${step.exitCode ?? "unknown"}. ${last.trim().slice(0, 200)}`.trim();
      return { category: "unknown", kind: "exit-status", message, errors: null };
    }
    default:
      return step.outcome satisfies never;
  }
}
