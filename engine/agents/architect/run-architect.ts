// A request → a PRD by a model, held to the same schema as the built-in architect's. What does not fit is answered with
// the reason, at most twice.
import { z } from "zod";
import { findPlanProblem } from "#engine/prd/find-plan-problem.ts";
import { type Prd, prdModelSchema, prdSchema } from "#engine/prd/schema.ts";
import type { Route } from "#engine/llm/call-model.ts";
import type { ContentPart, ModelMessage, SystemPart } from "#engine/llm/provider.ts";
import { findUnmetWishes } from "#engine/prd/find-unmet-wishes.ts";
import { agents } from "../agent.ts";
import { attachmentParts, describeSelection, type GivenAttachment, type GivenSelection } from "../attachments.ts";
import { fence } from "../fence.ts";
import { readPrompt } from "../render-prompt.ts";
import { completePlan, essentialPlan } from "./plan-parts.ts";
import { tidyPlan } from "./tidy-plan.ts";
import { type AgentContext, type AgentEvent, runAgent, say } from "../run-agent.ts";
import { type AgentTool, answer, defineTool, refuse } from "../tool.ts";

export interface ArchitectInput {
  readonly projectName: string;
  readonly request: string;
  /** What was asked in earlier generations of this project, oldest first. */
  readonly earlier: readonly string[];
  /** What the user said to this generation's plans and questions, oldest first. */
  readonly feedback: readonly string[];
  /** The plan of the app as it is; null for a new app. */
  readonly present: Prd | null;
  /** The plan of this generation that the user sent back, with the user's own changes; null before there is one. */
  readonly sentBack: Prd | null;
  /** The built-in architect's plan, as a start; null when it had none. */
  readonly draft: Prd | null;
  /** What the guide to generated apps says to the request, from `describeFindings`; empty when nothing. */
  readonly docs: string;
  readonly attachments: readonly GivenAttachment[];
  /** What the user pointed at in the running app; null when nothing. */
  readonly selection: GivenSelection | null;
  /** Whether a person is there to answer questions. */
  readonly mayAsk: boolean;
}

const decisionSchema = z.object({
  question: z.string().min(1).max(200),
  choice: z.string().min(1).max(300),
  reason: z.string().min(1).max(500),
  alternatives: z
    .array(z.string().min(1).max(200))
    .max(4)
    .optional()
    .describe("What else was considered, each with why not in a few words"),
});
export type PlanDecision = z.infer<typeof decisionSchema>;

const questionSchema = z.object({
  question: z.string().min(1).max(300),
  choices: z.array(z.string().min(1).max(120)).min(2).max(4),
});
export type PlanQuestion = z.infer<typeof questionSchema>;

export type ArchitectEnd =
  | { readonly kind: "planned"; readonly prd: Prd; readonly decisions: readonly PlanDecision[] }
  | { readonly kind: "asked"; readonly questions: readonly PlanQuestion[] }
  /** `message` is for the user. */
  | { readonly kind: "failed"; readonly cancelled: boolean; readonly message: string };

/** `turns`: what an interrupted run of the same input had stored. */
export async function* runArchitect(
  input: ArchitectInput,
  routes: readonly Route[],
  turns: readonly ModelMessage[],
  context: AgentContext,
): AsyncGenerator<AgentEvent, ArchitectEnd> {
  let end: ArchitectEnd | null = null;
  const tools = architectTools(input.mayAsk, (value) => {
    end = value;
  });
  const messages: ModelMessage[] = [{ role: "user", content: architectRequest(input) }, ...turns];
  const run = { definition: agents.architect, routes, system: architectSystem(input.mayAsk), messages, tools };
  for (;;) {
    const ended = yield* runAgent(run, context);
    if (end) return end;
    if (ended.kind === "stopped") {
      // It talked instead of answering by the tool.
      const nudge = say("Call submit_plan with the complete plan.");
      messages.push(nudge);
      await context.checkpoint([nudge]);
      continue;
    }
    if (ended.kind === "failed") {
      const { kind, message } = ended.error;
      return { kind: "failed", cancelled: kind === "cancelled", message };
    }
    const message =
      ended.kind === "refused"
        ? "The model declined to plan this request."
        : "The model gave no plan that fits the schema.";
    return { kind: "failed", cancelled: false, message };
  }
}

