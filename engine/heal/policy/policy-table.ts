// The one table of healing's limits (requirements N3.2 and N3.3). Everything that decides reads it here.
import type { ErrorCategory } from "../diagnosis.ts";

export const retryLimits = {
  inAll: 5,
  baseMs: 1_000,
  capMs: 60_000,
  factor: 2,
  /** A delay is shortened or lengthened by at most this share. */
  jitter: 0.1,
} as const;

export const fallbacks = [
  "regenerate-lockfile",
  "other-package-manager",
  "simplified-build",
  "more-resources",
  "last-green-version",
  "human",
] as const;
export type Fallback = (typeof fallbacks)[number];

export interface CategoryPolicy {
  /** Times the same thing is run again; 0 where the code has to change first. */
  readonly retries: number;
  /** Rounds in which the code may be changed, by whatever means. */
  readonly repairs: number;
  /** What is left when neither helps, in the order of N3.3. The last green version and a human always are. */
  readonly fallbacks: readonly Fallback[];
}

const ends = ["last-green-version", "human"] as const;

export const policyTable: Readonly<Record<ErrorCategory, CategoryPolicy>> = {
  dependency: { retries: 3, repairs: 3, fallbacks: ["regenerate-lockfile", "other-package-manager", ...ends] },
  syntax: { retries: 0, repairs: 3, fallbacks: ends },
  type: { retries: 0, repairs: 3, fallbacks: ends },
  runtime: { retries: 0, repairs: 3, fallbacks: ends },
  configuration: { retries: 0, repairs: 3, fallbacks: ["simplified-build", ...ends] },
  resource: { retries: 2, repairs: 1, fallbacks: ["simplified-build", "more-resources", ...ends] },
  network: { retries: 5, repairs: 0, fallbacks: ["other-package-manager", ...ends] },
  unknown: {
    retries: 2,
    repairs: 1,
    fallbacks: ["regenerate-lockfile", "simplified-build", "more-resources", ...ends],
  },
};

/** `used`: retries before this one. `random`: uniform in [0, 1). */
export function delayBefore(used: number, random: number): number {
  const { baseMs, capMs, factor, jitter } = retryLimits;
  return Math.round(Math.min(capMs, baseMs * factor ** used) * (1 + jitter * (2 * random - 1)));
}
