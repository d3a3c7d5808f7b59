import type { Env } from "../../env.ts";
import { readDeployHosts } from "../read-deploy-hosts.ts";
import type { RegistryAccount } from "./open-registry.ts";

export function registryAccount(
  env: Pick<Env, "NEXUSGEN_DEPLOY_HOSTS">,
  { secret, account }: { secret: string; account: Readonly<Record<string, string>> },
): RegistryAccount {
  const host = account["host"] ?? "";
  // A registry on this machine, where those are allowed, has no certificate.
  const scheme = /^(localhost|127\.\d+\.\d+\.\d+)(:|$)/.test(host) ? "http" : "https";
  return { url: `${scheme}://${host}`, user: account["user"] ?? "", secret, hosts: readDeployHosts(env) };
}
