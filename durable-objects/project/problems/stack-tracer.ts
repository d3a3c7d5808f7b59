// The frames of a built app → places in the sources it was built from, by the source maps that its build left.
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { z } from "zod";
import { revisionSchema } from "../../../workers/preview/revision.ts";

export interface TextStore {
  text(sha256: string): Promise<string | null>;
}

type Maps = ReadonlyMap<string, TraceMap>;

const largestMaps = 16 * 1024 * 1024;
const mapSchema = z.object({
  version: z.literal(3),
  sources: z.array(z.string().nullable()),
  names: z.array(z.string()),
  mappings: z.string(),
});
const packedSchema = z.record(z.string(), mapSchema);
const frame =
  /(?:https?:\/\/[^/\s()]{1,253})?(?<file>\/?[\w@./-]{1,200}\.m?js)(?:\?[^:\s]{0,200})?:(?<line>\d+):(?<column>\d+)/g;

export class StackTracer {
  readonly #blobs: TextStore;
  /** Of the revision that reported last: an app in trouble reports often, and decoded maps are large. */
  #latest: { readonly revision: string; readonly maps: Maps } | null = null;

  constructor(blobs: TextStore) {
    this.#blobs = blobs;
  }

  /** `revision`: SHA-256 of the revision that ran. What has no map, or none that can be read, stays as it is. */
  async trace(revision: string | null, stack: string): Promise<string> {
    if (revision === null) return stack;
    try {
      if (this.#latest?.revision !== revision) this.#latest = { revision, maps: await this.#read(revision) };
      const { maps } = this.#latest;
      return stack.replaceAll(frame, (all, ...rest) => placeOf(maps, rest.at(-1) as FrameParts) ?? all);
    } catch (error) {
      console.warn(`A stack could not be traced: ${String(error)}`);
      return stack;
    }
  }

  async #read(revision: string): Promise<Maps> {
    const stored = await this.#blobs.text(revision);
    const sha256 = stored === null ? null : revisionSchema.parse(JSON.parse(stored)).maps;
    const packed = sha256 === null ? null : await this.#blobs.text(sha256);
    if (packed === null || packed.length > largestMaps) return new Map();
    const maps = Object.entries(packedSchema.parse(JSON.parse(packed)));
    return new Map(maps.map(([path, map]) => [path, new TraceMap(map)]));
  }
}

interface FrameParts {
  readonly file: string;
  readonly line: string;
  readonly column: string;
}

/** A page names `/assets/app.js`, the server `index.js`; both lie somewhere below the build's folder. */
function placeOf(maps: Maps, { file, line, column }: FrameParts): string | null {
  const ending = `/${file.replace(/^\//, "")}`;
  const map = [...maps].find(([path]) => path.endsWith(ending))?.[1];
  if (map === undefined) return null;
  // Columns of stacks begin at 1, those of maps at 0.
  const found = originalPositionFor(map, { line: Number(line), column: Math.max(Number(column) - 1, 0) });
  return found.source === null ? null : `${inProject(found.source)}:${found.line}:${found.column + 1}`;
}

/** `../../../src/client/app.tsx`, as bundlers name it beside their output → `src/client/app.tsx`. */
const inProject = (source: string): string => source.replace(/^(?:\.{1,2}\/)+/, "");