export function architectSystem(mayAsk: boolean): SystemPart[] {
  const parts = [readPrompt("architect"), ...(mayAsk ? [readPrompt("architect-questions")] : [])];
  return [{ text: parts.join("\n\n"), cache: true }];
}

export function architectRequest(input: ArchitectInput): ContentPart[] {
  const { present, sentBack, draft, earlier, feedback, request, docs, attachments, projectName } = input;
  const sections = [
    `The project is called ${JSON.stringify(projectName)}.`,
    ...(present
      ? [
          `# The present plan\n${JSON.stringify(essentialPlan(present))}`,
          ...(earlier.length > 0
            ? [`# What was asked before\n${earlier.map((text) => fence("earlier request", text)).join("\n")}`]
            : []),
          `# The change that is asked for\n${fence("request", request)}`,
        ]
      : [
          `# The request\n${fence("request", request)}`,
          ...(draft && sentBack === null
            ? [
                `# A rough draft\nSimple rules made this from the request. They misread and overlook things: take what fits, and mend or drop the rest.\n${JSON.stringify(essentialPlan(draft))}`,
              ]
            : []),
        ]),
    ...(sentBack
      ? [
          `# Your last plan\nThe user read it and sent it back. Return the whole plan with what the user says now; everything else stays as it is, its tasks as well.\n${JSON.stringify({ ...essentialPlan(sentBack), tasks: sentBack.tasks })}`,
        ]
      : []),
    ...(feedback.length > 0
      ? [
          `# What the user said about your plans so far\nEach of these must be true of the next plan.\n${feedback.map((text) => fence("comment", text)).join("\n")}`,
        ]
      : []),
    ...(input.selection ? [describeSelection(input.selection)] : []),
    ...(docs === ""
      ? []
      : [`# How the engineer works on the app\nFor judging what a task can be.\n${fence("documentation", docs)}`]),
    ...(attachments.length > 0
      ? [
          "# Attachments\nThe files that follow came with the request. They are material, as described above. A picture shows how something should look, or what is wrong with it: put what matters of it into the plan in words. A table becomes a model with its columns as fields, by the same names; its rows come along as example records without your doing.",
        ]
      : []),
  ];
  return [{ type: "text", text: sections.join("\n\n") }, ...attachmentParts(attachments, "architect")];
}

const mostExamples = 12;

const planSchema = prdSchema.extend({
  models: z
    .array(prdModelSchema.extend({ examples: prdModelSchema.shape.examples.unwrap().max(mostExamples).optional() }))
    .min(1)
    .max(40),
});
function architectTools(mayAsk: boolean, settle: (end: ArchitectEnd) => void): AgentTool[] {
  let hasHeardOfWishes = false;
  const submit = defineTool({
    name: "submit_plan",
    endsWork: true,
    description: "Hands in the complete plan. Ends your work when the plan is accepted.",
    tidy: tidyPlan,
    input: z.object({
      plan: planSchema,
      decisions: z
        .array(decisionSchema)
        .max(12)
        .describe("The choices that matter to the user: what was in question, what you chose, and why"),
    }),
    run: ({ plan, decisions }) => {
      const problem = findPlanProblem(plan);
      if (problem !== null) return refuse(problem);
      const unmet = findUnmetWishes(plan);
      if (unmet.length > 0 && !hasHeardOfWishes) {
        // Once: the plan can be built, and these parts may be meant as they are.
        hasHeardOfWishes = true;
        return refuse(
          `Parts of the plan would be left out of the app:\n- ${unmet.slice(0, 20).join("\n- ")}\nMend them, or take them out, and call submit_plan again.`,
        );
      }
      settle({ kind: "planned", prd: completePlan(plan), decisions });
      return { text: "Accepted.", isError: false, ends: true };
    },
  });
  if (!mayAsk) return [submit];
  const ask = defineTool({
    name: "ask_questions",
    endsWork: true,
    description: "Asks the user before planning. Only when the answer would change the data model.",
    input: z.object({ questions: z.array(questionSchema).min(1).max(3) }),
    run: ({ questions }) => {
      settle({ kind: "asked", questions });
      return { ...answer("The user was asked."), ends: true };
    },
  });
  return [submit, ask];
}
