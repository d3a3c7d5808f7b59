import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { changesOfFile, readFileHistory } from "#db/queries/file-history.ts";
import { BlobStore } from "../../../storage/blobs.ts";
import { decodeText } from "../../../storage/tree.ts";
import { blameLines } from "../../diff/blame.ts";
import { ApiError, notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { fileBlameSchema, versionFileParamsSchema } from "../../schemas/versions.ts";
import { viewFileVersion } from "../../views.ts";
import { mostFollowed } from "./read-history.ts";

const largestText = 512_000;
/** Contents compared; lines that are older count as the oldest one's. */
const mostCompared = 60;

export const readBlame = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/versions/{version}/blame/:path{.+}",
    tags: ["versions"],
    summary: "Which version each line of a file is from",
    request: { params: versionFileParamsSchema },
    responses: { 200: jsonOf("Runs of lines, from the top.", fileBlameSchema), ...refusals("UNSUPPORTED_MEDIA_TYPE") },
  }),
  async handle(c, { version }) {
    const { path } = c.req.valid("param");
    const line = await readFileHistory(openDatabase(c.env.DB), {
      projectId: version.projectId,
      versionId: version.id,
      path,
      limit: mostFollowed,
    });
    if (!line[0]?.file) throw notFound("file");
    // A file that was deleted and came back begins anew.
    const changes = changesOfFile(line).slice(0, mostCompared);
    const end = changes.findIndex(({ version: changed }) => changed.file === null);
    const followed = end < 0 ? changes : changes.slice(0, end);
    const blobs = new BlobStore(c.env.BLOBS);
    const texts = await Promise.all(
      followed.map(async ({ version: { file } }, index) => {
        const bytes = file && file.size <= largestText ? await blobs.get(file.sha256) : null;
        const text = bytes && decodeText(bytes);
        if (text !== null && !text.includes("\0")) return text.split("\n");
        if (index === 0) throw new ApiError("UNSUPPORTED_MEDIA_TYPE", "This file is not text, or it is too long.");
        return [];
      }),
    );
    const runs: { lines: number; versionId: string }[] = [];
    for (const origin of blameLines(texts)) {
      const versionId = followed[origin]?.version.id ?? version.id;
      const last = runs.at(-1);
      if (last?.versionId === versionId) last.lines++;
      else runs.push({ lines: 1, versionId });
    }
    const named = new Set(runs.map(({ versionId }) => versionId));
    const versions = followed.flatMap((item) => (named.has(item.version.id) ? [viewFileVersion(item.version)] : []));
    return c.json({ runs, versions }, 200);
  },
});
