// Whether a failure is tried again as it is. Categories without retries are not mended by running the same thing again.
import type { Diagnosis, Remedy } from "../diagnosis.ts";
import { delayBefore, policyTable, retryLimits } from "./policy-table.ts";

export interface HealingHistory {
  attempts: number;
  byCategory: Readonly<Record<string, number>>;
  resourceScale: number;
}

/** `random`: uniform in [0, 1). */
export function chooseRemedy(diagnosis: Diagnosis, history: HealingHistory, random: number): Remedy {
  const { category, message, where } = diagnosis;
  const { retries } = policyTable[category];
  if (retries === 0) {
    return {
      kind: "give-up",
      explanation: `${where} failed and no repair without a model applies: ${message}`,
    };
  }
  const used = history.byCategory[category] ?? 0;
  if (used >= retries || history.attempts >= retryLimits.inAll) {
    return {
      kind: "give-up",
      explanation: `${where} failed again after ${history.attempts} attempts: ${message}`,
    };
  }
  const delayMs = delayBefore(used, random);
  const resourceScale = category === "resource" ? history.resourceScale * 2 : history.resourceScale;
  const how = category === "resource" ? " with twice the limits" : "";
  return {
    kind: "retry",
    delayMs,
    resourceScale,
    explanation: `Trying ${where} again${how}: ${message}`,
  };
}
