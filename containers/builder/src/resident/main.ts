// Started by the builder inside a sandbox, in the app's folder: builds it again for every line on stdin. argv: the plan.
// It writes and reads the app's files itself, with no more rights than the app has.
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import {
  answerMark,
  residentPlanSchema,
  residentRequestSchema,
  type Output,
  type ResidentAnswer,
  type ResidentRequest,
} from "./messages.ts";
import { ResidentVite } from "./resident-vite.ts";
import { writeFiles } from "./write-files.ts";

const folder = process.cwd();
const plan = residentPlanSchema.parse(JSON.parse(process.argv[2] ?? "{}"));
const vite = new ResidentVite(folder, plan.independent, plan.mark === true);
/** Output path → its hash as of a size and time of change. */
const hashes = new Map<string, { stamp: string; sha256: string }>();

for await (const line of createInterface({ input: process.stdin })) {
  const request = residentRequestSchema.parse(JSON.parse(line));
  const answered = await answer(request);
  process.stdout.write(`${answerMark}${JSON.stringify(answered)}\n`);
  if (answered.error === null) void vite.prepare();
}

async function answer(request: ResidentRequest): Promise<ResidentAnswer> {
  const startedAt = performance.now();
  const moved = await writeFiles(folder, request);
  const writtenAt = performance.now();
  let built: string[] = [];
  let error: string | null = null;
  try {
    built = await vite.build([...Object.keys(request.write), ...request.remove], moved);
  } catch (failure) {
    error = (failure instanceof Error ? failure.message : String(failure)).slice(0, 20_000);
  }
  const builtAt = performance.now();
  const outputs = error === null ? await collect(new Set(request.known)) : [];
  return {
    id: request.id,
    outputs,
    built,
    error: error?.replaceAll(`${folder}/`, "") ?? null,
    writeMs: writtenAt - startedAt,
    buildMs: builtAt - writtenAt,
    collectMs: performance.now() - builtAt,
  };
}

async function collect(known: ReadonlySet<string>): Promise<Output[]> {
  const lists = await Promise.all(plan.artefact.map((path) => list(path)));
  const paths = [...new Set(lists.flat())].toSorted();
  return Promise.all(
    paths.map(async (path) => {
      const entry = await stat(join(folder, path));
      const stamp = `${entry.size} ${entry.mtimeMs}`;
      const cached = hashes.get(path);
      if (cached?.stamp === stamp && known.has(cached.sha256)) return { path, size: entry.size, sha256: cached.sha256 };
      const bytes = await readFile(join(folder, path));
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      hashes.set(path, { stamp, sha256 });
      return { path, size: bytes.length, sha256, ...(known.has(sha256) ? {} : { base64: bytes.toString("base64") }) };
    }),
  );
}

async function list(path: string): Promise<string[]> {
  const entry = await stat(join(folder, path)).catch(() => undefined);
  if (entry === undefined) return [];
  if (!entry.isDirectory()) return [path];
  const names = await readdir(join(folder, path));
  return (await Promise.all(names.map((name) => list(`${path}/${name}`)))).flat();
}
