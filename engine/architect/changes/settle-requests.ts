// What people asked for after the first prompt, request by request: renames and changes are taken on the plan as it stood
// then; the rest is read with the first prompt, and what of it changes nothing is said.
import { findPlanProblem } from "#engine/prd/find-plan-problem.ts";
import type { Prd } from "#engine/prd/schema.ts";
import type { Decision } from "../decisions.ts";
import { readSentences } from "../renames/read-renames.ts";
import type { RenameBatch } from "../renames/rename.ts";
import { inFirstNames, settleRenames } from "../renames/settle-renames.ts";
import { quote } from "../sanitise.ts";
import { applyChanges, renameInSteps } from "./apply-changes.ts";
import type { ChangeStep } from "./change.ts";
import { readChange } from "./read-change.ts";

export interface SettledRequests {
  /** One for each request, in the names of the first prompt; empty where nothing is left to read. */
  readonly texts: readonly string[];
  readonly batches: readonly RenameBatch[];
  /** In today's names, in the order in which they were asked for. */
  readonly steps: readonly ChangeStep[];
  /** Of which nothing came, one sentence each, the latest request first. */
  readonly unmet: readonly string[];
  readonly decisions: readonly Decision[];
}

/** A request this long is a description, and read as one. */
const longestRequest = 2_000;
/** Sentences of one request of which each is tried alone. */
const mostTried = 12;

/** `planRead`: the plan of the first prompt and of texts like it. */
export function settleRequests(
  requests: readonly string[],
  planRead: (texts: readonly string[], batches: readonly RenameBatch[]) => Prd,
): SettledRequests {
  const texts: string[] = [];
  const batches: RenameBatch[] = [];
  let steps: ChangeStep[] = [];
  let unmet: string[] = [];
  const decisions: Decision[] = [];
  for (const request of requests) {
    let prd = applyChanges(planRead(texts, batches), steps);
    const earlier = unmet;
    unmet = [];
    const { batch, rest, refusals } = settleRenames(readSentences(request), prd);
    unmet.push(...refusals);
    if (batch.length > 0) {
      batches.push(batch);
      steps = renameInSteps(steps, batch);
      prd = applyChanges(planRead(texts, batches), steps);
    }
    const kept: { readonly text: string; readonly read: string }[] = [];
    for (const { text } of rest) {
      const change = request.length > longestRequest ? null : readChange(text, prd);
      if (change === null || "retold" in change) {
        kept.push({ text, read: change === null ? text : change.retold });
        continue;
      }
      const next = "steps" in change ? tryChange(prd, change.steps) : null;
      if (next === null || !("steps" in change)) {
        const reason = "refusal" in change ? change.refusal : "the app could not work so";
        unmet.push(`${quote(text)}: ${reason}. Nothing was changed; what should be different?`);
        continue;
      }
      prd = next;
      steps.push(...change.steps);
      decisions.push({
        question: `What became of ${quote(text)}?`,
        choice: tell(change.steps),
        reason: "a later request asks for it",
      });
    }
    unmet.push(...findUnmet(kept, (read) => planRead([...texts, inFirstNames(read, batches)], batches)));
    unmet.push(...earlier);
    texts.push(inFirstNames(kept.map(({ read }) => read).join("\n"), batches));
  }
  return { texts, batches, steps, unmet, decisions };
}

function tryChange(prd: Prd, steps: readonly ChangeStep[]): Prd | null {
  try {
    const next = applyChanges(prd, steps);
    return findPlanProblem(next) === null ? next : null;
  } catch {
    return null;
  }
}

/** Sentences with which the plan is what it is without them. */
function findUnmet(kept: readonly { text: string; read: string }[], planWith: (read: string) => Prd): string[] {
  if (kept.length === 0 || kept.length > mostTried) return [];
  const told: string[] = [];
  let before = planWith("");
  return kept.flatMap(({ text, read }) => {
    told.push(read);
    const after = planWith(told.join("\n"));
    const isSame = whatIsBuilt(before) === whatIsBuilt(after);
    const isAsked = after.openQuestions.length > before.openQuestions.length;
    before = after;
    return isSame && !isAsked && /\p{L}{2}/u.test(text)
      ? [`${quote(text)} changed nothing: the app does so already, or it was not understood. What should be different?`]
      : [];
  });
}

const whatIsBuilt = ({
  name,
  models,
  relationships,
  theme,
  badges,
  capabilities,
  site,
  access,
  currency,
  license,
}: Prd): string =>
  JSON.stringify([name, models, relationships, theme, badges, capabilities, site, access, currency, license]);

function tell(steps: readonly ChangeStep[]): string {
  return steps
    .map((step) => {
      switch (step.kind) {
        case "put-field":
          return `${step.model}: ${step.field.name} (${step.field.type})`;
        case "remove-field":
          return `${step.model} without ${step.field}`;
        case "set-view":
          return `${step.model}: shown as ${step.view}`;
        case "set-order":
          return `${step.model}: ordered by ${step.order.field}, ${step.order.direction}`;
        case "part":
          return `${step.model} no longer points to ${step.from}`;
        case "set":
          return step.part === "name" ? String(step.to) : "Other colours or another layout";
        default:
          return step satisfies never;
      }
    })
    .join("; ");
}
