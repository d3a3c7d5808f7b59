// One file set of 30 components: files → answering preview, for every stack: through the loop's gated build, and through
// the fast lane for edits; beside the plain tools on the same files in the same run. Options: --rounds N (5),
// --stack edge|next (all), --release (adds `next build`, more than a minute a round).
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { startTestBuilder, type TestBuilder } from "#builder/builder.fixture.ts";
import { previewResultSchema, type PreviewRequest, type PreviewResult } from "#builder/protocol.ts";
import { inventoryPrd } from "#engine/prd/fixtures/inventory.ts";
import type { Stack } from "#engine/stacks/stack.ts";
import { stacks } from "#engine/stacks/stacks.ts";
import { AppIsolate } from "./preview/app-isolate.ts";
import { componentFiles, editComponent } from "./preview/component-files.ts";
import type { Benchmark } from "./run.ts";
import { round } from "./statistics.ts";

type Files = Map<string, string>;
const editsOfRound = 3;
type Samples = Map<string, number[]>;

export const benchmark: Benchmark = {
  async run(options) {
    const option = (name: string): string | undefined =>
      options.includes(name) ? options[options.indexOf(name) + 1] : undefined;
    const rounds = Number(option("--rounds") ?? 5);
    const wanted = Object.values(stacks).filter(({ id }) => (option("--stack") ?? id) === id);
    const storeDir = resolve(process.env["STORE_DIR"] ?? ".state/test-store");
    const builder = await startTestBuilder({ storeDir });
    const isolate = await AppIsolate.start();
    const figures: Record<string, unknown> = {};
    try {
      for (const stack of wanted) {
        figures[stack.id] = await measure(stack, rounds, {
          builder,
          isolate,
          storeDir,
          release: options.includes("--release"),
        });
      }
      return { rounds, components: 30, ...figures };
    } finally {
      await isolate.stop();
      await builder.close();
    }
  },
};

interface Bench {
  builder: TestBuilder;
  isolate: AppIsolate;
  storeDir: string;
  release: boolean;
}

