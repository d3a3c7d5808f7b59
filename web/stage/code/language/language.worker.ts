// The language service in a worker of the browser. Types of packages come later than the files: then it begins anew with
// what was typed meanwhile.
import { createWorker } from "@valtown/codemirror-ts/worker";
import * as Comlink from "comlink";
import { openEnvironment } from "./environment.ts";
import type { LanguageSources } from "./language-help.ts";
import { libraries } from "./libraries.ts";

const files = new Map(libraries);
const worker = createWorker(() => openEnvironment(files));

Comlink.expose({
  ...worker,
  open(sources: LanguageSources): void {
    for (const { path, text } of sources.files) if (text !== null) files.set(`/${path}`, text);
  },
  async addPackages(gzipped: ArrayBuffer): Promise<void> {
    const text = await new Response(new Blob([gzipped]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
    const declarations = JSON.parse(text) as Record<string, string>;
    for (const [path, content] of Object.entries(declarations)) files.set(`/node_modules/${path}`, content);
    await worker.initialize();
  },
});
