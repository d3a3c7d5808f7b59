// planning: prompt → PRD, by the built-in architect.
import { planFromPrompt } from "#engine/architect/architect.ts";
import { insertDecisions } from "#db/queries/loop-writes.ts";
import type { Actor } from "#protocol/envelope.ts";
import type { RunWork } from "./work.ts";

const architect: Actor = { kind: "agent", id: "architect" };

export const plan: RunWork = async ({ db, record, effect, earlierRequests, log }) => {
  const { id: generationId, input, context } = record;
  log("architect", "info", `Reading the prompt (${input.prompt.length.toLocaleString("en")} characters).`);
  const [first = input.prompt, ...corrections] = [...earlierRequests, input.prompt, ...context.feedback];
  const result = planFromPrompt(first, { corrections, projectName: input.projectName });
  if (!result.ok) {
    return {
      event: { type: "refused", error: { code: "PROMPT_NOT_PLANNABLE", message: result.message } },
      actor: architect,
    };
  }
  const { prd, decisions } = result;
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
  log(
    "architect",
    "info",
    describePlan(
      prd.models.map((model) => model.name),
      prd.openQuestions.length,
    ),
  );
  return {
    actor: architect,
    event: { type: "planned" },
    commit: (append) => {
      for (const decision of decisions) append("decision.recorded", architect, { generationId, ...decision });
      append("plan.proposed", architect, { generationId, prd, revision: context.planRevision + 1 });
      if (input.mode === "auto") append("plan.approved", { kind: "system", id: "loop" }, { generationId });
      return { prd };
    },
  };
};

function describePlan(models: string[], openQuestions: number): string {
  const questions =
    openQuestions === 0 ? "" : ` ${openQuestions} open question${openQuestions === 1 ? "" : "s"}, listed in the plan.`;
  return `Planned ${models.length} model${models.length === 1 ? "" : "s"}: ${models.join(", ")}.${questions}`;
}
