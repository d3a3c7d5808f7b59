import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { readManifest } from "#db/queries/versions.ts";
import { BlobStore } from "../../../storage/blobs.ts";
import { notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { versionFileParamsSchema } from "../../schemas/versions.ts";

export const readFile = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/versions/{version}/files/:path{.+}",
    tags: ["versions"],
    summary: "The bytes of one file",
    request: { params: versionFileParamsSchema },
    responses: {
      200: { description: "The bytes.", content: { "text/plain": {}, "application/octet-stream": {} } },
      304: { description: "Unchanged since the ETag that was sent." },
    },
  }),
  async handle(c, { version }) {
    const { path } = c.req.valid("param");
    const manifest = await readManifest(openDatabase(c.env.DB), version.id);
    const file = Object.hasOwn(manifest, path) ? manifest[path] : undefined;
    if (!file) throw notFound("file");
    const etag = `"${file.sha256}"`;
    const headers = { etag, "cache-control": "private, no-cache" };
    if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
    const blob = await new BlobStore(c.env.BLOBS).open(file.sha256);
    if (!blob) throw new Error(`Blob ${file.sha256} of ${version.id} is missing`);
    return c.body(blob.body, 200, {
      ...headers,
      // Never as HTML or SVG: this is the platform's origin, and the file was written by a model.
      "content-type": isText(path) ? "text/plain; charset=utf-8" : "application/octet-stream",
      "content-length": String(file.size),
    });
  },
});

const binary = /\.(png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|wasm|pdf|zip|gz|mp[34]|webm|db|sqlite)$/i;

function isText(path: string): boolean {
  return !binary.test(path);
}
