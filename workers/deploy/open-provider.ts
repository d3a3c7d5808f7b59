// From an environment's target to the adapter that deploys there, with the workspace's account.
import type { Database } from "#db/client.ts";
import type { DeployTargetId } from "#protocol/deploy-targets.ts";
import { stacks } from "#engine/stacks/stacks.ts";
import type { Env } from "../env.ts";
import type { ProviderApi } from "./call-provider.ts";
import { openConnection } from "./connection.ts";
import { ShipRefusal, type DeployProvider } from "./provider.ts";
import { deployToNetlify } from "./providers/netlify.ts";
import { hostHere } from "./providers/nexusgen.ts";
import { deployToVercel } from "./providers/vercel.ts";

type Elsewhere = Exclude<DeployTargetId, "nexusgen">;

export function providerApi(env: Env, provider: Elsewhere, token: string): ProviderApi {
  return provider === "vercel"
    ? { name: "Vercel", url: env.NEXUSGEN_VERCEL_URL || "https://api.vercel.com", token }
    : { name: "Netlify", url: env.NEXUSGEN_NETLIFY_URL || "https://api.netlify.com", token };
}

/** Throws a ShipRefusal where its account is not connected. */
export async function openProvider(
  env: Env,
  db: Database,
  { workspaceId, provider }: { workspaceId: string; provider: DeployTargetId },
): Promise<DeployProvider> {
  if (provider === "nexusgen") return hostHere(env);
  const connection = await openConnection(env, db, workspaceId, provider);
  const api = providerApi(env, provider, connection?.secret ?? "");
  if (!connection)
    throw new ShipRefusal(`${api.name} is not connected. Connect it where the environment says where it runs.`);
  return provider === "netlify"
    ? deployToNetlify(api)
    : deployToVercel(api, { teamId: connection.account["teamId"], extra: (stack) => stacks[stack].vercel });
}
