import { createRoute, z } from "@hono/zod-openapi";
import { UnreadableFile } from "#engine/attachments/attachment.ts";
import { readFile, type ReadFile } from "#engine/attachments/read-file.ts";
import { openDatabase } from "#db/client.ts";
import { countAssets, insertAsset } from "#db/queries/assets.ts";
import { attachmentLimits, largestAttachment } from "#protocol/attachments.ts";
import { AssetStore } from "../../../storage/asset-store.ts";
import { shrinkImage, type SmallImage } from "../../../storage/shrink-image.ts";
import type { Env } from "../../../env.ts";
import { readUpload, type Upload } from "../../assets/read-upload.ts";
import { ApiError } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { uploadedAssetSchema, uploadQuerySchema } from "../../schemas/assets.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";
import { viewAsset } from "../../views.ts";

const mostAssets = 200;
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
    const db = openDatabase(c.env.DB);
    if ((await countAssets(db, project.id)) >= mostAssets)
      throw new ApiError("CONFLICT", `A project keeps at most ${mostAssets} files. Delete some of them first.`);
    const { kind, mediaType, reading, small } = await understand(c.env, upload);
    const { id: projectId, workspaceId } = project;
    const store = new AssetStore(c.env.BLOBS, workspaceId);
    const sha256 = await store.put(upload.bytes, { reading, small: small?.bytes ?? null });
    const asset = await insertAsset(db, {
      workspaceId,
      projectId,
      name: upload.name,
      kind,
      mediaType,
      size: upload.bytes.length,
      sha256,
      width: reading.image?.width ?? null,
      height: reading.image?.height ?? null,
      smallType: small?.type ?? null,
      createdBy: caller.userId,
    });
    const tables = reading.tables.map(({ name, rowCount, fields }) => ({
      name,
      rowCount,
      fields: fields.map((field) => field.name),
    }));
    return c.json({ ...viewAsset(asset), tables, notes: [...reading.notes] }, 201);
  },
});

async function understand(env: Env, { name, bytes }: Upload): Promise<ReadFile & { small: SmallImage | null }> {
  try {
    const file = await readFile(name, bytes, (kind) => {
      const limit = attachmentLimits[kind];
      if (bytes.length > limit)
        throw new ApiError(
          "PAYLOAD_TOO_LARGE",
          `A file of this kind (${kind}) may have at most ${limit / 1024 / 1024} MB.`,
        );
    });
    if (file.kind !== "image") return { ...file, small: null };
    const small = await shrinkImage(env.IMAGES, bytes, file.mediaType as SmallImage["type"], file.reading.image);
    return { ...file, small };
  } catch (error) {
    if (error instanceof UnreadableFile) throw new ApiError("UNSUPPORTED_MEDIA_TYPE", error.message);
    throw error;
  }
}
