// The command line against the real platform, as `npx nexusgen` runs it.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { Client } from "../platform/client.ts";

const platform = inject("sharedPlatform");
let client: Client;
let folder: string;

beforeAll(async () => {
  client = await Client.register(platform.url);
  folder = await mkdtemp(join(tmpdir(), "nexusgen-cli-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function run(...words: string[]): Promise<{ status: number; out: string; err: string }> {
  const bin = join(import.meta.dirname, "../../cli/nexusgen.mjs");
  const env = { ...process.env, NEXUSGEN_URL: platform.url, NEXUSGEN_TOKEN: client.token, NO_COLOR: "1" };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [bin, ...words], { env }, (_error, out, err) =>
      resolve({ status: child.exitCode ?? -1, out, err }),
    );
  });
}

describe("nexusgen", () => {
  it("generates an app, streams its log as JSON lines and writes the source", async () => {
    const out = join(folder, "guests");
    const result = await run("generate", "A guest book with guests and visits", "--json", "--out", out);
    expect(result.status, result.err).toBe(0);
    const lines = result.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { type?: string; status?: string });
    expect(lines.some((line) => line.type === "loop.transition")).toBe(true);
    expect(lines.at(-1)).toMatchObject({ status: "complete" });
    expect(await readdir(out)).toEqual(expect.arrayContaining(["package.json", "src", "migrations"]));
    expect(await readFile(join(out, "package.json"), "utf8")).toContain('"scripts"');
  });

  it("takes files along, and shows progress to people, with the stages and the address", async () => {
    const table = join(folder, "plants.csv");
    await writeFile(table, "name,watered on\nFern,2026-01-02\nIvy,2026-01-03\n");
    const missing = await run("generate", "An app for these", "--attach", join(folder, "nothing.csv"));
    expect(missing).toMatchObject({ status: 2, err: expect.stringContaining("There is no such file.") });
    const result = await run("generate", "An app for these", "--attach", table);
    expect(result.status, result.err).toBe(0);
    expect(result.out).toContain("Attached plants.csv: csv, 2 rows of Plant");
    expect(result.out + result.err).toMatch(/build/i);
    expect(result.out + result.err).toContain("--preview.localhost");
  });

  it("lists projects, prints a log and exports a project", async () => {
    const projects = await run("projects", "list", "--json");
    expect(projects.status, projects.err).toBe(0);
    const { items } = (await client.call<{ items: { id: string }[] }>("GET", "/api/v1/projects")).body;
    const id = items[0]?.id ?? "";
    expect(projects.out).toContain(id);
    const logs = await run("logs", id);
    expect(logs.status, logs.err).toBe(0);
    expect(logs.out).toContain("Reading the prompt");
    const target = join(folder, "exported");
    const exported = await run("export", id, "--out", target);
    expect(exported.status, exported.err).toBe(0);
    expect(await readdir(target)).toContain("package.json");
  });

  it("ends with status 1 and a reason when the generation fails, 2 when it is misused", async () => {
    const failed = await run("generate", "x", "--project", "prj_00000000000000000000000000");
    expect(failed.status).toBe(1);
    expect(failed.err).not.toContain("    at ");
    expect((await run("generate")).status).toBe(2);
    expect((await run("dance")).status).toBe(2);
  });
});
