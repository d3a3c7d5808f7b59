import { createRoute } from "@hono/zod-openapi";
import { toPage } from "#db/queries/page.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import { pageOf } from "../../schemas/lists.ts";
import { problemSchema, problemsQuerySchema } from "../../schemas/problems.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";

export const listProblems = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/problems",
    tags: ["problems"],
    summary: "What the running app reported, newest first",
    request: { params: projectParamsSchema, query: problemsQuerySchema },
    responses: { 200: jsonOf("One page.", pageOf(problemSchema)) },
  }),
  async handle(c, { project }) {
    const { limit, cursor = null, status = null } = c.req.valid("query");
    const problems = await projectStub(c.env, project.id).problems({ limit, before: cursor, status });
    return c.json(
      toPage(
        problems,
        limit,
        ({ id }) => id,
        (problem) => problem,
      ),
      200,
    );
  },
});
