// All failed steps of one run → what is wrong, causes first, bounded so that it can be stored with the loop.
import type { StepResult } from "#builder/protocol.ts";
import { classifyError } from "./classify/classify-error.ts";
import type { Cause } from "./diagnosis.ts";
import { groupCascades } from "./parse/group-cascades.ts";
import { parseOutput } from "./parse/parse-output.ts";
import { signError } from "./signature/sign-error.ts";
import type { StructuredError } from "./structured-error.ts";

export interface FailedStep {
  readonly result: StepResult;
  /** Its log, newest lines last. */
  readonly output: string;
}

/** `read`: beyond that many, what is left is counted and no longer compared with the rest. */
const bounds = { read: 400, causes: 40, related: 8, excerpt: 1_000, relatedExcerpt: 300, allExcerpts: 24_000 } as const;

export interface FoundCauses {
  readonly causes: readonly Cause[];
  /** Causes and what follows from them; null where nothing was recognised. */
  readonly errors: number | null;
}

/** Steps run side by side, so that several may say the same fault; it counts once, as the first of them said it. */
export function findCauses(failed: readonly FailedStep[]): FoundCauses {
  const stepOf = new Map<string, Cause["step"]>();
  const said = new Map<string, Cause["step"]>();
  const all: StructuredError[] = [];
  for (const { result, output } of failed) {
    for (const error of parseOutput(result.step, output)) {
      const fault = `${signError(error).hash} ${error.file ?? ""}`;
      if (said.has(fault) && said.get(fault) !== result.step) continue;
      said.set(fault, result.step);
      stepOf.set(placeOf(error), result.step);
      all.push(error);
    }
  }
  const first = failed[0]?.result.step ?? "build";
  const causes = groupCascades(all.slice(0, bounds.read)).map((error) => ({
    step: stepOf.get(placeOf(error)) ?? first,
    ...classifyError(error),
    signature: signError(error),
    error,
  }));
  const errors = all.reduce((sum, { related }) => sum + 1 + related.length, 0);
  return { causes: bounded(causes), errors: errors === 0 ? null : errors };
}

const placeOf = ({ tool, file, line, column, code, message }: StructuredError): string =>
  [tool, file, line, column, code, message].join("\0");

function bounded(causes: readonly Cause[]): Cause[] {
  let left: number = bounds.allExcerpts;
  const cut = (error: StructuredError, most: number): StructuredError => {
    const excerpt = error.excerpt.slice(0, Math.min(most, left));
    left -= excerpt.length;
    return { ...error, excerpt };
  };
  return causes.slice(0, bounds.causes).map((cause) => ({
    ...cause,
    error: {
      ...cut(cause.error, bounds.excerpt),
      related: cause.error.related
        .slice(0, bounds.related)
        .map((each) => ({ ...cut(each, bounds.relatedExcerpt), related: [] })),
    },
  }));
}
