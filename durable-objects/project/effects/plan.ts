// planning: prompt → PRD, by a model where one is configured and answers, else by the built-in architect.
import { longestPrompt } from "#engine/architect/sanitise.ts";
import { attachExamples } from "#engine/attachments/attach-examples.ts";
import { planFromPrompt } from "#engine/architect/architect.ts";
import { chooseRoutes } from "#engine/agents/choose-routes.ts";
import {
  type ArchitectInput,
  architectRequest,
  architectSystem,
  type PlanDecision,
  type PlanQuestion,
  runArchitect,
} from "#engine/agents/architect/run-architect.ts";
import { guideLibrary } from "#engine/retrieval/libraries.ts";
import type { ProviderId } from "#engine/llm/provider.ts";
import { findPlanProblem } from "#engine/prd/find-plan-problem.ts";
import { applyPlanEdits, describePlanEdit, findPlanEdits, type PlanEdit } from "#engine/prd/plan-edits.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { insertDecisions } from "#db/queries/loop-writes.ts";
import { headVersion } from "#db/queries/version-writes.ts";
import type { Actor } from "#protocol/envelope.ts";
import { loadFiles } from "../agents/load-files.ts";
import { openSession, readable } from "../agents/agent-session.ts";
import { findDocs } from "../agents/find-docs.ts";
import type { GivenFile } from "../rpc.ts";
import type { RunWork, WorkContext, WorkResult } from "./work.ts";

/** What of the guide to generated apps the architect reads. */
const guideTokens = 1_200;
const architect: Actor = { kind: "agent", id: "architect" };

interface Planned {
  prd: Prd;
  decisions: readonly PlanDecision[];
  by: "builtin" | "model";
  /** A model was asked and gave no plan. */
  modelFailed?: boolean;
}
type Plan = Planned | { refusal: string } | { questions: readonly PlanQuestion[] };

export const plan: RunWork = async (context) => {
  const { record, log } = context;
  const { input } = record;
  log("architect", "info", `Reading the prompt (${input.prompt.length.toLocaleString("en")} characters).`);
  const byRules = planByRules(context);
  if (input.provider === null || input.provider === "builtin") return propose(context, byRules);
  return propose(context, await planByModel(context, input.provider as ProviderId, byRules));
};

/** What rules can read of files goes with the request that brought them. */
function planByRules({ record, earlier, earlierPlanEdits }: WorkContext): Plan {
  const { input, context } = record;
  const requests = [...earlier, { prompt: input.prompt, files: input.attachments ?? [], comments: context.feedback }];
  const [first = input.prompt, ...corrections] = requests.flatMap(({ prompt, files, comments }) => [
    withExcerpts(prompt, files),
    ...comments,
  ]);
  const files = requests.flatMap((request) => request.files);
  const result = planFromPrompt(first, { corrections, projectName: input.projectName, files });
  if (!result.ok) return { refusal: result.message };
  const prd = keepEdits(result.prd, [...earlierPlanEdits, ...(context.planEdits ?? [])]);
  return { prd, decisions: result.decisions, by: "builtin" };
}

/** What the user changed in earlier plans, in this one too, unless nothing could be built of it then. */
function keepEdits(prd: Prd, edits: readonly PlanEdit[]): Prd {
  const edited = applyPlanEdits(prd, edits);
  return findPlanProblem(edited) === null ? edited : prd;
}

/** As much of the files as fits beside the prompt, which stays whole. */
function withExcerpts(prompt: string, files: readonly GivenFile[]): string {
  const text = files.map(({ excerpt }) => excerpt).filter((excerpt) => excerpt !== "");
  const room = longestPrompt - prompt.length - 2;
  return text.length === 0 || room <= 0 ? prompt : `${prompt}\n\n${text.join("\n\n").slice(0, room)}`;
}

