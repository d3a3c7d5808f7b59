// Environment variables of apps: sealed as one text for each set, opened where an app begins or is deployed elsewhere.
import { z } from "zod";
import type { VariableSet } from "#db/schema/index.ts";
import { openSealedText, sealText, type SealingEnv } from "../storage/sealed-text.ts";

export type Variables = Record<string, string>;

const variablesSchema = z.record(z.string(), z.string());

type Place = Pick<VariableSet, "id" | "projectId" | "environment">;

/** A set that was moved to another project or environment does not open there. */
const boundTo = ({ id, projectId, environment }: Place) => ["environment-variables", projectId, environment, id];

/** Null for an empty set. */
export async function sealVariables(env: SealingEnv, place: Place, values: Variables): Promise<string | null> {
  if (Object.keys(values).length === 0) return null;
  return sealText(env, JSON.stringify(values), boundTo(place));
}

export async function openVariables(env: SealingEnv, set: Place & Pick<VariableSet, "sealed">): Promise<Variables> {
  if (set.sealed === null) return {};
  const text = await openSealedText(env, set.sealed, boundTo(set));
  if (text === null)
    throw new Error("The variables do not open: they were sealed with an ENCRYPTION_KEY that is gone.");
  return variablesSchema.parse(JSON.parse(text));
}
