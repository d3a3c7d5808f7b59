// A model's review of what was written on top of the scaffold. It adds to the static review and replaces none of it.
import { z } from "zod";
import type { Route } from "#engine/llm/call-model.ts";
import type { ModelMessage, SystemPart } from "#engine/llm/provider.ts";
import type { Prd } from "#engine/prd/schema.ts";
import type { ReviewFinding } from "#engine/review/review.ts";
import { agents } from "../agent.ts";
import { describeSelection, type GivenSelection } from "../attachments.ts";
import { fence } from "../fence.ts";
import { readPrompt } from "../render-prompt.ts";
import { type AgentContext, type AgentEvent, runAgent, say } from "../run-agent.ts";
import { answer, defineTool, refuse } from "../tool.ts";

export interface ReviewerInput {
  readonly prd: Prd;
  /** What the user wrote, and pointed at. */
  readonly request: string;
  readonly selection: GivenSelection | null;
  readonly tasks: readonly { readonly title: string; readonly details?: string | undefined }[];
  /** From `describeChange`. */
  readonly change: string;
  /** The tree after the change: findings must point at lines that exist. */
  readonly tree: ReadonlyMap<string, string>;
  /** Reviews of this change that sent it back, oldest first. */
  readonly earlier: readonly EarlierReview[];
}

export interface EarlierReview {
  readonly findings: readonly ReviewFinding[];
  /** What the coder says it did about them. */
  readonly answer: string;
}

export type ReviewerEnd =
  | { readonly kind: "reviewed"; readonly findings: readonly ReviewFinding[] }
  | { readonly kind: "failed"; readonly cancelled: boolean; readonly message: string };

const findingSchema = z.object({
  severity: z.enum(["critical", "high", "medium", "low"]),
  topic: z.enum(["security", "correctness", "performance", "accessibility", "quality"]),
  file: z.string(),
  line: z.number().int().min(1).describe("In the new file"),
  problem: z.string().min(1).max(400).describe("What goes wrong, for whom"),
  fix: z.string().max(400).describe("How to mend it"),
});

export async function* runReviewer(
  input: ReviewerInput,
  routes: readonly Route[],
  turns: readonly ModelMessage[],
  context: AgentContext,
): AsyncGenerator<AgentEvent, ReviewerEnd> {
  let findings: ReviewFinding[] | null = null;
  const report = defineTool({
    name: "report_findings",
    endsWork: true,
    description: "Hands in the review. An empty list when nothing is wrong.",
    input: z.object({ findings: z.array(findingSchema).max(30) }),
    run: ({ findings: found }) => {
      const nowhere = found.filter(({ file, line }) => line > (input.tree.get(file)?.split("\n").length ?? 0));
      if (nowhere.length > 0) {
        const places = nowhere.map(({ file, line }) => `${file}:${line}`).join(", ");
        return refuse(
          `These places do not exist: ${places}. Report what stands in the change, with its own line numbers.`,
        );
      }
      findings = found.map(({ severity, topic, file, line, problem, fix }) => ({
        rule: `model-${topic}`,
        severity,
        path: file,
        line,
        message: problem,
        fix: fix === "" ? null : fix,
      }));
      return { ...answer("Thank you."), ends: true };
    },
  });
  const messages: ModelMessage[] = [say(reviewerRequest(input)), ...turns];
  const run = { definition: agents.reviewer, routes, system: reviewerSystem(), messages, tools: [report] };
  const ended = yield* runAgent(run, context);
  if (findings) return { kind: "reviewed", findings };
  if (ended.kind === "failed") {
    const { kind, message } = ended.error;
    return { kind: "failed", cancelled: kind === "cancelled", message };
  }
  return { kind: "failed", cancelled: false, message: "The model gave no review." };
}

export function reviewerSystem(): SystemPart[] {
  return [{ text: readPrompt("reviewer"), cache: true }];
}

export function reviewerRequest(input: ReviewerInput): string {
  const { prd, request, selection, tasks, change, earlier } = input;
  return [
    `# The application\n${prd.name}: ${prd.summary}`,
    `# What the user asked\n${fence("request", request.slice(0, 6_000))}`,
    ...(selection ? [describeSelection(selection)] : []),
    ...(tasks.length === 0
      ? []
      : [
          `# What the change is for\n${tasks.map((task) => `- ${[task.title, task.details].filter(Boolean).join(": ")}`).join("\n")}`,
        ]),
    ...(earlier.length === 0
      ? []
      : [
          `# What was found before\nYou, or a reviewer before you, sent this change back. Look first whether each of these is mended, in the change as it is now; do not take the answer's word for it.\n${earlier.map(describeEarlier).join("\n\n")}`,
        ]),
    `# The change\n${fence("change", change)}`,
  ].join("\n\n");
}

function describeEarlier({ findings, answer: said }: EarlierReview, round: number): string {
  const lines = findings.map(
    ({ severity, path, line, message, fix }) =>
      `- ${severity} ${path}:${line ?? 1} ${message}${fix === null ? "" : ` ${fix}`}`,
  );
  return `Review ${round + 1}:\n${fence("findings", lines.join("\n"))}\nThe engineer's answer:\n${fence("answer", said)}`;
}
