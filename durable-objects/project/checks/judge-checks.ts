// From what the builder saw to what is recorded of a version. Pure.
//   smoke       no page fails, and a record can be made and deleted
//   axe         no violation
//   lighthouse  accessibility and SEO at least 95 on every measured page; performance is shown, but a busy machine
//               rates it too low, so it decides nothing
//   audit       no known vulnerability that is high or critical
import type { AuditOutcome, BrowserOutcome, CheckReport, Measure } from "#builder/checks/report.ts";
import type { StepOutcome, StepResult } from "#builder/protocol.ts";
import type { CheckFinding, CheckSummary, EndedCheckStatus, LaterCheck } from "#protocol/checks.ts";
import type { CheckResult } from "#db/queries/version-checks.ts";

export type Judgement = Omit<CheckResult, "reportSha">;

const mostFindings = 20;
const leastScore = 95;

export function judgeBrowser(outcome: BrowserOutcome): Judgement[] {
  if (outcome.kind === "skipped") return browserChecks.map((kind) => ended(kind, "skipped", outcome.reason));
  if (outcome.kind === "broken") {
    const [first = "smoke", ...rest] = browserChecks;
    const where = { where: "/", text: outcome.reason };
    return [
      ended(first, "failed", "The app could not be looked at.", { findings: [where] }),
      ...rest.map((kind) => ended(kind, "skipped", "The app could not be looked at.")),
    ];
  }
  const { report } = outcome;
  return [judgePages(report), judgeAccessibility(report), judgeMeasures(report)];
}

const browserChecks = ["smoke", "axe", "lighthouse"] as const satisfies readonly LaterCheck[];

/** The step itself did not come to an end: its limits, or the builder. */
export function judgeBrowserFailure(outcome: StepOutcome): Judgement[] {
  const message = stepFailures[outcome] ?? "The checks broke off.";
  return browserChecks.map((kind) => ended(kind, "interrupted", message));
}

const stepFailures: Partial<Record<StepOutcome, string>> = {
  timeout: "The checks took longer than they may.",
  "out-of-memory": "The checks needed more memory than they may use.",
  "output-limit": "The checks broke off: too much output, or no disk left.",
};

function judgePages(report: CheckReport): Judgement {
  const { pages, problems, record, notVisited, visitMs } = report;
  const findings = problems.map(({ path, text }) => ({ where: path, text }));
  const parts = [
    `${count(pages.length, "page")} visited`,
    ...(notVisited > 0 ? [`${notVisited} not reached in time`] : []),
    findings.length === 0 ? "nothing failed" : count(findings.length, "problem"),
    ...(record.outcome === "created-and-deleted" ? ["a record made and deleted"] : []),
  ];
  const status = findings.length === 0 ? "passed" : "failed";
  return ended("smoke", status, `${parts.join(", ")}.`, { findings, durationMs: visitMs });
}

function judgeAccessibility({ violations, pages, scanMs }: CheckReport): Judgement {
  const worstFirst = ["critical", "serious", "moderate", "minor", null];
  const findings = violations
    .toSorted((a, b) => worstFirst.indexOf(a.impact) - worstFirst.indexOf(b.impact))
    .map(({ rule, help, path, theme, element, count: elements }) => ({
      where: `${rule}, ${path} (${theme})`,
      text: `${help}. ${count(elements, "element")}, such as ${element}`,
    }));
  const message =
    violations.length === 0
      ? `No violation on ${count(pages.length, "page")}, light and dark.`
      : `${count(violations.length, "rule")} violated.`;
  return ended("axe", findings.length === 0 ? "passed" : "failed", message, { findings, durationMs: scanMs });
}

function judgeMeasures({ measures, measureMs, measureError }: CheckReport): Judgement {
  if (measures.length === 0) {
    return ended("lighthouse", "interrupted", `Lighthouse gave up: ${measureError ?? "no page to measure"}.`);
  }
  const lowest = (pick: (measure: Measure) => number): number => Math.min(...measures.map(pick));
  const scores = {
    performance: lowest(({ performance }) => performance),
    accessibility: lowest(({ accessibility }) => accessibility),
    bestPractices: lowest(({ bestPractices }) => bestPractices),
    seo: lowest(({ seo }) => seo),
  };
  const passed = scores.accessibility >= leastScore && scores.seo >= leastScore;
  const message = `Performance ${scores.performance}, accessibility ${scores.accessibility}, best practices ${scores.bestPractices}, SEO ${scores.seo}.`;
  const findings = measures.flatMap(({ path, failed }) => failed.map(({ title }) => ({ where: path, text: title })));
  return {
    ...ended("lighthouse", passed ? "passed" : "failed", message, { findings, scores, durationMs: measureMs }),
    score: scores.performance,
  };
}

export function judgeAudit(outcome: AuditOutcome, durationMs: number): Judgement {
  if (outcome.kind === "unreachable") return ended("audit", "skipped", `Could not be asked. ${outcome.reason}`);
  const { packages, vulnerabilities } = outcome;
  const grave = vulnerabilities.filter(({ severity }) => severity === "high" || severity === "critical");
  const findings = vulnerabilities.map(({ name, severity, range, title }) => ({
    where: `${name} ${range}`,
    text: `${severity}: ${title}`,
  }));
  const message =
    vulnerabilities.length === 0
      ? `No known vulnerability in ${count(packages, "package")}.`
      : `${count(vulnerabilities.length, "vulnerable package")}, ${grave.length} of them high or critical.`;
  return ended("audit", grave.length === 0 ? "passed" : "failed", message, { findings, durationMs });
}

/** Types, lint and tests come with the build. */
export function judgeSteps(steps: readonly StepResult[]): Judgement[] {
  return steps.flatMap(({ step, outcome, durationMs }) => {
    if (step !== "types" && step !== "lint" && step !== "test") return [];
    if (outcome === "cancelled") return [];
    const passed = outcome === "passed";
    const message = passed ? `${stepNames[step]} pass.` : `${stepNames[step]} do not pass (${outcome}).`;
    return [ended(step, passed ? "passed" : "failed", message, { durationMs })];
  });
}

const stepNames = { types: "Types", lint: "Lint rules", test: "The app's own tests" } as const;

function ended(
  kind: Judgement["kind"],
  status: EndedCheckStatus,
  message: string,
  rest: { findings?: CheckFinding[]; scores?: CheckSummary["scores"]; durationMs?: number } = {},
): Judgement {
  const { findings = [], scores, durationMs = null } = rest;
  return {
    kind,
    status,
    score: null,
    durationMs,
    summary: { message, findings: findings.slice(0, mostFindings), ...(scores ? { scores } : {}) },
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
