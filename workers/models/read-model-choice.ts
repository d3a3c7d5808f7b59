// Model providers from the Worker's variables. Without a key the platform builds with its own rules (`builtin`).
import { z } from "zod";
import { agentIds } from "#engine/agents/agent.ts";
import type { ModelChoice } from "#engine/agents/choose-routes.ts";
import { models, modelsInChat, parseModels } from "#engine/llm/models.ts";
import { anthropicProvider } from "#engine/llm/providers/anthropic/anthropic-provider.ts";
import { openaiProvider } from "#engine/llm/providers/openai/openai-provider.ts";
import { responsesProvider } from "#engine/llm/providers/openai-responses/responses-provider.ts";
import { type ProviderId, providerIds } from "#engine/llm/provider.ts";
import { withTextTools } from "#engine/llm/text-tools.ts";
import type { Env } from "../env.ts";

const agentModelSchema = z.templateLiteral([z.enum(providerIds), "/", z.string().min(1)]);
const agentModelsSchema = z.partialRecord(z.enum(agentIds), agentModelSchema);

/** Models when the configuration names none: the providers' middle ones, good at code for their price. */
const usualModels = { anthropic: "claude-sonnet-5-5", openai: "gpt-6.1-sol" } as const;

const openaiApis = ["responses", "chat"] as const;

/** Throws an Error that names the variable when one is malformed. */
export function readModelChoice(env: Env): ModelChoice {
  const providers: ModelChoice["providers"][number][] = [];
  const { ANTHROPIC_API_KEY, OPENAI_API_KEY, OPENAI_COMPATIBLE_BASE_URL } = env;
  const api = readOpenaiApi(env.OPENAI_API);
  const known = api === "chat" ? modelsInChat : models;
  if (ANTHROPIC_API_KEY) {
    providers.push(anthropicProvider({ apiKey: ANTHROPIC_API_KEY, baseUrl: env.ANTHROPIC_BASE_URL || null }));
  }
  if (OPENAI_API_KEY) {
    const server = { apiKey: OPENAI_API_KEY, baseUrl: env.OPENAI_BASE_URL || null };
    providers.push(
      withTextTools(api === "chat" ? openaiProvider({ ...server, id: "openai" }) : responsesProvider(server)),
    );
  }
  if (OPENAI_COMPATIBLE_BASE_URL) {
    const apiKey = env.OPENAI_COMPATIBLE_API_KEY || "none";
    providers.push(withTextTools(openaiProvider({ id: "compatible", apiKey, baseUrl: OPENAI_COMPATIBLE_BASE_URL })));
  }
  return {
    providers,
    table: env.NEXUSGEN_MODELS ? parseModels(env.NEXUSGEN_MODELS, known) : known,
    models: {
      anthropic: env.ANTHROPIC_MODEL || usualModels.anthropic,
      openai: env.OPENAI_MODEL || usualModels.openai,
      compatible: env.OPENAI_COMPATIBLE_MODEL || null,
    },
    byAgent: readAgentModels(env.NEXUSGEN_AGENT_MODELS),
  };
}

function readOpenaiApi(text: string | undefined): (typeof openaiApis)[number] {
  const parsed = z.enum(openaiApis).safeParse(text || "responses");
  if (!parsed.success) throw new Error(`OPENAI_API must be ${openaiApis.join(" or ")}.`);
  return parsed.data;
}

function readAgentModels(text: string | undefined): ModelChoice["byAgent"] {
  if (!text) return {};
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = null;
  }
  const parsed = agentModelsSchema.safeParse(json);
  if (!parsed.success) {
    throw new Error('NEXUSGEN_AGENT_MODELS must be JSON such as {"architect":"anthropic/claude-opus-5-5"}.');
  }
  return Object.fromEntries(
    Object.entries(parsed.data).map(([agent, name]) => {
      const at = name.indexOf("/");
      return [agent, { provider: name.slice(0, at) as ProviderId, model: name.slice(at + 1) }];
    }),
  );
}

/** What a generation may name as its provider; the first is what it gets when it names none. */
export function readProviderNames(env: Env): string[] {
  const names = readModelChoice(env).providers.map((provider) => provider.id);
  return [...names, "builtin"];
}
