import { createRoute } from "@hono/zod-openapi";
import { startPush as requestPush } from "../../deploy/start-push.ts";
import { viewPush } from "../../deploy/view-push.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { pushSchema, startPushSchema } from "../../schemas/github.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";

export const startPush = operation({
  guard: member("member", "project"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/github/pushes",
    tags: ["github"],
    summary: "Push a version to GitHub, to a branch or as a pull request",
    description:
      "Makes the repository when there is none, private unless asked otherwise. Only what changed is sent. A branch that somebody else has written to is left alone: the push then ends as `moved`.",
    request: { params: projectParamsSchema, body: jsonBody(startPushSchema) },
    responses: { 202: jsonOf("The push, waiting for its turn.", pushSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project }) {
    const push = await requestPush(c, { caller, project, wanted: c.req.valid("json") });
    return c.json(viewPush(c.env, push), 202);
  },
});
