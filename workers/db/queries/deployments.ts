import { and, desc, eq, lt } from "drizzle-orm";
import type { Database } from "../client.ts";
import { deployments, type Deployment, type DeploymentEnvironment } from "../schema/index.ts";

/** Newest first; one row more than `limit`. */
export async function listDeployments(
  db: Database,
  input: {
    projectId: string;
    environment?: DeploymentEnvironment | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<Deployment[]> {
  return db
    .select()
    .from(deployments)
    .where(
      and(
        eq(deployments.projectId, input.projectId),
        input.environment ? eq(deployments.environment, input.environment) : undefined,
        input.cursor ? lt(deployments.id, input.cursor) : undefined,
      ),
    )
    .orderBy(desc(deployments.id))
    .limit(input.limit + 1);
}
