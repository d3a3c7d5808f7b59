import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findConnection } from "#db/queries/connections.ts";
import { findRepository, listPushes } from "#db/queries/repositories.ts";
import { repositoryPage } from "../../../github/open-github.ts";
import { viewPush } from "../../deploy/view-push.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { githubSchema } from "../../schemas/github.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";

export const readGitHub = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/github",
    tags: ["github"],
    summary: "Where the project is pushed to, and its last pushes",
    request: { params: projectParamsSchema },
    responses: { 200: jsonOf("The repository and its pushes.", githubSchema) },
  }),
  async handle(c, { project }) {
    const db = openDatabase(c.env.DB);
    const [connection, known, pushes] = await Promise.all([
      findConnection(db, project.workspaceId, "github"),
      findRepository(db, project.id),
      listPushes(db, project.id, 10),
    ]);
    const repository = known && {
      fullName: `${known.owner}/${known.name}`,
      url: repositoryPage(c.env, known.owner, known.name),
    };
    return c.json(
      { login: connection?.login ?? null, repository, pushes: pushes.map((push) => viewPush(c.env, push)) },
      200,
    );
  },
});
