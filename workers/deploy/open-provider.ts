// From an environment's target to the adapter that deploys there, with the workspace's account.
import type { Database } from "#db/client.ts";
import { recordConnectionUse } from "#db/queries/connections.ts";
import { deployTargetOf, type DeployTargetId } from "#protocol/deploy-targets.ts";
import { stacks } from "#engine/stacks/stacks.ts";
import type { Env } from "../env.ts";
import type { ProviderApi } from "./call-provider.ts";
import { openConnection, type OpenConnection } from "./connection.ts";
import { ShipRefusal, type DeployProvider } from "./provider.ts";
import { deployToCloudflare } from "./providers/cloudflare.ts";
import { deployToNetlify } from "./providers/netlify.ts";
import { hostHere } from "./providers/nexusgen.ts";
import { deployToRegistry } from "./providers/registry.ts";
import { deployToVercel } from "./providers/vercel.ts";
import { deployToWebhook } from "./providers/webhook.ts";
import { readDeployHosts } from "./read-deploy-hosts.ts";
import { registryAccount } from "./registry/registry-account.ts";
import { openReceiver, receiverLinks } from "./webhook/open-receiver.ts";

type Elsewhere = Exclude<DeployTargetId, "nexusgen">;

export function providerApi(env: Env, provider: "vercel" | "netlify", token: string): ProviderApi {
  return provider === "vercel"
    ? { name: "Vercel", url: env.NEXUSGEN_VERCEL_URL || "https://api.vercel.com", token }
    : { name: "Netlify", url: env.NEXUSGEN_NETLIFY_URL || "https://api.netlify.com", token };
}

const adapters: Record<Elsewhere, (env: Env, connection: OpenConnection, db: Database) => DeployProvider> = {
  cloudflare: (env, { secret, account }) =>
    deployToCloudflare({ url: env.NEXUSGEN_CLOUDFLARE_URL, token: secret, accountId: account["accountId"] ?? "" }),
  vercel: (env, { secret, account }) =>
    deployToVercel(providerApi(env, "vercel", secret), {
      teamId: account["teamId"],
      extra: (stack) => stacks[stack].vercel,
    }),
  netlify: (env, { secret }) => deployToNetlify(providerApi(env, "netlify", secret)),
  registry: (env, connection) =>
    deployToRegistry(registryAccount(env, connection), {
      url: env.NEXUSGEN_BASE_REGISTRY,
      hosts: readDeployHosts(env),
    }),
  webhook: (env, connection, db) => deployToWebhook(openReceiver(env, connection), receiverLinks(env, db)),
};

/** Throws a ShipRefusal where its account is not connected. */
export async function openProvider(
  env: Env,
  db: Database,
  { workspaceId, provider }: { workspaceId: string; provider: DeployTargetId },
): Promise<DeployProvider> {
  if (provider === "nexusgen") return hostHere(env);
  const connection = await openConnection(env, db, workspaceId, provider);
  if (connection === null) {
    const name = deployTargetOf(provider)?.name ?? provider;
    throw new ShipRefusal(`${name} is not connected. Connect it where the environment says where it runs.`);
  }
  await recordConnectionUse(db, workspaceId, provider);
  return adapters[provider](env, connection, db);
}
