import { and, asc, eq, gt } from "drizzle-orm";
import type { Database } from "../client.ts";
import { auditLog, savedPrompts, type SavedPrompt } from "../schema/index.ts";
import { auditRow, type AuditEntry } from "./audit.ts";

/** More than anybody reads through. */
export const mostSavedPrompts = 200;

/** Oldest first; one row more than `limit`. */
export async function listSavedPrompts(
  db: Database,
  input: { workspaceId: string; cursor?: string | undefined; limit: number },
): Promise<SavedPrompt[]> {
  return db
    .select()
    .from(savedPrompts)
    .where(
      and(
        eq(savedPrompts.workspaceId, input.workspaceId),
        input.cursor === undefined ? undefined : gt(savedPrompts.id, input.cursor),
      ),
    )
    .orderBy(asc(savedPrompts.id))
    .limit(input.limit + 1);
}

export async function countSavedPrompts(db: Database, workspaceId: string): Promise<number> {
  return db.$count(savedPrompts, eq(savedPrompts.workspaceId, workspaceId));
}

type NewSavedPrompt = Pick<SavedPrompt, "id" | "workspaceId" | "title" | "prompt" | "createdBy">;

export async function insertSavedPrompt(db: Database, row: NewSavedPrompt, audit: AuditEntry): Promise<SavedPrompt> {
  const [rows] = await db.batch([
    db.insert(savedPrompts).values(row).returning(),
    db.insert(auditLog).values(auditRow(audit)),
  ]);
  const [saved] = rows;
  if (!saved) throw new Error("D1 returned no row for the saved prompt");
  return saved;
}

const at = (workspaceId: string, id: string) => and(eq(savedPrompts.workspaceId, workspaceId), eq(savedPrompts.id, id));

/** Undefined when the workspace has no such prompt. */
export async function findSavedPrompt(db: Database, workspaceId: string, id: string): Promise<SavedPrompt | undefined> {
  return db.select().from(savedPrompts).where(at(workspaceId, id)).get();
}

/** Fields that are undefined stay. Undefined when it was deleted in the meantime. */
export async function updateSavedPrompt(
  db: Database,
  { workspaceId, id }: Pick<SavedPrompt, "workspaceId" | "id">,
  changes: { title?: string | undefined; prompt?: string | undefined },
  audit: AuditEntry,
): Promise<SavedPrompt | undefined> {
  const [rows] = await db.batch([
    db.update(savedPrompts).set(changes).where(at(workspaceId, id)).returning(),
    db.insert(auditLog).values(auditRow(audit)),
  ]);
  return rows[0];
}

export async function deleteSavedPrompt(
  db: Database,
  { workspaceId, id }: Pick<SavedPrompt, "workspaceId" | "id">,
  audit: AuditEntry,
): Promise<void> {
  await db.batch([db.delete(savedPrompts).where(at(workspaceId, id)), db.insert(auditLog).values(auditRow(audit))]);
}
