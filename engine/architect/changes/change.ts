import type { PlanEdit } from "#engine/prd/plan-edits.ts";
import type { ListViewId, Prd, PrdOrder } from "#engine/prd/schema.ts";

/** Small enough to be taken again on the plan of a later request, whatever else that one adds. */
export type ChangeStep =
  | Extract<PlanEdit, { kind: "put-field" | "remove-field" }>
  | { readonly kind: "set"; readonly part: "name" | "theme"; readonly to: unknown }
  | { readonly kind: "set-view"; readonly model: string; readonly view: ListViewId }
  | { readonly kind: "set-order"; readonly model: string; readonly order: PrdOrder }
  /** `model` no longer points to `to`. */
  | { readonly kind: "part"; readonly model: string; readonly from: string };

/**
 * What a sentence of a later request asks of the plan as it stands: steps, a word on why there are none, or the sentence as
 * the reader of prompts understands it.
 */
export type Change =
  | { readonly steps: readonly ChangeStep[] }
  | { readonly refusal: string }
  | { readonly retold: string };

/** Null for a sentence of another kind. `sentence`: one line, without polite words and the full stop. */
export type ChangeReader = (sentence: string, prd: Prd) => Change | null;
