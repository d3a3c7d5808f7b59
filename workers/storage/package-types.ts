// Type declarations of a version's packages, for the editor: collected by the builder from what it has installed, and kept
// by what was installed, so that every version and project with the same dependencies shares them.
import { z } from "zod";
import type { Builder } from "../jobs/builder.ts";
import { sha256Hex } from "./blobs.ts";

/** Raised when the same packages would give other files. */
const format = 1;

export interface DependencyTexts {
  packageJson: string;
  lockfile: string;
}

export class PackageTypes {
  readonly #bucket: R2Bucket;

  constructor(bucket: R2Bucket) {
    this.#bucket = bucket;
  }

  /** Names the declarations of these packages. Throws a ZodError when the texts are no manifest and lockfile. */
  async keyOf({ packageJson, lockfile }: DependencyTexts): Promise<string> {
    const { dependencies, devDependencies } = manifestSchema.parse(JSON.parse(packageJson));
    const { "": _own, ...packages } = lockfileSchema.parse(JSON.parse(lockfile)).packages;
    return sha256Hex(new TextEncoder().encode(JSON.stringify([format, dependencies, devDependencies, packages])));
  }

  /** As gzipped JSON, `{ "<path below node_modules>": "<text>" }`; null when they were not collected yet. */
  async open(key: string): Promise<R2ObjectBody | null> {
    return /^[0-9a-f]{64}$/.test(key) ? this.#bucket.get(placeOf(key)) : null;
  }

  async has(key: string): Promise<boolean> {
    return (await this.#bucket.head(placeOf(key))) !== null;
  }

  /** Installs the packages where they are not yet. Throws what the builder throws. */
  async collect(key: string, builder: Builder, texts: DependencyTexts): Promise<void> {
    const { dependencies, devDependencies } = manifestSchema.parse(JSON.parse(texts.packageJson));
    const packages = [...new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)])].toSorted();
    const { files } = await builder.readTypes(await builder.fillStore(texts), { packages });
    const packed = new Blob([JSON.stringify(files)]).stream().pipeThrough(new CompressionStream("gzip"));
    await this.#bucket.put(placeOf(key), await new Response(packed).arrayBuffer());
  }
}

const names = z.record(z.string(), z.string()).default({});
const manifestSchema = z.object({ dependencies: names, devDependencies: names });
const lockfileSchema = z.object({ packages: z.record(z.string(), z.unknown()) });

const placeOf = (key: string): string => `types/${key}.json.gz`;
