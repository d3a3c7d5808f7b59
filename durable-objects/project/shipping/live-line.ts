import { deployTargetOf } from "#protocol/deploy-targets.ts";

/** What a deployment's log says at its end. A signed address must not lie in a log: an app's is its origin alone. */
export function liveLine(provider: string, url: string): string {
  if (deployTargetOf(provider)?.opens === false) return `Pushed: ${url}`;
  return `It answers. Live: ${URL.parse(url)?.origin ?? url}`;
}
