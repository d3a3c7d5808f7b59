// Static files for a Worker: a manifest names them, Cloudflare says which of them it lacks, those are sent, and what comes
// back is a token that a version of the Worker takes along.
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { contentTypeOf } from "../../preview/content-type.ts";
import { ShipRefusal, type ShipTools } from "../provider.ts";
import type { CloudflareClient } from "./open-cloudflare.ts";

interface Asset {
  base64: string;
  type: string;
  size: number;
}

/** Null where there are none. `files`: path as requested → bytes. */
export async function sendAssets(
  client: CloudflareClient,
  { accountId, name }: { accountId: string; name: string },
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  log: ShipTools["log"],
): Promise<string | null> {
  if (files.size === 0) return null;
  const assets = new Map<string, Asset>();
  const manifest: Record<string, { hash: string; size: number }> = {};
  for (const [path, bytes] of files) {
    const type = contentTypeOf(path);
    const base64 = Buffer.from(bytes).toString("base64");
    // The type belongs to what is stored, so files that differ in it alone are two.
    const hash = createHash("sha256").update(`${type}\n${base64}`).digest("hex").slice(0, 32);
    assets.set(hash, { base64, type, size: bytes.byteLength });
    manifest[path] = { hash, size: bytes.byteLength };
  }
  const session = await client.workers.scripts.assets.upload.create(name, { account_id: accountId, manifest });
  const buckets = session.buckets ?? [];
  log("info", `${new Set(buckets.flat()).size} of ${files.size} files are new to Cloudflare.`);
  let token = session.jwt;
  for (const bucket of buckets) {
    const parts = bucket.map((hash) => {
      const asset = assets.get(hash);
      if (!asset) throw new ShipRefusal("Cloudflare asked for a file that the app does not have.");
      return [hash, new File([asset.base64], hash, { type: asset.type })] as const;
    });
    // The client declares texts, which would lose the files' types; a form takes both.
    const body = Object.fromEntries(parts) as unknown as Record<string, string>;
    // The last answer brings the token, so they go one after another.
    // oxlint-disable-next-line no-await-in-loop
    const sent = await client.workers.assets.upload.create(
      { account_id: accountId, base64: true, body },
      { headers: { authorization: `Bearer ${session.jwt}` } },
    );
    token = sent.jwt ?? token;
  }
  if (!token) throw new ShipRefusal("Cloudflare took the files and gave no token for them.");
  return token;
}
