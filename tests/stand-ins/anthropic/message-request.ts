// The body of POST /v1/messages as the API takes it: strict about its own fields, with the kinds of block that a client
// without server tools sends.
import { z } from "zod";

const cacheControl = z
  .strictObject({ type: z.literal("ephemeral"), ttl: z.enum(["5m", "1h"]).default("5m") })
  .nullish();

const text = z.looseObject({ type: z.literal("text"), text: z.string(), cache_control: cacheControl });
const image = z.looseObject({ type: z.literal("image"), source: z.looseObject({}), cache_control: cacheControl });
const document = z.looseObject({ type: z.literal("document"), source: z.looseObject({}), cache_control: cacheControl });
const thinking = z.looseObject({ type: z.literal("thinking"), thinking: z.string(), signature: z.string() });
const redactedThinking = z.looseObject({ type: z.literal("redacted_thinking"), data: z.string() });
const toolUse = z.looseObject({
  type: z.literal("tool_use"),
  id: z.string().regex(/^[a-zA-Z0-9_-]+$/),
  name: z.string().min(1),
  input: z.record(z.string(), z.unknown()),
  cache_control: cacheControl,
});
/** A string is the short form of one text block. */
const asBlocks = (content: unknown) => (typeof content === "string" ? [{ type: "text", text: content }] : content);
const toolResult = z.looseObject({
  type: z.literal("tool_result"),
  tool_use_id: z.string(),
  content: z.preprocess(asBlocks, z.array(z.discriminatedUnion("type", [text, image, document]))).optional(),
  is_error: z.boolean().optional(),
  cache_control: cacheControl,
});

const block = z.discriminatedUnion("type", [text, image, document, thinking, redactedThinking, toolUse, toolResult]);
export type RequestBlock = z.infer<typeof block>;

const message = z.strictObject({
  role: z.enum(["user", "assistant", "system"]),
  content: z.preprocess(asBlocks, z.array(block)),
});
export type RequestMessage = z.infer<typeof message>;

const tool = z.looseObject({
  type: z.literal("custom").nullish(),
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,128}$/),
  description: z.string().optional(),
  input_schema: z.looseObject({ type: z.literal("object") }),
  cache_control: cacheControl,
});

const display = z.enum(["summarized", "omitted"]).nullish();
/** What both the messages and their count take. */
const prompt = {
  model: z.string().min(1),
  messages: z.array(message).min(1),
  system: z.preprocess(asBlocks, z.array(text)).optional(),
  tools: z.array(tool).optional(),
  tool_choice: z.looseObject({ type: z.enum(["auto", "any", "tool", "none"]), name: z.string().optional() }).optional(),
  thinking: z
    .discriminatedUnion("type", [
      z.looseObject({ type: z.literal("adaptive"), display }),
      z.looseObject({ type: z.literal("between_tools") }),
      z.looseObject({ type: z.literal("disabled") }),
      z.looseObject({ type: z.literal("enabled"), budget_tokens: z.number().int().min(1024), display }),
    ])
    .optional(),
  output_config: z
    .strictObject({
      effort: z.enum(["low", "medium", "high", "xhigh", "max"]).nullish(),
      format: z.looseObject({ type: z.literal("json_schema"), schema: z.looseObject({}) }).nullish(),
    })
    .optional(),
  cache_control: cacheControl,
  speed: z.enum(["standard", "fast"]).nullish(),
};

export const messageRequestSchema = z.strictObject({
  ...prompt,
  max_tokens: z.number().int().min(1),
  stream: z.boolean().default(false),
  temperature: z.number().min(0).max(1).optional(),
  top_p: z.number().min(0).max(1).optional(),
  top_k: z.number().int().min(0).optional(),
  stop_sequences: z.array(z.string()).optional(),
  metadata: z.looseObject({}).optional(),
  service_tier: z.enum(["auto", "standard_only"]).optional(),
});
export type MessageRequest = z.infer<typeof messageRequestSchema>;

export const countRequestSchema = z.strictObject(prompt);
export type PromptRequest = z.infer<typeof countRequestSchema>;
