// Agents as data (requirements N2.9): who they are, what they may use, when they give up.
import type { Effort } from "#engine/llm/provider.ts";

export const agentIds = ["architect", "coder", "reviewer", "fixer"] as const;
export type AgentId = (typeof agentIds)[number];

export interface AgentDefinition {
  readonly id: AgentId;
  /** 0 to 1; only sent to models that take one. */
  readonly temperature: number;
  readonly effort: Effort;
  readonly maxOutputTokens: number;
  /** Of silence in one call: an answer that is being written may take five times as long. */
  readonly timeoutMs: number;
  /** Of one call on one model, after its first attempt. */
  readonly retries: number;
  /** Calls in one conversation. */
  readonly maxTurns: number;
  readonly dependsOn: readonly AgentId[];
}

export const agents: Readonly<Record<AgentId, AgentDefinition>> = {
  architect: {
    id: "architect",
    temperature: 0.7,
    effort: "medium",
    maxOutputTokens: 16_000,
    timeoutMs: 120_000,
    retries: 2,
    maxTurns: 4,
    dependsOn: [],
  },
  coder: {
    id: "coder",
    temperature: 0.3,
    effort: "medium",
    maxOutputTokens: 32_000,
    timeoutMs: 180_000,
    retries: 3,
    maxTurns: 40,
    dependsOn: ["architect"],
  },
  reviewer: {
    id: "reviewer",
    temperature: 0.2,
    effort: "low",
    maxOutputTokens: 8_000,
    timeoutMs: 60_000,
    retries: 2,
    maxTurns: 3,
    dependsOn: ["coder"],
  },
  fixer: {
    id: "fixer",
    temperature: 0.2,
    effort: "medium",
    maxOutputTokens: 16_000,
    timeoutMs: 120_000,
    retries: 2,
    maxTurns: 20,
    dependsOn: ["coder"],
  },
};
