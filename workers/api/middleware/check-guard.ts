import type { Context, MiddlewareHandler } from "hono";
import { openDatabase } from "#db/client.ts";
import {
  findGenerationAccess,
  findProjectAccess,
  findVersionAccess,
  hasRole,
  type ProjectAccess,
} from "#db/queries/access.ts";
import { findWorkspaceAccess, hasMemberRole, type WorkspaceAccess } from "#db/queries/workspaces.ts";
import type { MemberRole, ProjectRole } from "#db/vocabulary.ts";
import type { ApiEnv } from "../api-env.ts";
import { authenticate } from "../auth/authenticate.ts";
import { ApiError, notFound } from "../errors.ts";
import type { Caller, Guard } from "../guard.ts";
import { limitCaller } from "./rate-limit.ts";

type MemberGuard = Extract<Guard, { kind: "member" }>;

/** Lets the request pass and leaves what it found in `granted`, or throws. */
export function checkGuard(guard: Guard): MiddlewareHandler<ApiEnv> {
  if (guard.kind === "public" || guard.kind === "ticket") {
    return async (c, next) => {
      c.set("granted", {});
      await next();
    };
  }
  return async (c, next) => {
    const caller = await authenticate(c);
    await limitCaller(c, caller);
    const access = await findGranted(c, guard, caller);
    c.set("granted", { caller, ...access });
    await next();
  };
}

async function findGranted(c: Context<ApiEnv>, guard: Guard, caller: Caller): Promise<object> {
  if (guard.kind === "workspace") return requireWorkspace(c, guard.role, caller);
  return guard.kind === "member" && guard.by !== "body" ? findMember(c, guard, caller) : {};
}

async function requireWorkspace(c: Context<ApiEnv>, role: MemberRole, { userId }: Caller): Promise<WorkspaceAccess> {
  const access = await findWorkspaceAccess(openDatabase(c.env.DB), userId, c.req.param("id") ?? "");
  if (!access) throw notFound("workspace");
  if (!hasMemberRole(access.memberRole, role)) {
    throw new ApiError(
      "AUTHORIZATION_ERROR",
      `Your role in this workspace is ${access.memberRole}; this needs ${role}.`,
    );
  }
  return access;
}

/** For guards `by: "body"`: runs once the body is valid. */
export async function checkBodyMember(c: Context<ApiEnv>, guard: MemberGuard): Promise<void> {
  const { caller } = c.get("granted") as { caller: Caller };
  const { projectId } = c.req.valid("json" as never) as { projectId: string };
  const access = requireRole(
    await findProjectAccess(openDatabase(c.env.DB), caller.userId, projectId),
    guard.role,
    "project",
  );
  c.set("granted", { caller, ...access });
}

async function findMember(c: Context<ApiEnv>, guard: MemberGuard, { userId }: Caller): Promise<ProjectAccess> {
  const db = openDatabase(c.env.DB);
  const id = c.req.param("id") ?? "";
  switch (guard.by) {
    case "generation":
      return requireRole(await findGenerationAccess(db, userId, id), guard.role, "generation");
    case "version": {
      const version = c.req.param("version") ?? "";
      return requireRole(await findVersionAccess(db, userId, id, version), guard.role, "version");
    }
    case "project":
    case "body":
      return requireRole(await findProjectAccess(db, userId, id), guard.role, "project");
  }
}

/** Whoever may see it but not do this is told so; to everyone else it does not exist. */
function requireRole<T extends ProjectAccess>(access: T | undefined, role: ProjectRole, what: string): T {
  if (!access) throw notFound(what);
  if (!hasRole(access.role, role)) {
    throw new ApiError("AUTHORIZATION_ERROR", `Your role in this project is ${access.role}; this needs ${role}.`);
  }
  return access;
}
