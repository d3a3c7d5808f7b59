import type { ModelInfo } from "@anthropic-ai/sdk/resources/models";
import { modelRules } from "./model-rules.ts";

/** What GET /v1/models shows, and what is callable unless the test says otherwise. */
export const knownModels: readonly string[] = [
  "claude-opus-5-5",
  "claude-sonnet-5-5",
  "claude-haiku-5-5",
  "claude-opus-5",
  "claude-sonnet-5",
  "claude-haiku-4-5",
];

export function describeModel(id: string, contextTokens: number): ModelInfo {
  return {
    id,
    type: "model",
    display_name: id,
    created_at: "2026-01-01T00:00:00Z",
    deprecated_at: null,
    retires_at: null,
    lifecycle: "active",
    line: null,
    capabilities: null,
    max_input_tokens: contextTokens,
    max_tokens: modelRules(id).maxOutputTokens,
  };
}
