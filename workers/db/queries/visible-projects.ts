// Which projects a user may see, as a condition for lists over `projects`. The same rule as `effectiveRole` of access.ts.
import { and, eq, inArray, isNull, ne, or, type Placeholder, type SQL } from "drizzle-orm";
import type { Database } from "../client.ts";
import { projectMembers, projects, workspaceMembers } from "../schema/index.ts";

export function isVisibleTo(db: Database, userId: string | Placeholder): SQL | undefined {
  const ofUser = eq(workspaceMembers.userId, userId);
  const memberOf = db.select({ id: workspaceMembers.workspaceId }).from(workspaceMembers).where(ofUser);
  const runs = db
    .select({ id: workspaceMembers.workspaceId })
    .from(workspaceMembers)
    .where(and(ofUser, inArray(workspaceMembers.role, ["owner", "admin"])));
  const invited = db
    .select({ id: projectMembers.projectId })
    .from(projectMembers)
    .where(eq(projectMembers.userId, userId));
  return and(
    isNull(projects.deletedAt),
    or(
      inArray(projects.workspaceId, runs),
      and(inArray(projects.workspaceId, memberOf), ne(projects.visibility, "private")),
      inArray(projects.id, invited),
    ),
  );
}

/** For `LIKE … ESCAPE '\'`: finds the words as they are written. */
export const literalPattern = (words: string): string =>
  `%${words.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
