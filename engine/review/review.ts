// Static review of a source tree: what must not ship (secrets, code from strings, ways out of the sandbox) and what is
// out of date (requirements N4.4, N4.8). Line-based rules as data; the linter and the compiler judge the rest.
import { reviewRules } from "./rules.ts";

export interface ReviewFinding {
  rule: string;
  severity: "critical" | "high" | "medium" | "low" | "info";
  path: string;
  /** From 1. */
  line: number | null;
  message: string;
  fix: string | null;
}

/** `tree`: POSIX relative path → text. Findings in path order, then line order. */
export function reviewTree(tree: ReadonlyMap<string, string>): ReviewFinding[] {
  const findings: ReviewFinding[] = [];
  for (const [path, text] of [...tree].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const rules = reviewRules.filter((rule) => rule.files.test(path) && !rule.except?.test(path));
    if (rules.length === 0) continue;
    const lines = text.split("\n");
    lines.forEach((line, index) => {
      for (const rule of rules) {
        const seen = rule.lines === undefined ? line : lines.slice(index, index + rule.lines).join("\n");
        if (!rule.pattern.test(seen)) continue;
        const { id, severity, message, fix } = rule;
        findings.push({ rule: id, severity, path, line: index + 1, message, fix });
      }
    });
  }
  return findings;
}

/** Critical and high findings go back to the coder. */
export function isBlocking(finding: ReviewFinding): boolean {
  return finding.severity === "critical" || finding.severity === "high";
}
