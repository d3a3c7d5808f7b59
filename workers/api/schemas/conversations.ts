import { z } from "zod";
import { agentIds } from "#engine/agents/agent.ts";
import { aiConversationTypes, aiRoles, keySources } from "#db/vocabulary.ts";
import { generationParamsSchema } from "./generations.ts";
import { timeSchema } from "./lists.ts";

export const conversationParamsSchema = generationParamsSchema.extend({ conversation: z.string().min(1).max(64) });

export const conversationSchema = z.object({
  id: z.string(),
  generationId: z.string(),
  agent: z.enum(agentIds),
  type: z.enum(aiConversationTypes),
  provider: z.string(),
  /** The model that answered last; each message names its own. */
  model: z.string(),
  /** Whose key it was asked with. */
  keySource: z.enum(keySources).nullable(),
  /** What the agent was to do. */
  task: z.string(),
  /** `planned`, `asked`, `done`, `abandoned`, `reviewed`, `failed`; null while it goes on, and where it was broken off. */
  outcome: z.string().nullable(),
  /** Sums of the messages. */
  inputTokens: z.int(),
  /** Of `inputTokens`, read from a provider's cache. */
  cachedTokens: z.int(),
  outputTokens: z.int(),
  costUsd: z.number(),
  /** All its calls together. */
  durationMs: z.int(),
  createdAt: timeSchema,
  updatedAt: timeSchema,
});
export type ConversationView = z.infer<typeof conversationSchema>;

export const aiMessageSchema = z.object({
  /** 1, 2, 3 … within the conversation. */
  seq: z.int(),
  role: z.enum(aiRoles),
  /** At most 100,000 characters are kept. */
  content: z.string(),
  toolCalls: z.array(z.object({ id: z.string(), name: z.string(), arguments: z.unknown() })),
  /** Null on what was sent to the model. */
  model: z.string().nullable(),
  finishReason: z.string().nullable(),
  inputTokens: z.int(),
  cachedTokens: z.int(),
  outputTokens: z.int(),
  costUsd: z.number(),
  durationMs: z.int().nullable(),
  /** SHA-256 of the rendered system prompt and request, on the first message. */
  promptHash: z.string().nullable(),
  createdAt: timeSchema,
});
export type AiMessageView = z.infer<typeof aiMessageSchema>;
