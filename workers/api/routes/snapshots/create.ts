import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { newId, randomBase32 } from "#db/ids.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertSnapshot, listSnapshots } from "#db/queries/snapshots.ts";
import { findVersion } from "#db/queries/versions.ts";
import { freezeApp, thawApp } from "../../../preview/fetch-app.ts";
import { findApp } from "../../../preview/find-app.ts";
import { hashPassword } from "../../auth/password.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { ApiError } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";
import { createSnapshotSchema, snapshotSchema } from "../../schemas/snapshots.ts";
import { viewSnapshot } from "./view.ts";

const mostSnapshots = 20;

export const createSnapshot = operation({
  guard: member("member", "project"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/snapshots",
    tags: ["snapshots"],
    summary: "Freeze the preview with its data, for whoever has the link",
    description:
      "Visitors need no account. Each uses a copy of the frozen data of their own; nothing reaches the preview.",
    request: { params: projectParamsSchema, body: jsonBody(createSnapshotSchema) },
    responses: { 201: jsonOf("The snapshot.", snapshotSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project }) {
    const db = openDatabase(c.env.DB);
    const { name = "", password, expiresAt = null } = c.req.valid("json");
    const app = await findApp(db, { label: project.hostLabel, environment: "preview" });
    const { revision = null, versionId = null, variablesId = null } = app ?? {};
    if (revision === null || versionId === null) throw new ApiError("CONFLICT", "There is no preview to freeze yet.");
    if ((await listSnapshots(db, project.id)).length >= mostSnapshots)
      throw new ApiError("CONFLICT", `A project has at most ${mostSnapshots} snapshots. Withdraw one first.`);
    const id = newId("snapshot");
    const address = { projectId: project.id, environment: "preview" } as const;
    const problem = await freezeApp(c.env, { ...address, revision }, id);
    if (problem !== null) throw new ApiError("CONFLICT", problem.slice(0, 500));
    const values = {
      id,
      projectId: project.id,
      versionId,
      revision,
      variablesId,
      key: randomBase32(26),
      name,
      passwordHash: password === undefined ? null : await hashPassword(password),
      expiresAt,
      createdBy: caller.userId,
    };
    const row = await insertSnapshot(db, values).catch(async (error: unknown) => {
      await thawApp(c.env, address, id);
      throw error;
    });
    const details = { snapshot: id, password: password !== undefined };
    await recordAudit(
      db,
      auditOf(c, { action: "snapshot.created", actorId: caller.userId, targetId: project.id, details }),
    );
    const version = await findVersion(db, project.id, versionId);
    return c.json(viewSnapshot(c.env, { ...row, versionNumber: version?.number ?? null }), 201);
  },
});
