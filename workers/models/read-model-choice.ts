// Model providers from the Worker's variables and a workspace's own keys. Without a key the platform builds with its own rules (`builtin`).
import { z } from "zod";
import { agentIds } from "#engine/agents/agent.ts";
import type { ModelChoice } from "#engine/agents/choose-routes.ts";
import { models, modelsInChat, parseModels } from "#engine/llm/models.ts";
import { type ProviderId, providerIds } from "#engine/llm/provider.ts";
import type { KeySource } from "#db/vocabulary.ts";
import type { Env } from "../env.ts";
import { makeProvider, type ProviderServer, unreadableProvider } from "./make-provider.ts";

const agentModelSchema = z.templateLiteral([z.enum(providerIds), "/", z.string().min(1)]);
const agentModelsSchema = z.partialRecord(z.enum(agentIds), agentModelSchema);

/** Models when the configuration names none: the providers' middle ones, good at code for their price. */
const usualModels = { anthropic: "claude-sonnet-5-5", openai: "gpt-6.1-sol" } as const;

const openaiApis = ["responses", "chat"] as const;

/** A key that a workspace brought: it takes the place of the platform's for the same provider. */
export interface OwnKey {
  readonly provider: ProviderId;
  /** Null when it is stored but cannot be read. */
  readonly apiKey: string | null;
  readonly baseUrl: string | null;
  readonly model: string | null;
}

export interface KeyedChoice extends ModelChoice {
  readonly keySources: Readonly<Partial<Record<ProviderId, KeySource>>>;
  /** What a generation may name as its provider; the first is what it gets when it names none. */
  readonly names: readonly string[];
}

/** Own keys first. Throws an Error that names the variable when one is malformed. */
export function readModelChoice(env: Env, own: readonly OwnKey[] = []): KeyedChoice {
  const api = readOpenaiApi(env.OPENAI_API);
  const known = api === "chat" ? modelsInChat : models;
  const platform = platformServers(env, api);
  const owned = own.map((key) => {
    if (key.apiKey === null) return unreadableProvider(key.provider);
    const usual = platformAddress(env, key.provider);
    return makeProvider({
      id: key.provider,
      apiKey: key.apiKey,
      baseUrl: key.baseUrl ?? usual,
      api: key.baseUrl === null ? api : "responses",
      followRedirects: key.baseUrl === null,
    });
  });
  const free = platform.filter((server) => !own.some((key) => key.provider === server.id));
  const providers = [...owned, ...free.map(makeProvider)];
  const named = (id: ProviderId) => own.find((key) => key.provider === id)?.model;
  return {
    providers,
    table: env.NEXUSGEN_MODELS ? parseModels(env.NEXUSGEN_MODELS, known) : known,
    models: {
      anthropic: named("anthropic") ?? (env.ANTHROPIC_MODEL || usualModels.anthropic),
      openai: named("openai") ?? (env.OPENAI_MODEL || usualModels.openai),
      compatible: named("compatible") ?? (env.OPENAI_COMPATIBLE_MODEL || null),
    },
    // A workspace that names a model means it for every agent.
    byAgent: Object.fromEntries(
      Object.entries(readAgentModels(env.NEXUSGEN_AGENT_MODELS)).filter(([, { provider }]) => !named(provider)),
    ),
    keySources: Object.fromEntries([
      ...free.map(({ id }) => [id, "platform"] as const),
      ...own.map(({ provider }) => [provider, "workspace"] as const),
    ]),
    names: [...providers.map((provider) => provider.id), "builtin"],
  };
}

function platformServers(env: Env, api: ProviderServer["api"]): ProviderServer[] {
  const keys: Record<ProviderId, string | undefined> = {
    anthropic: env.ANTHROPIC_API_KEY,
    openai: env.OPENAI_API_KEY,
    compatible: env.OPENAI_COMPATIBLE_BASE_URL ? env.OPENAI_COMPATIBLE_API_KEY || "none" : undefined,
  };
  return providerIds.flatMap((id) => {
    const apiKey = keys[id];
    return apiKey ? [{ id, apiKey, baseUrl: platformAddress(env, id), api, followRedirects: true }] : [];
  });
}

function platformAddress(env: Env, id: ProviderId): string | null {
  const addresses: Record<ProviderId, string | undefined> = {
    anthropic: env.ANTHROPIC_BASE_URL,
    openai: env.OPENAI_BASE_URL,
    compatible: env.OPENAI_COMPATIBLE_BASE_URL,
  };
  return addresses[id] || null;
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
