// What the loop writes about deployments.
import { eq } from "drizzle-orm";
import type { Database } from "../client.ts";
import { deployments } from "../schema/index.ts";

export async function openDeployment(
  db: Database,
  deployment: {
    id: string;
    projectId: string;
    versionId: string;
    generationId: string;
    environment: "preview" | "production";
    createdBy: string;
  },
): Promise<void> {
  await db
    .insert(deployments)
    .values({ ...deployment, status: "deploying" })
    .onConflictDoUpdate({ target: deployments.id, set: { status: "deploying", error: null } });
}

export async function closeDeployment(
  db: Database,
  id: string,
  end: { status: "ready"; url: string } | { status: "failed" | "cancelled"; error: string },
): Promise<void> {
  const readyAt = end.status === "ready" ? new Date().toISOString() : null;
  await db
    .update(deployments)
    .set({ ...end, readyAt })
    .where(eq(deployments.id, id));
}
