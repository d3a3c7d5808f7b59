import type { Database } from "#db/client.ts";
import { readReport } from "#db/queries/deployments.ts";
import { variables, type Env } from "../../env.ts";
import type { ReceiverLinks } from "../providers/webhook.ts";
import { readDeployHosts } from "../read-deploy-hosts.ts";
import { archiveFormats, archiveLink, archiveLivesSeconds, reportLink } from "./links.ts";
import type { Receiver } from "./send-message.ts";

export function openReceiver(
  env: Pick<Env, "NEXUSGEN_DEPLOY_HOSTS">,
  { secret, account }: { secret: string; account: Readonly<Record<string, string>> },
): Receiver {
  return { url: account["url"] ?? "", secret, hosts: readDeployHosts(env) };
}

export function receiverLinks(env: Env, db: Database): ReceiverLinks {
  const origin = variables(env);
  return {
    async archives({ project, version }) {
      const expires = Math.floor(Date.now() / 1_000) + archiveLivesSeconds;
      const at = { projectId: project.id, versionId: version.id, expires };
      const links = archiveFormats.map(
        async (format) => [format, await archiveLink(origin, { ...at, format })] as const,
      );
      return Object.fromEntries(await Promise.all(links));
    },
    callback: (deploymentId) => reportLink(origin, deploymentId),
    reported: (deploymentId) => readReport(db, deploymentId),
  };
}
