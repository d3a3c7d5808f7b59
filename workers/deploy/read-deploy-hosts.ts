import type { Env } from "../env.ts";
import { readHostRule, type HostRule } from "../network/host-rule.ts";

export function readDeployHosts({ NEXUSGEN_DEPLOY_HOSTS }: Pick<Env, "NEXUSGEN_DEPLOY_HOSTS">): HostRule {
  return readHostRule("NEXUSGEN_DEPLOY_HOSTS", NEXUSGEN_DEPLOY_HOSTS);
}
