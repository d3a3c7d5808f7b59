// How often and how fast a failure is tried again (requirements N3.2): 5 in all; base 1 s, cap 60 s, ×2, jitter 0.1;
// per category dependency 3, resource 2, network 5, unknown 2. Categories without a number are not mended by running
// the same thing again.
import type { Diagnosis, ErrorCategory, Remedy } from "../diagnosis.ts";

const retriesInAll = 5;
const retriesByCategory: Readonly<Partial<Record<ErrorCategory, number>>> = {
  dependency: 3,
  resource: 2,
  network: 5,
  unknown: 2,
};
const baseMs = 1_000;
const capMs = 60_000;
const jitter = 0.1;

export interface HealingHistory {
  attempts: number;
  byCategory: Readonly<Record<string, number>>;
  resourceScale: number;
}

/** `random`: uniform in [0, 1). */
export function chooseRemedy(diagnosis: Diagnosis, history: HealingHistory, random: number): Remedy {
  const { category, message, where } = diagnosis;
  const allowed = retriesByCategory[category];
  if (allowed === undefined) {
    return {
      kind: "give-up",
      explanation: `${where} failed and no repair without a model applies: ${message}`,
    };
  }
  const used = history.byCategory[category] ?? 0;
  if (used >= allowed || history.attempts >= retriesInAll) {
    return {
      kind: "give-up",
      explanation: `${where} failed again after ${history.attempts} attempts: ${message}`,
    };
  }
  const delayMs = Math.round(Math.min(capMs, baseMs * 2 ** used) * (1 + jitter * (2 * random - 1)));
  const resourceScale = category === "resource" ? history.resourceScale * 2 : history.resourceScale;
  const how = category === "resource" ? " with twice the limits" : "";
  return {
    kind: "retry",
    delayMs,
    resourceScale,
    explanation: `Trying ${where} again${how}: ${message}`,
  };
}
