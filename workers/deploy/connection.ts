// A workspace's account at a provider: its secret is sealed together with what it is for, so that whoever changes where it
// is sent must know it.
import type { Database } from "#db/client.ts";
import { findConnection } from "#db/queries/connections.ts";
import type { ConnectionId } from "#protocol/deploy-targets.ts";
import { openSealedText, type SealingEnv } from "../storage/sealed-text.ts";

export interface OpenConnection {
  secret: string;
  account: Readonly<Record<string, string>>;
  login: string | null;
}

export function connectionPlace(
  workspaceId: string,
  provider: ConnectionId,
  account: Readonly<Record<string, string>>,
): string[] {
  const fields = Object.entries(account)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flat();
  return ["connection", workspaceId, provider, ...fields];
}

/** Null when there is none, or when it no longer opens. */
export async function openConnection(
  env: SealingEnv,
  db: Database,
  workspaceId: string,
  provider: ConnectionId,
): Promise<OpenConnection | null> {
  const row = await findConnection(db, workspaceId, provider);
  if (!row) return null;
  const { sealedSecret, account, login } = row;
  const secret = await openSealedText(env, sealedSecret, connectionPlace(workspaceId, provider, account));
  return secret === null ? null : { secret, account, login };
}
