import { createRoute } from "@hono/zod-openapi";
import { unwrap } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import { generationSchema } from "../../schemas/generations.ts";
import { problemParamsSchema } from "../../schemas/problems.ts";

export const repairProblem = operation({
  guard: member("member", "project"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/problems/{problem}/repair",
    tags: ["problems"],
    summary: "Start a generation that mends what the running app reported",
    description:
      "It begins with what is known to mend such an error, and asks a model where there is one. Where neither helps it " +
      "ends as `escalated`, and the version that runs stays as it is.",
    request: { params: problemParamsSchema },
    responses: {
      202: jsonOf("The generation; follow it by its events.", generationSchema),
      ...refusals("CONFLICT", "NOT_FOUND_ERROR"),
    },
  }),
  async handle(c, { caller, project }) {
    const outcome = await projectStub(c.env, project.id).repairProblem({
      projectId: project.id,
      problemId: c.req.valid("param").problem,
      actorId: caller.userId,
    });
    return c.json(unwrap(outcome), 202);
  },
});
