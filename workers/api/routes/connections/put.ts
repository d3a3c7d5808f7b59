import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { listConnections, putConnection as storeConnection } from "#db/queries/connections.ts";
import { deployTargetOf } from "#protocol/deploy-targets.ts";
import { connectionPlace } from "../../../deploy/connection.ts";
import { greet } from "../../../deploy/greet.ts";
import { ShipRefusal } from "../../../deploy/provider.ts";
import { canSeal, sealText } from "../../../storage/sealed-text.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { readFields, refuseField } from "../../deploy/read-fields.ts";
import { ApiError, notFound } from "../../errors.ts";
import { workspaceMember } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { connectionParamsSchema, connectionSchema, putConnectionSchema } from "../../schemas/connections.ts";
import { viewConnection } from "../../views.ts";

export const putConnection = operation({
  guard: workspaceMember("admin"),
  route: createRoute({
    method: "put",
    path: "/api/v1/workspaces/{id}/connections/{provider}",
    tags: ["workspaces"],
    summary: "Connect an account; it is tried at once, and stored only when the provider accepts it",
    request: { params: connectionParamsSchema, body: jsonBody(putConnectionSchema) },
    responses: { 200: jsonOf("The connection as it is shown.", connectionSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, workspace }) {
    const { provider } = c.req.valid("param");
    const { secret, account: given = {} } = c.req.valid("json");
    if (!canSeal(c.env))
      throw new ApiError("CONFLICT", "This platform has no ENCRYPTION_KEY, so it stores no tokens. Ask who runs it.");
    const account = readFields(deployTargetOf(provider)?.account ?? [], given, "account");
    const login = await greet(c.env, provider, { secret, account }).catch((error: unknown) => {
      if (error instanceof ShipRefusal) throw refuseField("secret", error.message);
      throw new ApiError("CONFLICT", "The provider could not be reached, so the token could not be tried. Try again.");
    });
    const db = openDatabase(c.env.DB);
    await storeConnection(
      db,
      {
        workspaceId: workspace.id,
        provider,
        account,
        login,
        sealedSecret: await sealText(c.env, secret, connectionPlace(workspace.id, provider, account)),
        lastSigns: secret.length >= 16 ? secret.slice(-4) : null,
        createdBy: caller.userId,
      },
      auditOf(c, {
        action: "connection.saved",
        actorId: caller.userId,
        targetId: workspace.id,
        details: { provider, login },
      }),
    );
    const stored = (await listConnections(db, workspace.id)).find((row) => row.provider === provider);
    if (!stored) throw notFound("connection");
    return c.json(viewConnection(stored), 200);
  },
});
