// One file through the versions that led to one.
import { desc, eq, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { projectVersions, users, versionManifests, type Manifest } from "../schema/index.ts";

const { id, number, parentId, message, generationId, source, createdBy, createdAt } = projectVersions;

export interface FileVersion {
  id: string;
  number: number;
  parentId: string | null;
  message: string;
  generationId: string | null;
  source: (typeof projectVersions.$inferSelect)["source"];
  createdBy: string;
  authorName: string;
  createdAt: string;
  /** null where the version has no such file. */
  file: Manifest[string] | null;
}

/** `versionId` and what it was made from, newest first; at most `limit`. */
export async function readFileHistory(
  db: Database,
  input: { projectId: string; versionId: string; path: string; limit: number },
): Promise<FileVersion[]> {
  const rows = await db
    .select({
      id,
      number,
      parentId,
      message,
      generationId,
      source,
      createdBy,
      authorName: users.name,
      createdAt,
      file: sql<string | null>`(SELECT value FROM json_each(${versionManifests.files}) WHERE key = ${input.path})`,
    })
    .from(projectVersions)
    .innerJoin(users, eq(users.id, projectVersions.createdBy))
    .innerJoin(versionManifests, eq(versionManifests.versionId, projectVersions.id))
    .where(eq(projectVersions.projectId, input.projectId))
    .orderBy(desc(projectVersions.number))
    .limit(input.limit);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const line: FileVersion[] = [];
  for (let at = byId.get(input.versionId); at !== undefined; at = byId.get(at.parentId ?? ""))
    line.push({ ...at, file: at.file === null ? null : (JSON.parse(at.file) as Manifest[string]) });
  return line;
}

/** The versions that changed the file, newest first, each with what it was before. */
export function changesOfFile(line: readonly FileVersion[]): { version: FileVersion; before: FileVersion["file"] }[] {
  return line.flatMap((version, index) => {
    const before = line[index + 1]?.file ?? null;
    return before?.sha256 === version.file?.sha256 ? [] : [{ version, before }];
  });
}