async function measure(stack: Stack, rounds: number, bench: Bench): Promise<Record<string, unknown>> {
  const files: Files = new Map([...stack.generate(inventoryPrd), ...componentFiles(stack.id)]);
  const entry = stack.id === "edge" ? "src/client/pages/about.tsx" : "src/app/(app)/about/page.tsx";
  const parts = stack.id === "edge" ? "../parts/all.ts" : "../../../parts/all.ts";
  // A side effect, so that no bundler leaves them out.
  const use = "Object.assign(globalThis, { parts });";
  files.set(entry, `import { parts } from "${parts}";\n${files.get(entry) ?? ""}\n${use}\n`);
  const folder = mkdtempSync(join(tmpdir(), "nexusgen-preview-"));
  const samples: Samples = new Map();
  const add = (name: string, ms: number): void => void samples.set(name, [...(samples.get(name) ?? []), ms]);
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const startedAt = performance.now();
    const result = await work();
    add(name, performance.now() - startedAt);
    return result;
  };
  try {
    await placePlain(folder, files, stack, bench);
    for (let at = 0; at < rounds; at++) {
      // Turn by turn, so that a busy minute of the machine falls on all of them.
      await timed("plain build", () => run(plainBuild(stack), folder));
      if (stack.id === "edge") await timed("plain esbuild", () => run(esbuildClient, folder));
      if (stack.id === "next" && bench.release) await timed("next build", () => run(["next", "build"], folder));
      await timed("gated", () => gated(stack, files, bench));
      await bench.builder.call("/previews/bench", { method: "DELETE" });
      const lane = new FastLane(stack, bench, add);
      await timed("fast cold", () => lane.show("fast cold", files));
      await timed("fast warm", () => lane.show("fast warm", files));
      for (let edit = 0; edit < editsOfRound; edit += 1) {
        // Nobody edits within half a second of what they see.
        await new Promise((resolve) => setTimeout(resolve, 500));
        editComponent(files, stack.id, at * editsOfRound + edit);
        await timed("fast edit", () => lane.show("fast edit", files));
      }
      console.error(`${stack.id}: round ${at + 1} of ${rounds}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const summary = Object.fromEntries([...samples].map(([name, values]) => [name, spread(values)]));
  const middle = (name: string): number => spread(samples.get(name) ?? [0]).median;
  return {
    ms: summary,
    ofPlainBuild: {
      gated: round(middle("gated") / middle("plain build")),
      fastCold: round(middle("fast cold") / middle("plain build")),
      fastEdit: round(middle("fast edit") / middle("plain build")),
    },
  };
}

function spread(values: readonly number[]): { least: number; median: number; most: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number): number => Math.round(sorted[index] ?? 0);
  return { least: at(0), median: at(Math.floor(sorted.length / 2)), most: at(sorted.length - 1) };
}

const plainBuild = (stack: Stack): string[] =>
  stack.buildSteps.find(({ name }) => name === "build")?.command.map(String) ?? [];

/** The client alone and without its styles: what a bundler costs at least. */
const esbuildClient = [
  resolve("node_modules/.bin/esbuild"),
  "src/client/main.tsx",
  "--bundle",
  "--splitting",
  "--format=esm",
  "--jsx=automatic",
  "--minify",
  "--outdir=dist/esbuild",
  "--loader:.woff2=file",
  "--loader:.css=empty",
  "--log-level=error",
];

/** The files and their dependencies in a folder of their own, as a developer would have them. */
async function placePlain(folder: string, files: Files, stack: Stack, { builder, storeDir }: Bench): Promise<void> {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const response = await builder.call("/stores", { method: "POST", body: JSON.stringify(stack.manifest) });
  if (!response.ok) throw new Error(await response.text());
  const { key } = (await response.json()) as { key: string };
  cpSync(join(storeDir, key, "node_modules"), join(folder, "node_modules"), {
    recursive: true,
    verbatimSymlinks: true,
  });
}

async function run(command: readonly string[], folder: string): Promise<void> {
  const path = `${join(folder, "node_modules/.bin")}:${dirname(process.execPath)}:${process.env["PATH"]}`;
  const [file = "", ...args] = command;
  const child = spawn(file, args, { cwd: folder, env: { ...process.env, PATH: path, CI: "1" }, stdio: "pipe" });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  const code = await new Promise((done) => child.once("close", done));
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}: ${output.slice(-2_000)}`);
}

let builds = 0;

/** Types, lint and build, as the loop asks for them, to the artefact in hand and its first answer. */
async function gated(stack: Stack, files: Files, { builder, isolate }: Bench): Promise<void> {
  builds += 1;
  const buildId = `bench-${builds}`;
  const { artefact } = stack;
  const result = await builder.build({
    buildId,
    files: Object.fromEntries([...files].map(([path, text]) => [path, { text }])),
    steps: [...stack.buildSteps],
    artefact: [artefact.serverDir ?? artefact.serverEntry, artefact.assetsDir],
  });
  if (result.outcome !== "succeeded") throw new Error(`The build failed: ${result.error ?? result.log.slice(-2_000)}`);
  const made = new Map<string, Uint8Array>();
  await Promise.all(
    result.artefact.map(async ({ path }) => {
      const response = await builder.call(
        `/builds/${buildId}/artefact/${path.split("/").map(encodeURIComponent).join("/")}`,
      );
      made.set(path, new Uint8Array(await response.arrayBuffer()));
    }),
  );
  await isolate.answer(made, artefact.serverEntry);
  await builder.call(`/builds/${buildId}`, { method: "DELETE" });
}

/** What the platform would do with an edit: name by hash what it sent before, keep the bytes it got. */
class FastLane {
  readonly #stack: Stack;
  readonly #bench: Bench;
  readonly #add: (name: string, ms: number) => void;
  #sent: Files = new Map();
  readonly #bytes = new Map<string, Uint8Array>();

  constructor(stack: Stack, bench: Bench, add: (name: string, ms: number) => void) {
    this.#stack = stack;
    this.#bench = bench;
    this.#add = add;
  }

  async show(name: string, files: Files): Promise<void> {
    const { artefact, independent } = this.#stack.preview;
    const request: PreviewRequest = {
      workspaceId: "bench",
      files: await this.#named(files),
      artefact: [...artefact],
      independent: [...independent],
      known: [...this.#bytes.keys()],
    };
    const askedAt = performance.now();
    const result = await this.#ask(request);
    if (result.outcome !== "built") throw new Error(JSON.stringify(result).slice(0, 2_000));
    const gotAt = performance.now();
    const made = new Map<string, Uint8Array>();
    for (const { path, sha256, base64 } of result.artefact) {
      if (base64 !== undefined) this.#bytes.set(sha256, Buffer.from(base64, "base64"));
      made.set(path, this.#bytes.get(sha256) ?? new Uint8Array());
    }
    await this.#bench.isolate.answer(made, this.#stack.artefact.serverEntry);
    this.#sent = new Map(files);
    const { openMs, writeMs, buildMs, collectMs } = result.stages;
    const stages = { open: openMs, write: writeMs, bundle: buildMs, collect: collectMs };
    for (const [stage, ms] of Object.entries(stages)) this.#add(`${name}: ${stage}`, ms);
    this.#add(`${name}: transfer`, gotAt - askedAt - result.stages.totalMs);
    this.#add(`${name}: answer`, performance.now() - gotAt);
  }

  async #named(files: Files): Promise<PreviewRequest["files"]> {
    const named: PreviewRequest["files"] = {};
    for (const [path, text] of files) {
      if (this.#sent.get(path) !== text) named[path] = { text };
      else
        named[path] = { sha256: Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(text))).toString("hex") };
    }
    return named;
  }

  async #ask(request: PreviewRequest): Promise<PreviewResult> {
    const response = await this.#bench.builder.call("/previews", { method: "POST", body: JSON.stringify(request) });
    if (!response.ok) throw new Error(await response.text());
    return previewResultSchema.parse(await response.json());
  }
}
