import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findProjectPicture } from "#db/queries/pictures.ts";
import { answerPicture } from "../../answer-picture.ts";
import { member } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { noPictureYet, pictureResponse } from "../../schemas/pictures.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";

export const readProjectPicture = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/picture",
    tags: ["projects"],
    summary: "What the app looks like: a screenshot of the current version, or a sketch of its plan",
    request: { params: projectParamsSchema },
    responses: { 200: pictureResponse, 204: noPictureYet },
  }),
  async handle(c, { project }) {
    return answerPicture(c, await findProjectPicture(openDatabase(c.env.DB), project));
  },
});
