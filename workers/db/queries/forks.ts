import { and, eq, getTableColumns, lte, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { newId } from "../ids.ts";
import { auditLog, deployments, projects, projectVersions, versionManifests } from "../schema/index.ts";
import type { VersionSource } from "../vocabulary.ts";
import type { VersionRow } from "./access.ts";
import { auditRow, type AuditEntry } from "./audit.ts";

/** D1 takes so many statements at once without complaint. */
const versionsAtOnce = 40;

interface Copying {
  /** The version to go on from; what led to it comes along. */
  from: VersionRow;
  /** A project without versions. */
  to: string;
  actorId: string;
  previewUrl: string;
  audit: AuditEntry;
}

/** Numbers, authors and times stay. A copied version belongs to no generation of the new project. */
export async function copyVersions(db: Database, { from, to, actorId, previewUrl, audit }: Copying) {
  const rows = await db
    .select({ id: projectVersions.id, parentId: projectVersions.parentId, source: projectVersions.source })
    .from(projectVersions)
    .where(and(eq(projectVersions.projectId, from.projectId), lte(projectVersions.number, from.number)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const line: typeof rows = [];
  for (let at = byId.get(from.id); at !== undefined; at = byId.get(at.parentId ?? "")) line.push(at);
  const ids = new Map(line.map(({ id }) => [id, newId("version")]));
  const copies = line.toReversed().flatMap(({ id, parentId }) => {
    const copy = ids.get(id) ?? newId("version");
    const copied = db
      .select({
        ...getTableColumns(projectVersions),
        id: sql<string>`${copy}`.as("id"),
        projectId: sql<string>`${to}`.as("project_id"),
        parentId: sql<string | null>`${ids.get(parentId ?? "") ?? null}`.as("parent_id"),
        generationId: sql<null>`NULL`.as("generation_id"),
        source:
          sql<VersionSource>`coalesce(source, CASE WHEN generation_id IS NULL THEN 'edit' ELSE 'generation' END)`.as(
            "source",
          ),
        // Made again from the version, but for what was pushed.
        commitSha: sql<string | null>`CASE WHEN source = 'push' THEN commit_sha END`.as("commit_sha"),
      })
      .from(projectVersions)
      .where(eq(projectVersions.id, id));
    const manifest = db
      .select({ ...getTableColumns(versionManifests), versionId: sql<string>`${copy}`.as("version_id") })
      .from(versionManifests)
      .where(eq(versionManifests.versionId, id));
    return [db.insert(projectVersions).select(copied), db.insert(versionManifests).select(manifest)];
  });
  for (let start = 0; start < copies.length; start += 2 * versionsAtOnce) {
    const [first, ...rest] = copies.slice(start, start + 2 * versionsAtOnce);
    if (first) await db.batch([first, ...rest]);
  }
  const head = ids.get(from.id) ?? "";
  const built = from.artefactSha !== null;
  const changes = {
    currentVersionId: built ? head : null,
    forkedFromId: from.projectId,
    forkedFromNumber: from.number,
    ...(built && { status: "ready" as const }),
  };
  await db.batch([
    db.update(projects).set(changes).where(eq(projects.id, to)),
    db.insert(auditLog).values(auditRow(audit)),
    ...(built
      ? [
          db.insert(deployments).values({
            id: newId("deployment"),
            projectId: to,
            versionId: head,
            environment: "preview",
            status: "ready",
            url: previewUrl,
            createdBy: actorId,
            readyAt: new Date().toISOString(),
          }),
        ]
      : []),
  ]);
  const pushed = line.flatMap(({ id, source }) => (source === "push" ? [{ from: id, to: ids.get(id) ?? "" }] : []));
  return { changes, pushed };
}
