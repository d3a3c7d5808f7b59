// The files that a request names, as the loop takes them: only those of its own project.
import type { Reading } from "#engine/attachments/attachment.ts";
import { readLimit } from "#engine/architect/sanitise.ts";
import type { Database } from "#db/client.ts";
import { findAssets } from "#db/queries/assets.ts";
import type { Asset } from "#db/schema/index.ts";
import { largestAttachments } from "#protocol/attachments.ts";
import type { GivenFile } from "../../../durable-objects/project/rpc.ts";
import { AssetStore } from "../../storage/asset-store.ts";
import { ApiError } from "../errors.ts";

/** Of all files of a request. */
const mostTables = 12;
/** Texts that describe; a zip holds anything, and JSON is data. */
const described = new Set(["pdf", "docx", "markdown", "text"]);

export async function findAttachments(
  db: Database,
  bucket: R2Bucket,
  projectId: string,
  wanted: readonly string[],
): Promise<GivenFile[]> {
  const ids = [...new Set(wanted)];
  const rows = await findAssets(db, projectId, ids);
  const missing = ids.filter((id) => !rows.some((row) => row.id === id));
  if (missing.length > 0)
    throw new ApiError("VALIDATION_ERROR", `This project has no file ${missing.join(", ")}. Upload it first.`, {
      details: missing.map((id) => ({
        path: `attachmentIds.${wanted.indexOf(id)}`,
        message: "There is no such file.",
      })),
    });
  const total = rows.reduce((sum, row) => sum + row.size, 0);
  if (total > largestAttachments)
    throw new ApiError(
      "PAYLOAD_TOO_LARGE",
      `The files of one request may have ${largestAttachments / 1024 / 1024} MB together; these have ${Math.ceil(total / 1024 / 1024)} MB.`,
    );
  const readings = await Promise.all(rows.map((row) => new AssetStore(bucket, row.workspaceId).reading(row.sha256)));
  let left = mostTables;
  return rows.map((row, at) => {
    const file = givenFile(row, readings[at] ?? null, left);
    left -= file.tables.length;
    return file;
  });
}

function givenFile(row: Asset, reading: Reading | null, tablesLeft: number): GivenFile {
  const { id, name, kind, size, workspaceId, sha256, mediaType, smallType } = row;
  return {
    id,
    name,
    kind,
    size,
    workspaceId,
    sha256,
    mediaType,
    smallType,
    tables: [...(reading?.tables ?? [])].slice(0, tablesLeft),
    excerpt: described.has(kind) ? (reading?.text.slice(0, readLimit).toWellFormed() ?? "") : "",
    notes: [...(reading?.notes ?? [])],
  };
}
