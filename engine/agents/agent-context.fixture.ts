// What agents run in, in tests: nothing is refused, nothing fails, nobody waits.
import { findModel } from "#engine/llm/models.ts";
import type { Route } from "#engine/llm/call-model.ts";
import type { ModelEvent, ModelRequest } from "#engine/llm/provider.ts";
import type { AgentContext } from "./run-agent.ts";

export const openContext = (): AgentContext => ({
  refuse: () => null,
  breaker: { admit: () => Promise.resolve(0), record: () => Promise.resolve() },
  signal: new AbortController().signal,
  sleep: () => Promise.resolve(),
  random: () => 0.5,
  checkpoint: () => Promise.resolve(),
});

/** A route to a model that ends each call with what `answer` gives. */
export const scriptedRoute = (answer: (request: ModelRequest) => Extract<ModelEvent, { type: "finished" }>): Route => ({
  model: findModel("anthropic", "claude-sonnet-5-5"),
  provider: {
    id: "anthropic",
    async *stream(request): AsyncGenerator<ModelEvent> {
      yield answer(request);
    },
  },
});
