// What the app does beyond keeping records. A recogniser looks at the prompt's words and at the models that were planned,
// and answers with what the PRD says about it: the capability itself, its pages, endpoints and task, and why.
import type { Prd, PrdCapability, PrdField, PrdModel, PrdRelationship } from "#engine/prd/schema.ts";
import type { Decision } from "../decisions.ts";
import type { FamilyScores } from "../catalogue-lookup.ts";
import type { PlainClause } from "./senses.ts";

export interface CapabilityContext {
  readonly clauses: readonly PlainClause[];
  readonly scores: FamilyScores;
  readonly models: readonly PrdModel[];
  readonly relationships: readonly PrdRelationship[];
}

export interface PlannedCapability {
  readonly capability: PrdCapability;
  readonly decision: Decision;
  readonly pages: Prd["pages"];
  readonly endpoints: Prd["endpoints"];
  readonly task: string;
  /** Words of the prompt that it answers: they are no open question any more. */
  readonly answers: readonly string[];
  /** Models and relationships it needs beside those that were planned. */
  readonly models?: readonly PrdModel[];
  readonly relationships?: readonly PrdRelationship[];
  /** Fields that planned models need for it. */
  readonly fields?: readonly { readonly model: string; readonly field: PrdField }[];
  /** Models that it makes superfluous, by the model that takes their relationships over; null when nothing does. */
  readonly replaces?: ReadonlyMap<string, string | null>;
}

export type Recogniser = (context: CapabilityContext) => PlannedCapability[];
