import { expect, it } from "vitest";
import { call, createProject, env, read, readError, signUp, writeVersion } from "../api/test-client.ts";
import type { PackageTypesView } from "../api/schemas/versions.ts";

const manifest = { name: "notes", version: "1.0.0" };
const files = {
  "package.json": JSON.stringify(manifest),
  "package-lock.json": JSON.stringify({ ...manifest, lockfileVersion: 3, packages: { "": manifest } }),
};

it("are collected once for the same packages, whichever project asks, and read by its people alone", async () => {
  const { accessToken: token } = await signUp();
  const [first, second] = [await createProject(token), await createProject(token)];
  await writeVersion(first, { number: 1, files });
  await writeVersion(second, { number: 1, files: { ...files, "src/a.ts": "a" } });
  const find = (id: string) => call(`/api/v1/projects/${id}/versions/1/types`, { method: "POST", token });
  const { key } = await read<PackageTypesView>(await find(first.id), 200);
  expect(await read<PackageTypesView>(await find(second.id), 200)).toEqual({ key });
  const path = `/api/v1/projects/${first.id}/types/${key}`;
  const response = await call(path, { token });
  expect(response.headers.get("cache-control")).toContain("immutable");
  const text = await new Response(response.body?.pipeThrough(new DecompressionStream("gzip"))).text();
  expect(JSON.parse(text)).toEqual({});
  const stranger = await signUp();
  expect((await call(path, { token: stranger.accessToken })).status).toBe(404);
  expect(await env.BLOBS.head(`types/${key}.json.gz`)).not.toBeNull();
});

it("are not there for a version without a lockfile, and under no other name", async () => {
  const { accessToken: token } = await signUp();
  const project = await createProject(token);
  await writeVersion(project, { number: 1, files: { "package.json": "{}" } });
  const base = `/api/v1/projects/${project.id}`;
  const refused = await call(`${base}/versions/1/types`, { method: "POST", token });
  expect((await readError(refused, 409)).message).toContain("lockfile");
  expect((await call(`${base}/types/${"0".repeat(64)}`, { token })).status).toBe(404);
});
