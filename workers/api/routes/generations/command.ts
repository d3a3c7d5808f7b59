import { createRoute } from "@hono/zod-openapi";
import { loopCommands, type LoopCommand } from "#protocol/frames.ts";
import { unwrap } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import {
  commandSchema,
  generationParamsSchema,
  generationSchema,
  planCommandSchema,
} from "../../schemas/generations.ts";

const summaries: Record<LoopCommand, string> = {
  cancel: "End it now; model calls and builds are aborted",
  pause: "Stop at the present step",
  resume: "Go on where it was paused",
  approve: "Accept the plan, or the preview",
  reject: "Send the plan back, with a comment on what to change",
};

/** A plan may be as long as its schema allows. */
const planBodyLimit = 512 * 1024;

export const commandOperations = loopCommands.map((command) => {
  const judgesPlan = command === "approve" || command === "reject";
  // The others take no plan; where one is given to them, the schema itself refuses it.
  const schema = (judgesPlan ? planCommandSchema : commandSchema) as typeof planCommandSchema;
  return operation({
    guard: member("member", "generation"),
    ...(judgesPlan ? { bodyLimit: planBodyLimit } : {}),
    route: createRoute({
      method: "post",
      path: `/api/v1/generations/{id}/${command}`,
      tags: ["generations"],
      summary: summaries[command],
      request: {
        params: generationParamsSchema,
        body: { ...jsonBody(schema), required: false },
      },
      responses: { 200: jsonOf("The generation in its new state.", generationSchema), ...refusals("CONFLICT") },
    }),
    async handle(c, { caller, project, generation }) {
      const { comment, prd } = c.req.valid("json");
      const outcome = await projectStub(c.env, project.id).command({
        generationId: generation.id,
        command,
        actorId: caller.userId,
        comment: comment || null,
        prd: prd ?? null,
      });
      return c.json(unwrap(outcome), 200);
    },
  });
});
