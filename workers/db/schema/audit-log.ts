import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, id, json } from "./columns.ts";

export const auditActions = [
  "auth.registered",
  "auth.signed_in",
  "auth.sign_in_failed",
  "auth.refresh_reused",
  "auth.signed_out",
  "project.deleted",
  "project.restored",
  "project.forked",
  "asset.deleted",
  "provider_key.saved",
  "provider_key.removed",
  "provider_key.tested",
  "workspace.budget_changed",
  "fix.forgotten",
  "version.edited",
  "version.rolled_back",
  "snapshot.created",
  "snapshot.revoked",
  "data.changed",
  "data.reset",
  "saved_prompt.created",
  "saved_prompt.changed",
  "saved_prompt.deleted",
  "deployment.started",
  "deployment.cancelled",
  "environment.changed",
  "environment.variables_changed",
  "domain.added",
  "domain.verified",
  "domain.removed",
  "connection.saved",
  "connection.removed",
  "repository.pushed",
  "version.pushed",
  "api_token.created",
  "api_token.revoked",
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Security events. Never updated, and never deleted with what they speak of: no foreign keys. */
export const auditLog = sqliteTable(
  "audit_log",
  {
    id: id(),
    action: text("action", { enum: auditActions }).notNull(),
    /** null when nobody was signed in (a failed sign-in). */
    actorId: text("actor_id"),
    /** What it was done to: `prj_…`, `fam_…` */
    targetId: text("target_id"),
    ip: text("ip"),
    userAgent: text("user_agent"),
    requestId: text("request_id"),
    /** Never holds a secret, a token or a password. */
    details: json("details").$type<Record<string, string | number | boolean | null>>(),
    createdAt: createdAt(),
  },
  (table) => [
    index("audit_log_actor").on(table.actorId, table.createdAt),
    index("audit_log_action").on(table.action, table.createdAt),
    index("audit_log_target").on(table.targetId, table.createdAt),
  ],
);
