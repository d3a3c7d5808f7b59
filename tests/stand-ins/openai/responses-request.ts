// The body of POST /v1/responses, as far as function tools need it. OpenAI refuses fields that it does not know.
import { z } from "zod";

const dataUrl = (types: RegExp) =>
  z.string().regex(new RegExp(`^(https://|data:${types.source};base64,[A-Za-z0-9+/=]+$)`), "expected a data URL");
const contentPart = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("input_text"), text: z.string() }),
  z.looseObject({ type: z.literal("input_image"), image_url: dataUrl(/image\/(png|jpeg|webp|gif)/) }),
  z.looseObject({
    type: z.literal("input_file"),
    filename: z.string().optional(),
    file_data: dataUrl(/application\/pdf/),
  }),
  z.looseObject({ type: z.literal("output_text"), text: z.string() }),
  z.looseObject({ type: z.literal("refusal"), refusal: z.string() }),
]);
const content = z.union([z.string(), z.array(contentPart)]);
const id = z.string().optional();

const item = z.discriminatedUnion("type", [
  z.looseObject({
    type: z.literal("message"),
    id,
    role: z.enum(["assistant", "system", "developer", "user"]),
    content,
    phase: z.enum(["commentary", "final_answer"]).nullish(),
  }),
  z.looseObject({
    type: z.literal("function_call"),
    id,
    call_id: z.string().min(1).max(64),
    name: z.string(),
    arguments: z.string(),
  }),
  z.looseObject({ type: z.literal("function_call_output"), id, call_id: z.string(), output: content }),
  z.looseObject({
    type: z.literal("reasoning"),
    id: z.string(),
    summary: z.array(z.looseObject({ type: z.literal("summary_text"), text: z.string() })),
    encrypted_content: z.string().nullish(),
  }),
  z.looseObject({ type: z.literal("item_reference"), id: z.string() }),
]);
export type InputItem = z.infer<typeof item>;

/** Messages may leave out their type, and a text alone is the user's. */
const typed = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !("type" in value) ? { type: "message", ...value } : value;
const input = z.preprocess(
  (value) => (typeof value === "string" ? [{ role: "user", content: value }] : value),
  z.array(z.preprocess(typed, item)),
);

const tool = z.looseObject({
  type: z.literal("function"),
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/, "string does not match pattern '^[a-zA-Z0-9_-]+$'"),
  description: z.string().nullish(),
  parameters: z.looseObject({}).nullable(),
  strict: z.boolean().nullish(),
});

export const responsesRequestSchema = z.strictObject({
  model: z.string().min(1),
  input,
  instructions: z.string().nullish(),
  tools: z.array(tool).optional(),
  tool_choice: z.union([z.enum(["none", "auto", "required"]), z.looseObject({ type: z.string() })]).optional(),
  parallel_tool_calls: z.boolean().nullish(),
  reasoning: z
    .strictObject({
      effort: z.string().nullish(),
      summary: z.enum(["auto", "concise", "detailed"]).nullish(),
      context: z.enum(["auto", "current_turn", "all_turns"]).nullish(),
    })
    .nullish(),
  include: z.array(z.string()).nullish(),
  max_output_tokens: z.number().int().nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  text: z.looseObject({}).optional(),
  prompt_cache_key: z.string().nullish(),
  safety_identifier: z.string().nullish(),
  service_tier: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  previous_response_id: z.string().nullish(),
  store: z.boolean().nullish(),
  stream: z
    .boolean()
    .nullish()
    .transform((value) => value === true),
  stream_options: z.strictObject({ include_obfuscation: z.boolean().optional() }).nullish(),
});
export type ResponsesRequest = z.infer<typeof responsesRequestSchema>;
