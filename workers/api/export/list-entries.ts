// What stands in an archive of a version, by its format.
import type { Database } from "#db/client.ts";
import { readManifest } from "#db/queries/versions.ts";
import type { ProjectVersion } from "#db/schema/index.ts";
import { emitContainerHost, type ContainerHost } from "#engine/stacks/shared/emit-container-host.ts";
import type { StackId } from "#engine/stacks/stack.ts";
import { stacks } from "#engine/stacks/stacks.ts";
import { revisionSchema } from "../../preview/revision.ts";
import type { BlobStore } from "../../storage/blobs.ts";
import { ApiError } from "../errors.ts";
import type { ZipEntry } from "./zip-files.ts";

export type ZipFormat = "source" | "static" | "vercel" | ContainerHost;

export async function listEntries(
  db: Database,
  blobs: BlobStore,
  wanted: { version: ProjectVersion; format: ZipFormat; project: { slug: string; stack: StackId } },
): Promise<ZipEntry[]> {
  const { version, format, project } = wanted;
  return format === "static" ? listStaticFiles(blobs, version) : listSource(db, version, format, project);
}

/** A container is built from the source: its Dockerfile says how, compose.yaml what it is called with. */
async function listSource(
  db: Database,
  version: ProjectVersion,
  format: Exclude<ZipFormat, "static">,
  { slug, stack }: { slug: string; stack: StackId },
): Promise<ZipEntry[]> {
  const manifest = await readManifest(db, version.id);
  const isImage = format !== "source" && format !== "vercel";
  if (isImage && !Object.hasOwn(manifest, "Dockerfile"))
    throw new ApiError("CONFLICT", `Version ${version.number} has no Dockerfile. Make a new version of it first.`);
  const own = Object.entries(manifest).map(([path, { sha256 }]) => ({ path, sha256 }));
  if (format === "source") return own;
  const host = format === "vercel" ? stacks[stack].vercel : emitContainerHost(format, slug);
  const added = [...host].map(([path, text]) => ({ path, text }));
  return [...own, ...added.filter(({ path }) => !Object.hasOwn(manifest, path))];
}

/** What the build left for browsers; the artefact's own list says where each file is asked for. */
async function listStaticFiles(blobs: BlobStore, version: ProjectVersion): Promise<ZipEntry[]> {
  const stored = version.artefactSha && (await blobs.text(version.artefactSha));
  if (!stored) throw new ApiError("CONFLICT", `Version ${version.number} was not built, so it has no static files.`);
  const { assets } = revisionSchema.parse(JSON.parse(stored));
  return Object.entries(assets).map(([path, { sha256 }]) => ({ path: path.slice(1), sha256 }));
}
