// A tool that an agent may call: its input is parsed at this edge, and whatever goes wrong is an answer to the model.
import { z } from "zod";
import type { ToolSpec } from "#engine/llm/provider.ts";

export interface ToolOutcome {
  readonly text: string;
  readonly isError: boolean;
  /** The agent has what it was asked for; no further call is made. */
  readonly ends?: boolean;
}

export interface AgentTool {
  readonly spec: ToolSpec;
  /** Calling it says that the work is done: it is not heard in a turn of which another call failed. */
  readonly endsWork: boolean;
  run(input: unknown, signal: AbortSignal): Promise<ToolOutcome>;
}

interface ToolDefinition<Schema extends z.ZodObject> {
  name: string;
  description: string;
  input: Schema;
  /** Puts right what is plain before the input is judged: a refusal costs the whole answer once more. */
  tidy?(input: unknown): unknown;
  endsWork?: boolean;
  run(input: z.infer<Schema>, signal: AbortSignal): Promise<ToolOutcome> | ToolOutcome;
}

export function defineTool<Schema extends z.ZodObject>(definition: ToolDefinition<Schema>): AgentTool {
  const { name, description, input: schema, endsWork = false } = definition;
  const { $schema: _unused, ...input } = z.toJSONSchema(schema, { io: "input" });
  return {
    spec: { name, description, input },
    endsWork,
    async run(input_, signal) {
      const parsed = schema.safeParse(definition.tidy ? definition.tidy(input_) : input_);
      if (!parsed.success) return refuse(`The input does not fit ${name}:\n${z.prettifyError(parsed.error)}`);
      return definition.run(parsed.data, signal);
    },
  };
}

export function answer(text: string): ToolOutcome {
  return { text, isError: false };
}

export function refuse(text: string): ToolOutcome {
  return { text, isError: true };
}
