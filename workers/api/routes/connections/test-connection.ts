import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { listConnections, recordConnectionTest } from "#db/queries/connections.ts";
import { openConnection } from "../../../deploy/connection.ts";
import { greet } from "../../../deploy/greet.ts";
import { ShipRefusal } from "../../../deploy/provider.ts";
import { ApiError, notFound } from "../../errors.ts";
import { workspaceMember } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { connectionParamsSchema, connectionSchema } from "../../schemas/connections.ts";
import { viewConnection } from "../../views.ts";

export const testConnection = operation({
  guard: workspaceMember("admin"),
  route: createRoute({
    method: "post",
    path: "/api/v1/workspaces/{id}/connections/{provider}/test",
    tags: ["workspaces"],
    summary: "Try an account again with what is stored",
    request: { params: connectionParamsSchema },
    responses: {
      200: jsonOf("The connection; `testProblem` says why it does not work.", connectionSchema),
      ...refusals("CONFLICT"),
    },
  }),
  async handle(c, { workspace }) {
    const { provider } = c.req.valid("param");
    const db = openDatabase(c.env.DB);
    const rows = () => listConnections(db, workspace.id);
    if (!(await rows()).some((row) => row.provider === provider)) throw notFound("connection");
    const connection = await openConnection(c.env, db, workspace.id, provider);
    let problem: string | null = null;
    let login = connection?.login ?? null;
    if (connection === null) problem = "It was sealed with an ENCRYPTION_KEY that is gone. Connect it again.";
    else
      try {
        login = await greet(c.env, provider, connection);
      } catch (error) {
        if (!(error instanceof ShipRefusal))
          throw new ApiError(
            "CONFLICT",
            "The provider could not be reached, so the token could not be tried. Try again.",
          );
        problem = error.message;
      }
    await recordConnectionTest(db, { workspaceId: workspace.id, provider, login, testProblem: problem });
    const tested = (await rows()).find((row) => row.provider === provider);
    if (!tested) throw notFound("connection");
    return c.json(viewConnection(tested), 200);
  },
});
