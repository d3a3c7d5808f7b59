import { createRoute } from "@hono/zod-openapi";
import { unwrap } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import { problemParamsSchema, problemSchema } from "../../schemas/problems.ts";

export const dismissProblem = operation({
  guard: member("member", "project"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/problems/{problem}/dismiss",
    tags: ["problems"],
    summary: "Say that a problem is none; it is counted, but no longer told of",
    request: { params: problemParamsSchema },
    responses: { 200: jsonOf("The problem.", problemSchema), ...refusals("CONFLICT", "NOT_FOUND_ERROR") },
  }),
  async handle(c, { caller, project }) {
    const { problem } = c.req.valid("param");
    const outcome = await projectStub(c.env, project.id).dismissProblem({
      problemId: problem,
      actorId: caller.userId,
    });
    return c.json(unwrap(outcome), 200);
  },
});
