// A revision: what a green build left, ready to run. A JSON blob that names other blobs, stored by its own SHA-256.
import { z } from "zod";
import { sourceMapsFile } from "#builder/protocol.ts";
import type { ArtefactLayout } from "#engine/stacks/stack.ts";
import { contentTypeOf } from "./content-type.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const revisionSchema = z.object({
  v: z.literal(1),
  server: z.object({
    /** Name of the module whose default export answers requests. */
    main: z.string(),
    modules: z.record(z.string(), sha256),
  }),
  /** By absolute path as requested, `/assets/app.js`. */
  assets: z.record(z.string().startsWith("/"), z.object({ sha256, contentType: z.string(), size: z.int() })),
  /** In the order they are applied. */
  migrations: z.array(z.object({ name: z.string(), sha256 })),
  seed: sha256.nullable(),
  /** Source maps of modules and assets, packed by the builder. Never served: they name the app's sources. */
  maps: sha256.nullable().default(null),
});
export type Revision = z.infer<typeof revisionSchema>;

export interface ArtefactBlob {
  /** Relative to the project's root, as the layout's paths are. */
  path: string;
  sha256: string;
  size: number;
}

/** Throws when the artefact has no server entry: such a build cannot run. */
export function createRevision(files: readonly ArtefactBlob[], layout: ArtefactLayout): Revision {
  const serverDir = directoryOf(layout.serverEntry);
  const main = layout.serverEntry.slice(serverDir.length);
  const below = (directory: string): { name: string; file: ArtefactBlob }[] =>
    files.flatMap((file) =>
      file.path.startsWith(directory) ? [{ name: file.path.slice(directory.length), file }] : [],
    );
  const isModule = (name: string): boolean => name === main || /\.(js|mjs|wasm)$/.test(name);

  const modules = below(serverDir).filter(({ name }) => isModule(name));
  if (!modules.some(({ name }) => name === main)) {
    throw new Error(`The build left no ${layout.serverEntry}, so there is nothing to run.`);
  }
  return {
    v: 1,
    server: { main, modules: Object.fromEntries(modules.map(({ name, file }) => [name, file.sha256])) },
    assets: Object.fromEntries(
      below(`${layout.assetsDir}/`).map(({ name, file }) => [
        `/${name}`,
        { sha256: file.sha256, contentType: contentTypeOf(name), size: file.size },
      ]),
    ),
    migrations: below(`${layout.migrationsDir}/`)
      .filter(({ name, file }) => name.endsWith(".sql") && file.path !== layout.seedFile)
      .map(({ name, file }) => ({ name, sha256: file.sha256 }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    seed: files.find((file) => file.path === layout.seedFile)?.sha256 ?? null,
    maps: files.find((file) => file.path === sourceMapsFile)?.sha256 ?? null,
  };
}

/** Where the build left what the revision names: the reverse of `createRevision`, but for migrations and seed. */
export function revisionFiles(
  { server, assets }: Revision,
  layout: ArtefactLayout,
): Record<string, { sha256: string; size: number }> {
  const serverDir = directoryOf(layout.serverEntry);
  const modules = Object.entries(server.modules).map(([name, sha]) => [serverDir + name, { sha256: sha, size: 0 }]);
  const files = Object.entries(assets).map(([path, { sha256: sha, size }]) => [
    layout.assetsDir + path,
    { sha256: sha, size },
  ]);
  return Object.fromEntries([...modules, ...files]);
}

/** SHA-256 under which PreviewHost will find it; goes into `project_versions.artefact_sha`. */
export async function storeRevision(
  blobs: { put(content: string): Promise<{ sha256: string }> },
  revision: Revision,
): Promise<string> {
  return (await blobs.put(JSON.stringify(revision))).sha256;
}

/** With the last slash; empty for a file at the root. */
function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
