// Generations that were handed back to their users. The account is written once, by the project's Durable Object; what
// became of it once, by whoever is first.
import { and, eq } from "drizzle-orm";
import type { RepairAccount } from "#protocol/repair-account.ts";
import type { Database } from "../client.ts";
import { type Handover, handovers } from "../schema/index.ts";
import type { HandoverStatus } from "../vocabulary.ts";

export async function insertHandover(
  db: Database,
  handover: { generationId: string; projectId: string; account: RepairAccount },
): Promise<void> {
  await db.insert(handovers).values(handover).onConflictDoNothing();
}

export async function readHandover(db: Database, generationId: string): Promise<Handover | undefined> {
  return db.select().from(handovers).where(eq(handovers.generationId, generationId)).get();
}

/** Undefined when it is not open any more. */
export async function settleHandover(
  db: Database,
  generationId: string,
  end: { status: Exclude<HandoverStatus, "open">; followedBy: string | null; settledBy: string },
): Promise<Handover | undefined> {
  const [row] = await db
    .update(handovers)
    .set({ ...end, settledAt: new Date().toISOString() })
    .where(and(eq(handovers.generationId, generationId), eq(handovers.status, "open")))
    .returning();
  return row;
}
