// Asks a workspace's models what a prompt misses: held against the workspace's monthly budget before the call, counted after it.
import type { Database } from "#db/client.ts";
import { addUsage, holdSpend, releaseHold } from "#db/queries/model-usage.ts";
import type { CallContext, CallEvent, Route } from "#engine/llm/call-model.ts";
import { findModel } from "#engine/llm/models.ts";
import { suggestByModel, type Suggested } from "#engine/suggestions/suggest-by-model.ts";
import type { Env } from "../env.ts";
import { loadWorkspaceModels } from "./load-models.ts";
import type { KeyedChoice } from "./read-model-choice.ts";

interface Asked {
  workspaceId: string;
  userId: string;
  prompt: string;
  signal: AbortSignal;
}

/** Null where no model is set up. */
export async function suggestForPrompt(env: Env, db: Database, asked: Asked): Promise<Suggested | null> {
  const { workspaceId, userId, prompt, signal } = asked;
  const choice = await loadWorkspaceModels(env, db, workspaceId);
  const routes = routesOf(choice);
  if (routes.length === 0) return null;
  // One at a time for each person: what they typed since makes the one before useless.
  const hold = `suggest:${userId}`;
  const sourceOf = (provider: Route["provider"]["id"]) => choice.keySources[provider] ?? "platform";
  const gateOf = (id: string) => {
    const provider = id as Route["provider"]["id"];
    const owner = sourceOf(provider) === "workspace" ? workspaceId : "platform";
    return env.PROVIDER_GATE.get(env.PROVIDER_GATE.idFromName(`${provider}:${owner}`));
  };
  const context: CallContext = {
    signal,
    refuse: async (usd) => {
      const { granted } = await holdSpend(db, { id: hold, workspaceId, usd });
      return granted ? null : "The workspace's budget for this month does not allow it.";
    },
    breaker: {
      admit: (provider) => gateOf(provider).admit(),
      record: (provider, worked) => gateOf(provider).record(worked),
    },
    sleep: (ms, until) => scheduler.wait(ms, { signal: until }),
    random: Math.random,
  };
  const count = ({ provider, usage, costUsd, lost }: Extract<CallEvent, { type: "spent" }>): Promise<void> =>
    addUsage(db, {
      workspaceId,
      hold,
      keySource: sourceOf(provider as Route["provider"]["id"]),
      inputTokens: usage.input + usage.cacheRead + usage.cacheWrite,
      cachedTokens: usage.cacheRead,
      outputTokens: usage.output,
      costUsd: costUsd ?? 0,
      lostUsd: lost ? (costUsd ?? 0) : 0,
    });
  try {
    return await suggestByModel(prompt, routes, context, count);
  } finally {
    await releaseHold(db, hold);
  }
}

/** The preferred provider's model, then the others': no agent is meant, so what is set for one does not count. */
function routesOf({ providers, models, table }: KeyedChoice): Route[] {
  return providers.flatMap((provider) => {
    const name = models[provider.id];
    return name === null ? [] : [{ provider, model: findModel(provider.id, name, table) }];
  });
}
