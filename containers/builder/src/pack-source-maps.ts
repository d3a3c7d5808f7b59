// The source maps of an artefact as one file: which place in the sources each place in the output comes from. The sources
// themselves are the version's, and left out.
import { z } from "zod";

const mapSchema = z.object({
  version: z.literal(3),
  sources: z.array(z.string().nullable()),
  names: z.array(z.string()).default([]),
  mappings: z.string(),
});

/** `maps`: text by path, `dist/client/assets/app.js.map`. JSON by the path of what is mapped; null where no map can be read. */
export function packSourceMaps(maps: ReadonlyMap<string, string>): string | null {
  const packed: Record<string, z.infer<typeof mapSchema>> = {};
  for (const [path, text] of maps) {
    const map = mapSchema.safeParse(parseJson(text));
    if (map.success && map.data.sources.some(isOwn)) packed[path.slice(0, -".map".length)] = map.data;
  }
  return Object.keys(packed).length === 0 ? null : JSON.stringify(packed);
}

/** Nobody looks for a fault in a bundle of packages alone. */
const isOwn = (source: string | null): boolean => source !== null && !source.includes("node_modules/");

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
