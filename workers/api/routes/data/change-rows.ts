import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { browse } from "../../app-data/browse.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import {
  type ChangedRows,
  changedRowsSchema,
  dataTableParamsSchema,
  deleteRowsSchema,
  insertRowsSchema,
  updateRowSchema,
} from "../../schemas/app-data.ts";

const path = "/api/v1/projects/{id}/data/tables/{table}/rows";
const responses = { 200: jsonOf("How many rows were changed.", changedRowsSchema), ...refusals("CONFLICT") };
const params = dataTableParamsSchema;
const tags = ["data"];
type AuditContext = Parameters<typeof auditOf>[0];

async function record(c: AuditContext, who: string, projectId: string, details: Record<string, string | number>) {
  await recordAudit(
    openDatabase(c.env.DB),
    auditOf(c, { action: "data.changed", actorId: who, targetId: projectId, details }),
  );
}

export const insertRows = operation({
  guard: member("member", "project"),
  bodyLimit: 4 * 1024 * 1024,
  route: createRoute({
    method: "post",
    path,
    tags,
    summary: "Add rows to a table of the preview's database",
    request: { params, body: jsonBody(insertRowsSchema) },
    responses,
  }),
  async handle(c, { caller, project }) {
    const { table } = c.req.valid("param");
    const { rows } = c.req.valid("json");
    const answer = await browse<ChangedRows>(c.env, project, { do: "insert", table, rows });
    await record(c, caller.userId, project.id, { table, added: answer.changed });
    return c.json(answer, 200);
  },
});

export const updateRow = operation({
  guard: member("member", "project"),
  bodyLimit: 4 * 1024 * 1024,
  route: createRoute({
    method: "patch",
    path,
    tags,
    summary: "Change one row of the preview's database",
    request: { params, body: jsonBody(updateRowSchema) },
    responses,
  }),
  async handle(c, { caller, project }) {
    const { table } = c.req.valid("param");
    const { key, values } = c.req.valid("json");
    const answer = await browse<ChangedRows>(c.env, project, { do: "update", table, key, values });
    await record(c, caller.userId, project.id, { table, changed: answer.changed });
    return c.json(answer, 200);
  },
});

export const deleteRows = operation({
  guard: member("member", "project"),
  route: createRoute({
    method: "post",
    path: `${path}/delete`,
    tags,
    summary: "Delete rows of the preview's database",
    request: { params, body: jsonBody(deleteRowsSchema) },
    responses,
  }),
  async handle(c, { caller, project }) {
    const { table } = c.req.valid("param");
    const { keys } = c.req.valid("json");
    const answer = await browse<ChangedRows>(c.env, project, { do: "delete", table, keys });
    await record(c, caller.userId, project.id, { table, deleted: answer.changed });
    return c.json(answer, 200);
  },
});
