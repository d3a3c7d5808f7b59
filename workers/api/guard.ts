// Every route says as data who may call it. The table test walks the router and fails on a route without a guard.
import type { GenerationRow, ProjectAccess, VersionRow } from "#db/queries/access.ts";
import type { WorkspaceAccess } from "#db/queries/workspaces.ts";
import type { ApiTokenScope, MemberRole, ProjectRole } from "#db/vocabulary.ts";

export type Guard =
  /** Anyone. Routes that set or read the refresh cookie are public too: the cookie is their credential. */
  | { kind: "public" }
  /** A valid access token. */
  | { kind: "authenticated" }
  /** A single-use ticket in the query, which the project's Durable Object redeems. */
  | { kind: "ticket" }
  /** A role in a project, found by what the request names. */
  | { kind: "member"; role: ProjectRole; by: MemberOf }
  /** A role in the workspace that the path parameter `id` names. */
  | { kind: "workspace"; role: MemberRole };

/** `project`, `version`: path parameters `id` (and `version`). `generation`: `id`. `body`: its `projectId`. */
export type MemberOf = "project" | "version" | "generation" | "body";

export interface Caller {
  userId: string;
  sessionId: string;
  /** Of the API token it came with; absent where a person signed in. */
  scope?: ApiTokenScope;
}

/** What a handler may rely on once its guard has let the request pass. */
export type Granted<G extends Guard> = G extends { kind: "public" | "ticket" }
  ? Record<never, never>
  : G extends { kind: "authenticated" }
    ? { caller: Caller }
    : G extends { kind: "member"; by: infer By }
      ? { caller: Caller } & ProjectAccess &
          (By extends "version" ? { version: VersionRow } : unknown) &
          (By extends "generation" ? { generation: GenerationRow } : unknown)
      : G extends { kind: "workspace" }
        ? { caller: Caller } & WorkspaceAccess
        : never;

export const open = { kind: "public" } as const satisfies Guard;
export const authenticated = { kind: "authenticated" } as const satisfies Guard;
export const ticket = { kind: "ticket" } as const satisfies Guard;

export function member<const By extends MemberOf>(
  role: ProjectRole,
  by: By,
): { kind: "member"; role: ProjectRole; by: By } {
  return { kind: "member", role, by };
}

export function workspaceMember(role: MemberRole): { kind: "workspace"; role: MemberRole } {
  return { kind: "workspace", role };
}
