import { createRoute } from "@hono/zod-openapi";
import { readHostRule } from "../../../network/host-rule.ts";
import { fetchImage } from "../../assets/fetch-image.ts";
import { demandRoom, storeUpload } from "../../assets/store-upload.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { fetchedAssetSchema, uploadedAssetSchema } from "../../schemas/assets.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";

export const fetchAsset = operation({
  guard: member("member", "project"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/assets/fetch",
    tags: ["assets"],
    summary: "Store a picture that stands at a public address",
    description:
      "Fetches the picture once, such as the screenshot of a page: https alone, from public hosts, at most 10 MB, " +
      "within 15 seconds and three redirects.",
    request: { params: projectParamsSchema, body: jsonBody(fetchedAssetSchema) },
    responses: {
      201: jsonOf("The picture.", uploadedAssetSchema),
      ...refusals("CONFLICT", "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE"),
    },
  }),
  async handle(c, { caller, project }) {
    await demandRoom(c.env, project.id);
    const rule = readHostRule("NEXUSGEN_PICTURE_HOSTS", c.env.NEXUSGEN_PICTURE_HOSTS);
    const upload = await fetchImage(c.req.valid("json").url, rule);
    return c.json(await storeUpload(c.env, { project, userId: caller.userId }, upload, ["image"]), 201);
  },
});
