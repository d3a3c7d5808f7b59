import { createRoute, z } from "@hono/zod-openapi";
import { largestAttachment } from "#protocol/attachments.ts";
import { readUpload } from "../../assets/read-upload.ts";
import { demandRoom, storeUpload } from "../../assets/store-upload.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { uploadedAssetSchema, uploadQuerySchema } from "../../schemas/assets.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";

/** The boundary and the headers of a form's part. */
const aroundFile = 16 * 1024;

export const uploadAsset = operation({
  guard: member("member", "project"),
  bodyLimit: largestAttachment + aroundFile,
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/assets",
    tags: ["assets"],
    summary: "Store a file, to be attached to a generation",
    description:
      "A form with the field `file`, or the file itself as the body and its name in the query. What it is, its content " +
      "decides: images, PDF, DOCX, CSV, Markdown, JSON, plain text in UTF-8, or a zip of such texts.",
    request: {
      params: projectParamsSchema,
      query: uploadQuerySchema,
      body: {
        content: {
          "application/octet-stream": { schema: z.string().meta({ format: "binary" }) },
          "multipart/form-data": {
            schema: { type: "object", required: ["file"], properties: { file: { type: "string", format: "binary" } } },
          },
        },
      },
    },
    responses: {
      201: jsonOf("The file, and what was understood of it.", uploadedAssetSchema),
      ...refusals("CONFLICT"),
    },
  }),
  async handle(c, { caller, project }) {
    const upload = await readUpload(c, c.req.valid("query").name);
    await demandRoom(c.env, project.id);
    return c.json(await storeUpload(c.env, { project, userId: caller.userId }, upload), 201);
  },
});
