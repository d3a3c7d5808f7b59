// The one table of healing's limits (requirements N3.2 and N3.3). Everything that decides reads it here.
import type { ErrorCategory } from "../diagnosis.ts";

export const retryLimits = {
  /** Repairs and retries together. */
  inAll: 5,
  baseMs: 1_000,
  capMs: 60_000,
  factor: 2,
  /** A delay is shortened or lengthened by at most this share. */
  jitter: 0.1,
} as const;

/** Each is taken once in a generation. Between those of N3.3: an app without a part of what was added to its scaffold. */
export const fallbacks = [
  "regenerate-lockfile",
  "other-package-manager",
  "simplified-build",
  "more-resources",
  "without-tasks",
  "scaffold-only",
  "keep-edits-whole",
  "last-green-version",
  "human",
] as const;
export type Fallback = (typeof fallbacks)[number];

export type Move = "retry" | "repair" | Fallback;

export interface CategoryPolicy {
  /** Times the same thing is run again; 0 where the code has to change first. */
  readonly retries: number;
  /** Rounds in which the code may be changed, by whatever means. */
  readonly repairs: number;
  /** In this order, as far as the limits allow and the project can take them. */
  readonly moves: readonly Move[];
}

const without = ["without-tasks", "scaffold-only", "keep-edits-whole"] as const;
const ends = ["last-green-version", "human"] as const;
const code = { retries: 0, repairs: 3, moves: ["repair", ...without, ...ends] } as const;

export const policyTable: Readonly<Record<ErrorCategory, CategoryPolicy>> = {
  dependency: {
    retries: 3,
    repairs: 3,
    moves: ["repair", "retry", "regenerate-lockfile", "other-package-manager", ...without, ...ends],
  },
  syntax: code,
  type: code,
  runtime: code,
  configuration: { retries: 0, repairs: 3, moves: ["repair", "simplified-build", ...without, ...ends] },
  // The machine may be at fault; more of it is tried before anybody is paid for reading the code.
  resource: {
    retries: 2,
    repairs: 1,
    moves: ["retry", "simplified-build", "more-resources", "repair", ...without, ...ends],
  },
  network: { retries: 5, repairs: 0, moves: ["retry", "other-package-manager", ...ends] },
  unknown: {
    retries: 2,
    repairs: 1,
    moves: ["repair", "retry", "regenerate-lockfile", "simplified-build", "more-resources", ...without, ...ends],
  },
};

/** Failures that are the same every time, whatever their category: running again would only take time. */
const lasting: ReadonlySet<string> = new Set([
  "dependency/missing",
  "dependency/types-missing",
  "dependency/version-conflict",
  "dependency/peer",
  "dependency/lockfile",
  "resource/memory",
  "resource/output",
]);

export const mayPass = (category: ErrorCategory, kind: string): boolean => !lasting.has(`${category}/${kind}`);

/** `used`: retries before this one. `random`: uniform in [0, 1). */
export function delayBefore(used: number, random: number): number {
  const { baseMs, capMs, factor, jitter } = retryLimits;
  return Math.round(Math.min(capMs, baseMs * factor ** used) * (1 + jitter * (2 * random - 1)));
}
