// Which models an agent asks, in order: its own or the chosen provider's first, then the other providers that have a key.
import type { Route } from "#engine/llm/call-model.ts";
import { findModel, type ModelInfo } from "#engine/llm/models.ts";
import type { ModelProvider, ProviderId } from "#engine/llm/provider.ts";
import type { AgentId } from "./agent.ts";

export interface ModelChoice {
  /** Those that can be asked, the preferred one first. */
  readonly providers: readonly ModelProvider[];
  readonly table: readonly ModelInfo[];
  /** The model that a provider is asked for when nothing else is said. */
  readonly models: Readonly<Record<ProviderId, string | null>>;
  /** `provider/model` for an agent, over the provider's own. */
  readonly byAgent: Readonly<Partial<Record<AgentId, { provider: ProviderId; model: string }>>>;
}

export function chooseRoutes(choice: ModelChoice, agent: AgentId, preferred: ProviderId): Route[] {
  const own = choice.byAgent[agent];
  const order = [own?.provider ?? preferred, preferred, ...choice.providers.map((provider) => provider.id)];
  return [...new Set(order)].flatMap((id) => {
    const provider = choice.providers.find((candidate) => candidate.id === id);
    const model = own?.provider === id ? own.model : choice.models[id];
    return provider && model ? [{ provider, model: findModel(id, model, choice.table) }] : [];
  });
}
