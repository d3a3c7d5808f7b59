// The bytes of a stored file, as inert text: this is the platform's origin, and the file was written by others.
import type { Context } from "hono";
import type { Manifest } from "#db/schema/index.ts";
import { BlobStore } from "../../../storage/blobs.ts";
import type { ApiEnv } from "../../api-env.ts";

export const fileResponses = {
  200: { description: "The bytes.", content: { "text/plain": {}, "application/octet-stream": {} } },
  304: { description: "Unchanged since the ETag that was sent." },
};

const binary = /\.(png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|wasm|pdf|zip|gz|mp[34]|webm|db|sqlite)$/i;

export async function answerFile(c: Context<ApiEnv>, path: string, file: Manifest[string]): Promise<Response> {
  const etag = `"${file.sha256}"`;
  const headers = { etag, "cache-control": "private, no-cache" };
  if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
  const blob = await new BlobStore(c.env.BLOBS).open(file.sha256);
  if (!blob) throw new Error(`Blob ${file.sha256} of ${path} is missing`);
  return c.body(blob.body, 200, {
    ...headers,
    "content-type": binary.test(path) ? "application/octet-stream" : "text/plain; charset=utf-8",
    "content-length": String(file.size),
  });
}
