import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findVersionPicture } from "#db/queries/pictures.ts";
import { answerPicture } from "../../answer-picture.ts";
import { member } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { noPictureYet, pictureResponse } from "../../schemas/pictures.ts";
import { versionParamsSchema } from "../../schemas/versions.ts";

export const readVersionPicture = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/versions/{version}/picture",
    tags: ["versions"],
    summary: "What a version looks like: a screenshot of its first page, or a sketch of its plan",
    request: { params: versionParamsSchema },
    responses: { 200: pictureResponse, 204: noPictureYet },
  }),
  async handle(c, { version }) {
    return answerPicture(c, await findVersionPicture(openDatabase(c.env.DB), version.id));
  },
});
