// What the agents of a project may ask: its workspace's own keys first, then the platform's.
import type { Database } from "#db/client.ts";
import { listProjectKeys, listSealedKeys } from "#db/queries/provider-keys.ts";
import type { ProviderKey } from "#db/schema/index.ts";
import type { Env } from "../env.ts";
import { openSealedText } from "../storage/sealed-text.ts";
import { findAddressProblem, readProviderHosts } from "./provider-address.ts";
import { type KeyedChoice, type OwnKey, readModelChoice } from "./read-model-choice.ts";

export async function loadModels(env: Env, db: Database, projectId: string): Promise<KeyedChoice> {
  const rows = await listProjectKeys(db, projectId);
  return readModelChoice(env, await Promise.all(rows.map((row) => openKey(env, row))));
}

/** The same for what a workspace asks outside of its projects. */
export async function loadWorkspaceModels(env: Env, db: Database, workspaceId: string): Promise<KeyedChoice> {
  const rows = await listSealedKeys(db, workspaceId);
  return readModelChoice(env, await Promise.all(rows.map((row) => openKey(env, row))));
}

export async function openKey(env: Env, row: ProviderKey): Promise<OwnKey> {
  const { provider, baseUrl, model } = row;
  // The rule may have become stricter since the address was stored.
  const refused = baseUrl !== null && findAddressProblem(baseUrl, readProviderHosts(env)) !== null;
  const apiKey = row.sealedKey === null ? "none" : await openSealedText(env, row.sealedKey, keyPlace(row));
  return { provider, baseUrl, model, apiKey: refused ? null : apiKey };
}

/** What a sealed key is bound to. The address is part of it: whoever changes it must know the key. */
export function keyPlace({
  workspaceId,
  provider,
  baseUrl,
}: Pick<ProviderKey, "workspaceId" | "provider" | "baseUrl">) {
  return ["provider-key", workspaceId, provider, baseUrl ?? ""];
}
