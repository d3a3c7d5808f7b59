import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { readManifest } from "#db/queries/versions.ts";
import { BlobStore } from "../../../storage/blobs.ts";
import { readTree as readTexts } from "../../../storage/tree.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { versionParamsSchema, versionTreeSchema } from "../../schemas/versions.ts";

/** Bytes of one file, and of all together: searching and type-checking need source, not data. */
const largestFile = 512_000;
const largestTree = 12_000_000;

export const readTree = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/versions/{version}/tree",
    tags: ["versions"],
    summary: "Every file of a version that is text, in one answer",
    description: "For searching and for language tools. Files that are too long, or not UTF-8, are named without text.",
    request: { params: versionParamsSchema },
    responses: {
      200: jsonOf("The files, ascending by path.", versionTreeSchema),
      304: { description: "Unchanged since the ETag that was sent." },
    },
  }),
  async handle(c, { version }) {
    const etag = `"tree-${version.id}"`;
    // A version never changes.
    if (c.req.header("if-none-match") === etag) return c.body(null, 304, { etag });
    const manifest = await readManifest(openDatabase(c.env.DB), version.id);
    const paths = Object.keys(manifest).toSorted();
    let left = largestTree;
    const wanted = paths.filter((path) => {
      const size = manifest[path]?.size ?? 0;
      if (size > largestFile || size > left) return false;
      left -= size;
      return true;
    });
    const texts = await readTexts(
      new BlobStore(c.env.BLOBS),
      Object.fromEntries(wanted.flatMap((path) => (manifest[path] ? [[path, manifest[path]]] : []))),
    );
    const files = paths.map((path) => {
      const text = texts.get(path);
      return { path, text: text === undefined || text.includes("\0") ? null : text };
    });
    return c.json({ files }, 200, { etag, "cache-control": "private, no-cache" });
  },
});
