import { env as bound } from "cloudflare:workers";
import { expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { findVersionPicture } from "#db/queries/pictures.ts";
import { call, createProject, signUp, writeBlob, writeVersion } from "../../../workers/api/test-client.ts";
import type { Env } from "../../../workers/env.ts";
import { keepPicture } from "./keep-picture.ts";

const env = bound as unknown as Env;
const db = openDatabase(env.DB);

/** 2 × 1 pixels. */
const png = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGM4ISf3X07uxH8AECsEBxOnYNoAAAAASUVORK5CYII=";

it("keeps a picture small and made anew, and shows it to those who may see the version", async () => {
  const { accessToken } = await signUp();
  const project = await createProject(accessToken);
  const versionId = await writeVersion(project, { number: 1, files: { "a.txt": "a" } });
  await keepPicture(env, db, versionId, png);
  const response = await call(`/api/v1/projects/${project.id}/versions/1/picture`, { token: accessToken });
  expect([response.status, response.headers.get("content-type"), response.headers.get("x-picture")]).toEqual([
    200,
    "image/webp",
    "screenshot",
  ]);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(new TextDecoder().decode(bytes.slice(8, 12))).toBe("WEBP");
  const stranger = await signUp();
  const refused = await call(`/api/v1/projects/${project.id}/versions/1/picture`, { token: stranger.accessToken });
  expect(refused.status).toBe(404);
});

it("shows of a version that was rolled back to what another one was pictured with", async () => {
  const { accessToken } = await signUp();
  const project = await createProject(accessToken);
  const built = { files: { "a.txt": "a" }, artefactSha: (await writeBlob(`build of ${project.id}`)).sha256 };
  const first = await writeVersion(project, { number: 1, ...built });
  const again = await writeVersion(project, { number: 2, ...built });
  await keepPicture(env, db, first, png);
  const { pictureSha } = await findVersionPicture(db, first);
  expect(pictureSha).not.toBeNull();
  expect(await findVersionPicture(db, again)).toEqual({ pictureSha, prd: null });
});
