// The registry: every capability the offline architect knows, in the order in which their pages stand.
import type { Prd } from "#engine/prd/schema.ts";
import { recogniseBooking } from "./booking.ts";
import type { CapabilityContext, PlannedCapability, Recogniser } from "./capability.ts";
import { recogniseCharts } from "./charts.ts";
import { recogniseChat } from "./chat.ts";
import { recogniseDiscussion } from "./discussion.ts";
import { recogniseDraw } from "./draw.ts";
import { recogniseEstimate } from "./estimate.ts";
import { recogniseGames } from "./games.ts";
import { recogniseLive } from "./live.ts";
import { recogniseLookup } from "./lookup.ts";
import { recogniseMatch } from "./match.ts";
import { recognisePoll } from "./poll.ts";
import { recogniseQuiz } from "./quiz.ts";
import { recogniseRanking } from "./ranking.ts";
import { recogniseReactions } from "./reactions.ts";
import { recogniseReport } from "./report.ts";
import { recogniseShop } from "./shop.ts";
import { recogniseSignup } from "./signup.ts";
import { recogniseStudy } from "./study.ts";
import { recogniseTools } from "./tools.ts";

const recognisers: readonly Recogniser[] = [
  recogniseShop,
  recogniseBooking,
  recogniseStudy,
  recogniseQuiz,
  recogniseTools,
  recogniseEstimate,
  recogniseGames,
  recogniseDraw,
  recognisePoll,
  recogniseDiscussion,
  recogniseSignup,
  recogniseReactions,
  recogniseLookup,
  recogniseMatch,
  recogniseChat,
  recogniseRanking,
  recogniseCharts,
  recogniseReport,
  recogniseLive,
];

/** A quiz adds the results that a leaderboard ranks. */
const withAdded = (context: CapabilityContext, planned: readonly PlannedCapability[]): CapabilityContext => ({
  ...context,
  models: [...context.models, ...planned.flatMap(({ models }) => models ?? [])],
});

export function planCapabilities(context: CapabilityContext): PlannedCapability[] {
  const planned: PlannedCapability[] = [];
  let hasHome = false;
  for (const recognise of recognisers)
    for (const found of recognise(recognise === recogniseRanking ? withAdded(context, planned) : context)) {
      const { capability } = found;
      if (!("home" in capability) || capability.home !== true) planned.push(found);
      else if (hasHome) planned.push({ ...found, capability: { ...capability, home: false } });
      else {
        hasHome = true;
        planned.push(found);
      }
    }
  return planned.slice(0, 30);
}

/** A tool or game that is an app by itself, when the prompt names nothing to keep. */
export function standsAlone(
  clauses: CapabilityContext["clauses"],
  scores: CapabilityContext["scores"],
): PlannedCapability | undefined {
  return planCapabilities({ clauses, scores, models: [], relationships: [] }).find(({ capability }) =>
    ["tool", "game", "estimate"].includes(capability.kind),
  );
}

/** The tasks of the capabilities, after those of the models. */
export function capabilityTasks(planned: readonly PlannedCapability[], after: readonly string[]): Prd["tasks"] {
  return planned.map(({ task }, at) => ({
    id: `capability-${at + 1}`,
    title: task.slice(0, 200),
    dependsOn: [...after].slice(0, 40),
  }));
}