/** Falls back to the rules' plan, and says so, when no model gives one. */
async function planByModel(work: WorkContext, provider: ProviderId, byRules: Plan): Promise<Plan> {
  const { env, db, record, earlier, signal } = work;
  const { input, context } = record;
  const routes = chooseRoutes(await work.models(), "architect", provider);
  const present = (await headVersion(db, input.projectId))?.prd ?? null;
  const sentBack = context.planRevision > 0 && context.plannedBy === "model" ? record.prd : null;
  const asked: ArchitectInput = {
    projectName: input.projectName,
    request: input.prompt,
    earlier: earlier.flatMap(({ prompt, comments }) => [prompt, ...comments]),
    feedback: [...context.feedback, ...describeEdits(context.planEdits)],
    present,
    sentBack,
    draft: "prd" in byRules ? byRules.prd : null,
    docs: await findDocs(work, input.prompt, guideTokens, guideLibrary),
    attachments: await loadFiles(env.BLOBS, input.attachments ?? [], { images: true, documents: true }),
    selection: input.selection ?? null,
    mayAsk: input.mode === "supervised" && context.questions === "none",
  };
  const session = await openSession(work, {
    agent: "architect",
    key: `${record.id}:architect:${context.questions}:${context.planRevision}:${context.feedback.length}`,
    task: present ? "Change the plan" : "Plan the app",
    type: present ? "modification" : "generation",
    opening: {
      system: architectSystem(asked.mayAsk)
        .map((part) => part.text)
        .join("\n\n"),
      request: readable({ role: "user", content: architectRequest(asked) }),
    },
  });
  const end = await session.drive(runArchitect(asked, routes, session.stored.turns, session.context));
  signal.throwIfAborted();
  if (end.kind === "asked") return { questions: end.questions };
  if (end.kind === "planned") {
    const tables = (input.attachments ?? []).flatMap((file) => file.tables);
    // The present plan, which the model was given, has the edits of earlier generations.
    const prd = keepEdits(end.prd, context.planEdits ?? []);
    return { prd: attachExamples(prd, tables, sentBack ?? present), decisions: end.decisions, by: "model" };
  }
  const reason = end.message;
  work.emit("provider.changed", architect, { generationId: record.id, from: provider, to: "builtin", reason });
  work.log("architect", "warn", `No model gave a plan (${reason}) The built-in architect plans instead.`);
  return "prd" in byRules ? { ...byRules, modelFailed: !session.overBudget } : byRules;
}

function describeEdits(edits: readonly PlanEdit[] = []): string[] {
  if (edits.length === 0) return [];
  return [`I changed the plan myself. Keep this:\n${edits.map((edit) => `- ${describePlanEdit(edit)}`).join("\n")}`];
}

async function propose({ db, record, effect, log }: WorkContext, planned: Plan): Promise<WorkResult> {
  const { id: generationId, input, context } = record;
  if ("refusal" in planned) {
    const error = { code: "PROMPT_NOT_PLANNABLE", message: planned.refusal };
    return { event: { type: "refused", error }, actor: architect };
  }
  if ("questions" in planned) {
    const questions = planned.questions.map(({ question, choices }) => ({ question, choices: [...choices] }));
    return {
      actor: architect,
      event: { type: "asked" },
      commit: (append) => append("plan.questioned", architect, { generationId, questions }),
    };
  }
  const { prd, decisions, by, modelFailed = false } = planned;
  await insertDecisions(
    db,
    decisions.map((decision, index) => ({
      ...decision,
      id: `dcs_${effect.token}_${index}`,
      projectId: input.projectId,
      generationId,
      agent: "architect",
      createdAt: new Date().toISOString(),
    })),
  );
  log("architect", "info", describePlan(prd, by));
  const present = (await headVersion(db, input.projectId))?.prd;
  if (present) log("architect", "info", describePlanChange(present, prd));
  return {
    actor: architect,
    event: { type: "planned", by, modelFailed },
    commit: (append) => {
      for (const decision of decisions) append("decision.recorded", architect, { generationId, ...decision });
      append("plan.proposed", architect, { generationId, prd, revision: context.planRevision + 1 });
      if (input.mode === "auto") append("plan.approved", { kind: "system", id: "loop" }, { generationId });
      return { prd };
    },
  };
}

/** What a request makes of the plan of an app that there is. */
function describePlanChange(present: Prd, prd: Prd): string {
  const steps = findPlanEdits(present, prd).map(describePlanEdit);
  if (steps.length === 0) return "The plan of the app stays as it is.";
  const more = steps.length > mostSteps ? ` and ${steps.length - mostSteps} more` : "";
  return `Changes to the plan: ${steps.slice(0, mostSteps).join("; ")}${more}.`;
}
const mostSteps = 12;

function describePlan(prd: Prd, by: Planned["by"]): string {
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;
  const models = `Planned ${count(prd.models.length, "model")}: ${prd.models.map((model) => model.name).join(", ")}.`;
  const tasks = by === "model" && prd.tasks.length > 0 ? ` ${count(prd.tasks.length, "task")} for the coder.` : "";
  const questions =
    prd.openQuestions.length > 0 ? ` ${count(prd.openQuestions.length, "open question")}, listed in the plan.` : "";
  return models + tasks + questions;
}
