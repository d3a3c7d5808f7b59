import type { Database } from "#db/client.ts";
import { readHandover, settleHandover } from "#db/queries/handovers.ts";
import type { Handover } from "#db/schema/index.ts";
import type { HandoverStatus } from "#db/vocabulary.ts";
import { ApiError, notFound } from "../errors.ts";
import type { projectStub } from "../project-stub.ts";

/** Throws when there is none, or when it has been settled already. */
export async function openHandover(db: Database, generationId: string): Promise<Handover> {
  const row = await readHandover(db, generationId);
  if (!row) throw notFound("account of repairs");
  if (row.status !== "open") throw settledAlready();
  return row;
}

export async function settle(
  db: Database,
  stub: ReturnType<typeof projectStub>,
  { generationId }: Handover,
  end: { status: Exclude<HandoverStatus, "open">; followedBy: string | null; actorId: string },
): Promise<Handover> {
  const { status, followedBy, actorId } = end;
  const row = await settleHandover(db, generationId, { status, followedBy, settledBy: actorId });
  if (!row) throw settledAlready();
  await stub.appendHandoverSettled({ actorId, generationId, status, followedBy });
  return row;
}

const settledAlready = () => new ApiError("CONFLICT", "This was settled already. Read it again to see how.");
