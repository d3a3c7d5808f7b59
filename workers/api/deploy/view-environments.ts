import type { Database } from "#db/client.ts";
import { currentDeployment, newestDeployment, openDeploymentOf } from "#db/queries/deployments.ts";
import { listDomains } from "#db/queries/domains.ts";
import { newestVariableSet, readEnvironment } from "#db/queries/environments.ts";
import type { CustomDomain, Project } from "#db/schema/index.ts";
import { deploymentEnvironments, type DeploymentEnvironment } from "#protocol/deployments.ts";
import { badgeKey } from "../../deploy/badge.ts";
import { domainRecords } from "../../deploy/domain-records.ts";
import { variables, type Env } from "../../env.ts";
import { previewOrigin } from "../../preview/access.ts";
import { canSeal } from "../../storage/sealed-text.ts";
import type { DomainView, EnvironmentsView, EnvironmentView } from "../schemas/environments.ts";
import { viewDeployment } from "../views.ts";

export async function viewEnvironments(env: Env, db: Database, project: Project): Promise<EnvironmentsView> {
  const domains = await listDomains(db, project.id);
  const items = await Promise.all(
    deploymentEnvironments.map((environment) => viewEnvironment(env, db, project, environment, domains)),
  );
  return { items, canStore: canSeal(env) };
}

async function viewEnvironment(
  env: Env,
  db: Database,
  project: Project,
  environment: DeploymentEnvironment,
  domains: readonly CustomDomain[],
): Promise<EnvironmentView> {
  const settings = variables(env);
  const at = { projectId: project.id, environment };
  const { provider, place } = await readEnvironment(db, at);
  const [current, open, newest, set, key] = await Promise.all([
    currentDeployment(db, at, provider),
    openDeploymentOf(db, at),
    newestDeployment(db, at),
    newestVariableSet(db, at),
    badgeKey(settings.AUTH_SECRET, project.id, environment),
  ]);
  const here = previewOrigin(settings, { label: project.hostLabel, environment });
  return {
    environment,
    provider,
    place,
    address: provider === "nexusgen" ? here : (current?.url ?? null),
    current: current && viewDeployment(current),
    open: open && viewDeployment(open),
    newest: newest && viewDeployment(newest),
    variables: set?.names ?? [],
    variablesWait: current !== null && (set?.id ?? null) !== current.variablesId,
    domains: domains
      .filter((domain) => domain.environment === environment)
      .map((domain) => viewDomain(domain, settings, project)),
    badgeUrl: `${settings.APP_ORIGIN}/api/v1/badges/${project.id}/${environment}/${key}.svg`,
  };
}

export function viewDomain(
  domain: CustomDomain,
  settings: { PREVIEW_DOMAIN: string },
  project: Pick<Project, "hostLabel">,
): DomainView {
  const { id, host, environment, status, problem, createdAt, checkedAt, verifiedAt } = domain;
  const records = domainRecords(domain, settings, project.hostLabel);
  return { id, host, environment, status, problem, records, createdAt, checkedAt, verifiedAt };
}
