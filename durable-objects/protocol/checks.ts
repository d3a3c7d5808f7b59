// The checks of a version: what is looked at, and how it ended.
export const checkKinds = ["types", "lint", "test", "smoke", "axe", "lighthouse", "audit"] as const;
export type CheckKind = (typeof checkKinds)[number];

/** Those that run after the preview answers, as a job of their own. */
export const laterChecks = ["smoke", "axe", "lighthouse", "audit"] as const satisfies readonly CheckKind[];
export type LaterCheck = (typeof laterChecks)[number];

/** `skipped`: could not be done here, or was not worth it any more. `interrupted`: it began and did not end. */
export const checkStatuses = ["waiting", "running", "passed", "failed", "skipped", "interrupted"] as const;
export type CheckStatus = (typeof checkStatuses)[number];
export type EndedCheckStatus = Exclude<CheckStatus, "waiting" | "running">;

export interface CheckSummary {
  /** One sentence for the user. */
  message: string;
  /** Lighthouse categories, 0–100: the lowest of all measured pages. */
  scores?: { performance: number; accessibility: number; bestPractices: number; seo: number };
  /** What was found, worst first; the report holds all of it. */
  findings: CheckFinding[];
}

export interface CheckFinding {
  /** Page, package or rule. */
  where: string;
  text: string;
}

/** The worst of them; null while one has not ended. */
export function overallStatus(statuses: readonly CheckStatus[]): EndedCheckStatus | null {
  if (statuses.includes("waiting") || statuses.includes("running")) return null;
  const byGravity = ["failed", "interrupted", "passed", "skipped"] as const;
  return byGravity.find((status) => statuses.includes(status)) ?? "skipped";
}
