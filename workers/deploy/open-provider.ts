// From an environment's target to the adapter that deploys there, with the workspace's account.
import type { Database } from "#db/client.ts";
import type { DeployTargetId } from "#protocol/deploy-targets.ts";
import type { Env } from "../env.ts";
import type { DeployProvider } from "./provider.ts";
import { hostHere } from "./providers/nexusgen.ts";

export async function openProvider(
  env: Env,
  _db: Database,
  { provider }: { workspaceId: string; provider: DeployTargetId },
): Promise<DeployProvider> {
  if (provider === "nexusgen") return hostHere(env);
  throw new Error(`There is no way to deploy to ${provider}.`);
}
