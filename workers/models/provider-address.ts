// Where a user may send the platform's requests: a base URL is an address that our servers call on somebody's word.
import type { Env } from "../env.ts";
import { findHostProblem, type HostRule, readHostRule } from "../network/host-rule.ts";

export function readProviderHosts({ NEXUSGEN_PROVIDER_HOSTS }: Pick<Env, "NEXUSGEN_PROVIDER_HOSTS">): HostRule {
  return readHostRule("NEXUSGEN_PROVIDER_HOSTS", NEXUSGEN_PROVIDER_HOSTS);
}

/** Why the address may not be used; null when it may. */
export function findAddressProblem(address: string, rule: HostRule): string | null {
  const url = URL.parse(address);
  const problem = findHostProblem(url, rule);
  if (problem !== null) return problem;
  return url?.search || url?.hash ? "An address ends with its path: leave out what follows a ? or #." : null;
}
