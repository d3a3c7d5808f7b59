import { diagnoseError, diagnoseFault } from "#engine/heal/diagnose.ts";
import type { Diagnosis } from "#engine/heal/diagnosis.ts";
import { parseOutput } from "#engine/heal/parse/parse-output.ts";
import type { HealthProblem } from "../../../workers/deploy/provider.ts";

/** What the app threw says more than that it did. */
export function diagnoseHealth(environment: string, { category, message, reason }: HealthProblem): Diagnosis {
  const [thrown] = reason === null ? [] : parseOutput("serve", reason);
  return thrown === undefined
    ? diagnoseFault(environment, category, "health-check", message)
    : diagnoseError("serve", thrown);
}
