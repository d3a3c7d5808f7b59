// What the browser checks are asked and what they answer. The answer comes out of a sandbox in which the app under test
// runs as well: it is parsed, bounded, and believed about that app alone.
import { z } from "zod";

export const checkPlanSchema = z.object({
  /** argv of the app's own server, started in its folder with PORT and HOST; it answers with example rows. */
  serve: z.array(z.string().max(500)).min(1).max(20),
  /** Where to start looking; every link of the same origin is followed, one page a route. */
  pages: z.array(z.string().max(500)).max(100),
  /** Pages visited at most. */
  mostPages: z.int().positive().max(200),
  /** Time for visiting pages, ms; what was not reached by then is counted. */
  visitMs: z.int().positive().max(600_000),
  /** Whether Lighthouse rates the first page and a list. */
  measure: z.boolean(),
});
export type CheckPlan = z.infer<typeof checkPlanSchema>;

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

const shortText = z.string().max(2_000);
const pathText = z.string().max(500);

export const pageProblemSchema = z.object({
  path: pathText,
  kind: z.enum(["exception", "console", "request", "response", "empty", "timeout", "record"]),
  text: shortText,
});
export type PageProblem = z.infer<typeof pageProblemSchema>;

export const violationSchema = z.object({
  rule: z.string().max(100),
  impact: z.enum(["minor", "moderate", "serious", "critical"]).nullable(),
  help: shortText,
  /** Where it was seen first. */
  path: pathText,
  theme: z.enum(themes),
  /** The first element that breaks the rule. */
  element: shortText,
  /** Elements on all pages together. */
  count: z.int(),
});
export type Violation = z.infer<typeof violationSchema>;

const score = z.int().min(0).max(100);
export const measureSchema = z.object({
  path: pathText,
  /** 0–100, as Lighthouse counts for a mid-range phone. */
  performance: score,
  accessibility: score,
  bestPractices: score,
  seo: score,
  /** Lighthouse's figure for the machine that measured; below about 1000 performance is rated too low. */
  benchmarkIndex: z.number(),
  /** Audits that cost points. */
  failed: z.array(z.object({ id: z.string().max(100), title: shortText })).max(50),
});
export type Measure = z.infer<typeof measureSchema>;

export const recordTrialSchema = z.object({
  /** The form that was tried last; null when the app has none. */
  path: pathText.nullable(),
  outcome: z.enum(["created-and-deleted", "created", "failed", "no-form"]),
});

export const checkReportSchema = z.object({
  pages: z.array(pathText).max(200),
  /** Pages known but not reached in time. */
  notVisited: z.int(),
  problems: z.array(pageProblemSchema).max(200),
  record: recordTrialSchema,
  visitMs: z.number(),
  violations: z.array(violationSchema).max(200),
  scanMs: z.number(),
  measures: z.array(measureSchema).max(10),
  measureMs: z.number(),
  /** JPEG of the first page as it looks in use, in base64; null where none could be taken. */
  picture: z.string().max(800_000).nullable().default(null),
  /** Why there are no measures. */
  measureError: shortText.nullable(),
});
export type CheckReport = z.infer<typeof checkReportSchema>;

/** `skipped`: this machine cannot; `broken`: the app could not be looked at. */
export const browserOutcomeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("checked"), report: checkReportSchema }),
  z.object({ kind: z.literal("skipped"), reason: shortText }),
  z.object({ kind: z.literal("broken"), reason: shortText }),
]);
export type BrowserOutcome = z.infer<typeof browserOutcomeSchema>;

export const severities = ["info", "low", "moderate", "high", "critical"] as const;
export const auditOutcomeSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("asked"),
    /** Packages in the tree that runs in production. */
    packages: z.int(),
    vulnerabilities: z
      .array(
        z.object({
          name: z.string().max(200),
          severity: z.enum(severities),
          title: shortText,
          /** Versions that have it. */
          range: z.string().max(200),
        }),
      )
      .max(200),
  }),
  z.object({ kind: z.literal("unreachable"), reason: shortText }),
]);
export type AuditOutcome = z.infer<typeof auditOutcomeSchema>;
