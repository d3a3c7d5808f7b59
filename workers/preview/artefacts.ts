// Blobs as the previews' process reads them: over ARTEFACTS, with small ones kept in memory. A blob never changes, so
// what is kept is never stale.
import { z } from "zod";
import type { Env } from "../env.ts";
import { internalHeaders } from "./internal-call.ts";
import { revisionSchema } from "./revision.ts";
import type { Revision } from "./revision.ts";

type ArtefactEnv = Pick<Env, "ARTEFACTS" | "INTERNAL_SECRET">;

const largestKept = 512 * 1024;
const mostKeptBytes = 32 * 1024 * 1024;

/** Oldest use first. */
const kept = new Map<string, ArrayBuffer>();
let keptBytes = 0;

export async function readBlob(env: ArtefactEnv, sha256: string): Promise<ArrayBuffer> {
  const known = kept.get(sha256);
  if (known) {
    kept.delete(sha256);
    kept.set(sha256, known);
    return known;
  }
  const bytes = await (await openBlob(env, sha256)).arrayBuffer();
  keep(sha256, bytes);
  return bytes;
}

/** Small blobs from memory, large ones as a stream. */
export async function blobBody(env: ArtefactEnv, sha256: string, size: number): Promise<ArrayBuffer | ReadableStream> {
  if (size <= largestKept) return readBlob(env, sha256);
  const { body } = await openBlob(env, sha256);
  return body ?? new ArrayBuffer(0);
}

export async function readText(env: ArtefactEnv, sha256: string): Promise<string> {
  return new TextDecoder().decode(await readBlob(env, sha256));
}

const mostRevisions = 100;
const revisions = new Map<string, Revision>();

export async function readRevision(env: ArtefactEnv, sha256: string): Promise<Revision> {
  const known = revisions.get(sha256);
  if (known) return known;
  const revision = revisionSchema.parse(JSON.parse(await readText(env, sha256)));
  if (revisions.size >= mostRevisions) revisions.clear();
  revisions.set(sha256, revision);
  return revision;
}

/** An app's environment variables: read when its isolate begins, and kept nowhere here. */
export async function readVariables(
  env: ArtefactEnv,
  appId: string,
  variablesId: string,
): Promise<Record<string, string>> {
  const path = `${encodeURIComponent(appId)}/${encodeURIComponent(variablesId)}`;
  const response = await env.ARTEFACTS.fetch(`http://artefacts/variables/${path}`, {
    headers: { [internalHeaders.secret]: env.INTERNAL_SECRET },
  });
  if (!response.ok) throw new Error(`The environment variables could not be read: ${await response.text()}`);
  return variablesSchema.parse(await response.json());
}

const variablesSchema = z.record(z.string(), z.string());

async function openBlob(env: ArtefactEnv, sha256: string): Promise<Response> {
  const response = await env.ARTEFACTS.fetch(`http://artefacts/blobs/${sha256}`, {
    headers: { [internalHeaders.secret]: env.INTERNAL_SECRET },
  });
  if (!response.ok) throw new Error(`Blob ${sha256} could not be read: status ${response.status}.`);
  return response;
}

function keep(sha256: string, bytes: ArrayBuffer): void {
  if (bytes.byteLength > largestKept || kept.has(sha256)) return;
  kept.set(sha256, bytes);
  keptBytes += bytes.byteLength;
  for (const [oldest, { byteLength }] of kept) {
    if (keptBytes <= mostKeptBytes) return;
    kept.delete(oldest);
    keptBytes -= byteLength;
  }
}
