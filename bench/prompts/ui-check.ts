// A prompt with its described UI checks, and what driving them found.
import { z } from "zod";

export const uiCheckSchema = z.object({
  task: z.string(),
  expected_result: z.string(),
  category: z.string().default(""),
  subcategories: z.array(z.string()).default([]),
});
export type UiCheck = z.infer<typeof uiCheckSchema>;

export const checkedPromptSchema = z.object({
  id: z.string(),
  instruction: z.string(),
  category: z.string().default(""),
  ui_tests: z.array(uiCheckSchema).default([]),
});
export type CheckedPrompt = z.infer<typeof checkedPromptSchema>;

/** `not-drivable`: no honest verdict can be had without a person's eye, a second person, or a service outside. */
export type Verdict = "passed" | "failed" | "not-drivable";

export interface Outcome {
  verdict: Verdict;
  /** The step that decided, and why. */
  reason: string;
}

export const passed = (reason: string): Outcome => ({ verdict: "passed", reason });
export const failed = (reason: string): Outcome => ({ verdict: "failed", reason });
export const notDrivable = (reason: string): Outcome => ({ verdict: "not-drivable", reason });
