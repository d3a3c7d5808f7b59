// Writes wrangler.toml as Miniflare understands it, once a build. A program of its own, since it has to load all of
// wrangler: a second and 250 MB that neither the supervisor nor its children should keep.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { runtimeOptionsFile } from "./build.ts";

const root = join(import.meta.dirname, "../..");
const { workerOptions } = unstable_getMiniflareWorkerOptions(join(root, "wrangler.toml"));
writeFileSync(join(root, runtimeOptionsFile), JSON.stringify(workerOptions, null, 2));
