// An image without an engine: the layers of a base image, as its registry has them, and one layer of ours above them, for
// every platform that both sides know. What was pushed before is not sent again.
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { ShipRefusal } from "../provider.ts";
import { digestOf, type Blob, type Manifest, type Registry } from "./open-registry.ts";
import { writeTar, type TarEntry } from "./write-tar.ts";

export interface ImageSource {
  registry: Registry;
  repository: string;
  /** A tag. */
  reference: string;
}

/** What the image says of itself above its base; as in a Dockerfile. */
export interface ImageRecipe {
  files: readonly TarEntry[];
  env: Readonly<Record<string, string>>;
  workingDir: string;
  user: string;
  port: number;
  volume: string;
  command: readonly string[];
  healthcheck: readonly string[];
}

const platforms = ["amd64", "arm64"];
const types = {
  index: "application/vnd.oci.image.index.v1+json",
  manifest: "application/vnd.oci.image.manifest.v1+json",
  config: "application/vnd.oci.image.config.v1+json",
  layer: "application/vnd.oci.image.layer.v1.tar+gzip",
} as const;

const descriptor = z.object({ mediaType: z.string(), digest: z.string(), size: z.int() });
type Descriptor = z.infer<typeof descriptor>;
const indexSchema = z.object({
  manifests: z.array(
    descriptor.extend({ platform: z.object({ os: z.string(), architecture: z.string() }).optional() }),
  ),
});
const manifestSchema = z.object({ config: descriptor, layers: z.array(descriptor) });
/** What is not named here is kept as it is. */
const configSchema = z.looseObject({
  config: z.looseObject({ Env: z.array(z.string()).optional() }).optional(),
  rootfs: z.object({ type: z.string(), diff_ids: z.array(z.string()) }),
  history: z.array(z.looseObject({})).optional(),
});

/** The digest of what the tags lead to. */
export async function pushImage(
  base: ImageSource,
  target: { registry: Registry; repository: string; tags: readonly string[] },
  recipe: ImageRecipe,
  log: (text: string) => void,
): Promise<string> {
  const found = await base.registry.manifest(base.repository, base.reference);
  if (found === null) throw new ShipRefusal(`The base image ${base.repository}:${base.reference} is not there.`);
  const wanted = indexSchema
    .parse(JSON.parse(found.text))
    .manifests.filter(({ platform }) => platform?.os === "linux" && platforms.includes(platform.architecture));
  if (wanted.length === 0) throw new ShipRefusal("The base image has none of the platforms that are built for.");
  const tar = writeTar(recipe.files);
  const packed = new Uint8Array(gzipSync(tar));
  const layer = { ...blobOf(packed), diffId: digestOf(tar) };
  await send(target, layer, log, "the app’s layer");
  const manifests = [];
  for (const { digest, platform } of wanted) {
    // One platform after another, since they share layers.
    // oxlint-disable-next-line no-await-in-loop
    const made = await pushPlatform(base, digest, target, { layer, recipe }, log);
    manifests.push({ ...made, platform });
  }
  const index = manifestOf(types.index, { manifests });
  for (const tag of target.tags)
    // The last one is the tag that people follow.
    // oxlint-disable-next-line no-await-in-loop
    await target.registry.putManifest(target.repository, tag, index);
  return digestOf(index.text);
}

type Target = { registry: Registry; repository: string };

async function pushPlatform(
  base: ImageSource,
  digest: string,
  target: Target,
  { layer, recipe }: { layer: Blob & { diffId: string }; recipe: ImageRecipe },
  log: (text: string) => void,
): Promise<Descriptor> {
  const found = await base.registry.manifest(base.repository, digest);
  if (found === null) throw new ShipRefusal("The base image’s registry lacks a part of it.");
  const manifest = manifestSchema.parse(JSON.parse(found.text));
  for (const one of manifest.layers) {
    const blob = { ...one, open: () => base.registry.openBlob(base.repository, one.digest) };
    // oxlint-disable-next-line no-await-in-loop
    await send(target, blob, log, `a layer of ${base.repository}`);
  }
  const stored = await new Response(await base.registry.openBlob(base.repository, manifest.config.digest)).text();
  if (digestOf(stored) !== manifest.config.digest) throw new Error("The base image’s configuration arrived broken.");
  const config = new TextEncoder().encode(JSON.stringify(configure(stored, recipe, layer.diffId)));
  const configBlob = blobOf(new Uint8Array(config));
  await send(target, configBlob, log, null);
  const { size } = layer;
  const layers = [...manifest.layers, { digest: layer.digest, size }].map((one) => ({
    mediaType: types.layer,
    digest: one.digest,
    size: one.size,
  }));
  const made = manifestOf(types.manifest, {
    config: { mediaType: types.config, digest: configBlob.digest, size: configBlob.size },
    layers,
  });
  const own = digestOf(made.text);
  await target.registry.putManifest(target.repository, own, made);
  return { mediaType: types.manifest, digest: own, size: new TextEncoder().encode(made.text).byteLength };
}

function configure(text: string, recipe: ImageRecipe, diffId: string): unknown {
  const base = configSchema.parse(JSON.parse(text));
  const { Env = [], ...rest } = base.config ?? {};
  const own = Object.entries(recipe.env);
  const kept = Env.filter((line) => !own.some(([name]) => line.startsWith(`${name}=`)));
  return {
    ...base,
    config: {
      ...rest,
      Env: [...kept, ...own.map(([name, value]) => `${name}=${value}`)],
      WorkingDir: recipe.workingDir,
      User: recipe.user,
      Cmd: recipe.command,
      ExposedPorts: { [`${recipe.port}/tcp`]: {} },
      Volumes: { [recipe.volume]: {} },
      // Nanoseconds.
      Healthcheck: { Test: ["CMD", ...recipe.healthcheck], Interval: 30e9, Timeout: 5e9, StartPeriod: 10e9 },
    },
    rootfs: { ...base.rootfs, diff_ids: [...base.rootfs.diff_ids, diffId] },
    history: [...(base.history ?? []), { created_by: "NexusGen: the built app" }],
  };
}

async function send(
  { registry, repository }: Target,
  blob: Blob,
  log: (text: string) => void,
  what: string | null,
): Promise<void> {
  if (await registry.hasBlob(repository, blob.digest)) return;
  if (what !== null) log(`Sending ${what}, ${Math.max(1, Math.round(blob.size / 1e5)) / 10} MB.`);
  await registry.putBlob(repository, blob);
}

const blobOf = (bytes: Uint8Array<ArrayBuffer>): Blob => ({
  digest: digestOf(bytes),
  size: bytes.byteLength,
  open: async () => bytes,
});

const manifestOf = (mediaType: string, content: object): Manifest => ({
  type: mediaType,
  text: JSON.stringify({ schemaVersion: 2, mediaType, ...content }),
});
