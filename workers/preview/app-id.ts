import type { DeploymentEnvironment } from "#db/vocabulary.ts";

export interface AppAddress {
  projectId: string;
  environment: DeploymentEnvironment;
}

/** Names the running app's data and isolates: `<projectId>:<environment>`. */
export function appIdOf({ projectId, environment }: AppAddress): string {
  return `${projectId}:${environment}`;
}
