// The later checks from being asked for to what the API shows, with the real builder and, where there is one, its browser.
import { env as bound } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openDatabase } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { recordChecks } from "#db/queries/version-checks.ts";
import { jobs, projects, versionChecks } from "#db/schema/index.ts";
import type { CheckStatus } from "#protocol/checks.ts";
import type { Envelope } from "#protocol/envelope.ts";
import type { ChecksView } from "../../../workers/api/schemas/checks.ts";
import type { ProjectView } from "../../../workers/api/schemas/projects.ts";
import { call, createProject, read, signUp, writeBlob, writeVersion } from "../../../workers/api/test-client.ts";
import type { Env } from "../../../workers/env.ts";
import { eraseForgotten } from "../../../workers/jobs/erase-forgotten.ts";
import { requestChecks } from "./request-checks.ts";

const env = bound as unknown as Env;
const db = openDatabase(env.DB);

/** Visiting and measuring take a minute where many tests share the machine. */
const ended = { timeout: 240_000, interval: 200 };

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>Notes</title><meta name="viewport" content="width=device-width">` +
  `<meta name="description" content="Notes."><link rel="icon" href="data:,"></head><body><main><h1>Notes</h1>${body}</main></body></html>`;

/** An app as its own server would bring it. */
const server = (body: string): string => `
  import { createServer } from "node:http";
  createServer((request, response) => {
    const isPage = request.url !== "/robots.txt";
    response.writeHead(isPage ? 200 : 404, { "content-type": "text/html" }).end(${JSON.stringify(page(body))});
  }).listen(Number(process.env.PORT), process.env.HOST);`;

let token: string;
let project: ProjectView;
let hasBrowser: boolean;
let number = 0;

beforeAll(async () => {
  const health = await fetch(new URL("/health", env.BUILDER_URL));
  hasBrowser = ((await health.json()) as { browser: boolean }).browser;
});
beforeEach(async () => {
  token = (await signUp()).accessToken;
  project = await createProject(token);
});

/** A green version that the preview shows. */
async function show(body: string): Promise<string> {
  const manifest = { name: "notes", version: "1.0.0" };
  const lock = { ...manifest, lockfileVersion: 3, packages: { "": manifest } };
  const revision = { v: 1, server: { main: "index.js", modules: {} }, assets: {}, migrations: [], seed: null };
  number += 1;
  const versionId = await writeVersion(project, {
    number,
    files: {
      "package.json": JSON.stringify(manifest),
      "package-lock.json": JSON.stringify(lock),
      "dev/serve.ts": server(body),
    },
    artefactSha: (await writeBlob(JSON.stringify(revision))).sha256,
  });
  await setCurrent(versionId);
  return versionId;
}

async function setCurrent(versionId: string): Promise<void> {
  await db.update(projects).set({ currentVersionId: versionId }).where(eq(projects.id, project.id));
}

function ask(versionId: string): Promise<void> {
  return requestChecks(env, db, { projectId: project.id, versionId, generationId: newId("generation") });
}

async function checksOf(versionId: string): Promise<ChecksView> {
  return read(await call(`/api/v1/projects/${project.id}/versions/${versionId}/checks`, { token }), 200);
}

async function endOf(versionId: string): Promise<Record<string, CheckStatus>> {
  return vi.waitFor(async () => {
    const { status, items } = await checksOf(versionId);
    expect(status).not.toBeNull();
    return Object.fromEntries(items.map((item) => [item.kind, item.status]));
  }, ended);
}

async function events(): Promise<Envelope[]> {
  const stub = env.PROJECT.get(env.PROJECT.idFromName(project.id));
  return (await stub.events({ after: 0, limit: 1_000 })).items;
}

describe("the checks of a version", () => {
  it("wait, run behind the preview, and are reported once", { timeout: 300_000 }, async () => {
    const versionId = await show("<p>All is well.</p>");
    await Promise.all([ask(versionId), ask(versionId)]);
    expect((await checksOf(versionId)).status).toBeNull();
    const statuses = await endOf(versionId);
    const browser = hasBrowser ? "passed" : "skipped";
    expect(statuses).toMatchObject({ smoke: browser, axe: browser, lighthouse: browser });
    const reported = await vi.waitFor(async () => {
      const found = (await events()).filter((event) => event.type === "quality.reported");
      expect(found).toHaveLength(1);
      return found[0];
    }, ended);
    expect(reported?.data).toMatchObject({ versionId, status: hasBrowser ? "passed" : "skipped" });
    if (!hasBrowser) return;
    const { items } = await checksOf(versionId);
    const lighthouse = items.find((item) => item.kind === "lighthouse");
    expect(lighthouse?.scores).toMatchObject({ accessibility: 100 });
    const path = `/api/v1/projects/${project.id}/versions/${versionId}/checks/smoke/report`;
    expect(await (await call(path, { token })).text()).toContain('"pages":["/","/manage"]');
  });

  it("say which page breaks and how, without taking the preview away", { timeout: 300_000 }, async () => {
    const versionId = await show(
      `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><script>throw new Error("kaput")</script>`,
    );
    await ask(versionId);
    const statuses = await endOf(versionId);
    if (!hasBrowser) return expect(statuses).toMatchObject({ smoke: "skipped", axe: "skipped" });
    expect(statuses).toMatchObject({ smoke: "failed", axe: "failed" });
    const { status, items } = await checksOf(versionId);
    expect(status).toBe("failed");
    expect(items.find((item) => item.kind === "smoke")?.findings).toContainEqual({ where: "/", text: "kaput" });
    expect(items.find((item) => item.kind === "axe")?.findings[0]?.where).toContain("image-alt");
    const warnings = (await events()).flatMap((event) =>
      event.type === "log.appended" && event.data.level === "warn" ? [event.data.text] : [],
    );
    expect(warnings.join("\n")).toContain("/: kaput");
    const [row] = await db.select().from(projects).where(eq(projects.id, project.id));
    expect(row?.currentVersionId).toBe(versionId);
  });

  it("are skipped when a newer version took its place before their turn came", { timeout: 300_000 }, async () => {
    const versionId = await show("<p>Old</p>");
    await ask(versionId);
    await setCurrent(newId("version"));
    expect(await endOf(versionId)).toEqual({
      smoke: "skipped",
      axe: "skipped",
      lighthouse: "skipped",
      audit: "skipped",
    });
    expect((await checksOf(versionId)).items[0]?.message).toBe("A newer version took its place.");
    const [job] = await db.select().from(jobs).where(eq(jobs.projectId, project.id));
    expect(job?.status).toBe("cancelled");
  });

  it("end as interrupted, with the reason, when no attempt succeeds", { timeout: 300_000 }, async () => {
    const versionId = await show("<p>Lost</p>");
    await env.DB.prepare("UPDATE project_versions SET artefact_sha = ? WHERE id = ?")
      .bind("0".repeat(64), versionId)
      .run();
    await ask(versionId);
    expect(await endOf(versionId)).toMatchObject({ smoke: "interrupted", audit: "interrupted" });
    const [job] = await db.select().from(jobs).where(eq(jobs.projectId, project.id));
    expect(job).toMatchObject({ status: "dead", attempts: 3 });
  });

  it("go with a rollback, whose bytes are the same, and go away once the project is erased", async () => {
    const versionId = await show("<p>Once more</p>");
    const summary = { message: "Types pass.", findings: [] };
    const result = {
      kind: "types",
      status: "passed",
      score: null,
      summary,
      reportSha: null,
      durationMs: 12.5,
    } as const;
    await recordChecks(db, { projectId: project.id, versionId }, [result]);
    const path = `/api/v1/projects/${project.id}/versions/${versionId}/rollback`;
    const again = await read<{ id: string }>(await call(path, { method: "POST", token, body: {} }), 201);
    expect((await checksOf(again.id)).items).toMatchObject([{ kind: "types", status: "passed", durationMs: 13 }]);
    await call(`/api/v1/projects/${project.id}`, { method: "DELETE", token });
    await db.update(projects).set({ deletedAt: "2026-01-01T00:00:00.000Z" }).where(eq(projects.id, project.id));
    await eraseForgotten(env, db);
    expect(await db.select().from(versionChecks).where(eq(versionChecks.projectId, project.id))).toEqual([]);
  });
});
