// What a green build left, for places that run or serve it elsewhere.
import { revisionSchema, type Revision } from "../preview/revision.ts";
import type { BlobStore } from "../storage/blobs.ts";
import { readFiles } from "../storage/tree.ts";
import type { ServerBuild } from "./provider.ts";

/** The static files, by the path at which they are asked for. */
export async function readAssets(blobs: BlobStore, artefactSha: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  return readFiles(blobs, (await readRevision(blobs, artefactSha)).assets);
}

export async function readServer(blobs: BlobStore, artefactSha: string): Promise<ServerBuild> {
  const { server, migrations } = await readRevision(blobs, artefactSha);
  const named = (entries: readonly (readonly [string, string])[]) =>
    readFiles(blobs, Object.fromEntries(entries.map(([name, sha256]) => [name, { sha256, size: 0 }])));
  const sql = await named(migrations.map(({ name, sha256 }) => [name, sha256]));
  return {
    main: server.main,
    modules: await named(Object.entries(server.modules)),
    migrations: [...sql].map(([name, bytes]) => ({ name, sql: new TextDecoder().decode(bytes) })),
  };
}

async function readRevision(blobs: BlobStore, artefactSha: string): Promise<Revision> {
  const stored = await blobs.text(artefactSha);
  if (stored === null) throw new Error("The build is missing from storage.");
  return revisionSchema.parse(JSON.parse(stored));
}
