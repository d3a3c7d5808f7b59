import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertAsset } from "#db/queries/assets.ts";
import { readingOf } from "#engine/attachments/attachment.ts";
import { deployments, repositoryPushes } from "#db/schema/index.ts";
import { AssetStore } from "../storage/asset-store.ts";
import { addAiMessage, openAiConversation } from "#db/queries/ai-conversations.ts";
import { insertHandover } from "#db/queries/handovers.ts";
import { recordChecks } from "#db/queries/version-checks.ts";
import { operations } from "./routes/index.ts";
import {
  call,
  createProject,
  env,
  read,
  readError,
  signUp,
  writeBlob,
  writeVersion,
  type SignedUp,
} from "./test-client.ts";
import type { ProjectView } from "./schemas/projects.ts";

// Two tenants. Everything of Ada's exists; Bob knows all her ids. No route may tell him so, or let him do anything.
let ada: SignedUp;
let bob: SignedUp;
let project: ProjectView;
let versionId: string;
let generationId: string;
let conversationId: string;
let assetId: string;
const deploymentId = newId("deployment");
const pushId = newId("push");
/** Of a set of package types, which belongs to nobody. */
const typesKey = "f".repeat(64);

beforeAll(async () => {
  ada = await signUp();
  bob = await signUp();
  project = await createProject(ada.accessToken, { name: "Ada's" });
  versionId = await writeVersion(project, { number: 1, files: { "src/main.ts": "secret();\n" } });
  const kept = JSON.stringify([
    { path: "src/main.ts", reason: "conflict", places: [], proposal: await writeBlob("secret proposal") },
  ]);
  await env.DB.prepare("UPDATE version_manifests SET kept = ? WHERE version_id = ?").bind(kept, versionId).run();
  await recordChecks(openDatabase(env.DB), { projectId: project.id, versionId }, [
    {
      kind: "types",
      status: "passed",
      score: null,
      summary: { message: "Types pass.", findings: [] },
      reportSha: (await writeBlob("secret report")).sha256,
      durationMs: 1,
    },
  ]);
  generationId = newId("generation");
  await env.DB.prepare(
    `INSERT INTO generations (id, project_id, prompt, mode, provider, stack, status, started_at, updated_at, created_by)
     VALUES (?, ?, 'secret prompt', 'auto', 'builtin', 'edge', 'complete', ?, ?, ?)`,
  )
    .bind(generationId, project.id, new Date().toISOString(), new Date().toISOString(), ada.user.id)
    .run();
  const account = { reason: "secret reason", rounds: [], costUsd: 0, standsAt: null };
  await insertHandover(openDatabase(env.DB), { generationId, projectId: project.id, account });
});

beforeAll(async () => {
  const db = openDatabase(env.DB);
  conversationId = newId("conversation");
  await openAiConversation(db, {
    id: conversationId,
    projectId: project.id,
    generationId,
    type: "generation",
    agent: "coder",
    provider: "anthropic",
    model: "claude-sonnet-5-5",
  });
  await addAiMessage(db, { conversationId, role: "user", content: "secret request" });
});

beforeAll(async () => {
  const bytes = new TextEncoder().encode("secret file");
  const { workspaceId, id: projectId } = project;
  await env.BLOBS.put(`types/${typesKey}.json.gz`, "types");
  const sha256 = await new AssetStore(env.BLOBS, workspaceId).put(bytes, {
    reading: readingOf("secret file"),
    small: null,
  });
  const asset = await insertAsset(openDatabase(env.DB), {
    workspaceId,
    projectId,
    name: "secret.txt",
    kind: "text",
    mediaType: "text/plain",
    size: bytes.length,
    sha256,
    width: null,
    height: null,
    smallType: null,
    createdBy: ada.user.id,
  });
  assetId = asset.id;
  const deployment = { id: deploymentId, projectId, versionId, environment: "staging" } as const;
  await openDatabase(env.DB)
    .insert(deployments)
    .values({ ...deployment, status: "ready", createdBy: ada.user.id });
  const push = { id: pushId, projectId, versionId, owner: "ada", name: "secret", branch: "main" };
  await openDatabase(env.DB)
    .insert(repositoryPushes)
    .values({ ...push, kind: "branch", visibility: "private", createdBy: ada.user.id });
});

const memberRoutes = operations.flatMap(({ guard, route }) =>
  guard.kind === "member" ? [{ guard, method: route.method.toUpperCase(), path: route.path }] : [],
);

const validBodies: Record<string, () => unknown> = {
  "PATCH /api/v1/projects/{id}": () => ({ name: "Bob's" }),
  "POST /api/v1/projects/{id}/versions": () => ({ base: versionId, changes: [{ path: "src/main.ts", content: "" }] }),
  "POST /api/v1/projects/{id}/versions/{version}/fork": () => ({}),
  "POST /api/v1/generations": () => ({ projectId: project.id, prompt: "Show me Ada's code" }),
};

function request(route: (typeof memberRoutes)[number], token: string): Promise<Response> {
  const path = route.path
    .replace("{id}", route.guard.by === "generation" ? generationId : project.id)
    .replace("{version}", versionId)
    .replace("{conversation}", conversationId)
    .replace("{asset}", assetId)
    .replace("{deployment}", deploymentId)
    .replace("{environment}", "staging")
    .replace("{push}", pushId)
    .replace("{kind}", "types")
    .replace("{key}", typesKey)
    .replace(/:path\{.+\}$/, "src/main.ts");
  const query = path.endsWith("/export") ? "?format=source" : "";
  return call(path + query, {
    method: route.method,
    token,
    body: validBodies[`${route.method} ${route.path}`]?.(),
  });
}

describe("a user of another workspace", () => {
  it.each(memberRoutes)("finds nothing at $method $path", async (route) => {
    const response = await request(route, bob.accessToken);
    const error = await readError(response, 404);
    expect(error.code).toBe("NOT_FOUND_ERROR");
  });

  it.each(memberRoutes.filter(({ guard }) => guard.by !== "body"))(
    "gets the same answer at $method $path as for an id that never was",
    async (route) => {
      const known = await readError(await request(route, bob.accessToken), 404);
      const unknownPath = route.path
        .replace("{id}", newId(route.guard.by === "generation" ? "generation" : "project"))
        .replace("{version}", "1")
        .replace("{kind}", "types")
        .replace("{key}", typesKey)
        .replace(/:path\{.+\}$/, "src/main.ts");
      const body = validBodies[`${route.method} ${route.path}`]?.();
      const unknown = await readError(
        await call(unknownPath, { method: route.method, token: bob.accessToken, body }),
        404,
      );
      expect(unknown).toEqual({ ...known, requestId: unknown.requestId });
    },
  );

  const workspaceRoutes = operations.flatMap(({ guard, route }) =>
    guard.kind === "workspace" ? [{ method: route.method.toUpperCase(), path: route.path }] : [],
  );
  it.each(workspaceRoutes)("finds no workspace at $method $path", async ({ method, path }) => {
    const at = path.replace("{id}", project.workspaceId).replace("{provider}", "anthropic");
    const body =
      method === "PUT"
        ? { apiKey: "sk-bob", secret: "sk-bob" }
        : method === "PATCH"
          ? { monthlyBudgetUsd: 0 }
          : undefined;
    const error = await readError(await call(at, { method, token: bob.accessToken, body }), 404);
    expect(error.code).toBe("NOT_FOUND_ERROR");
  });

  it("sees nothing of it in lists", async () => {
    expect(await read(await call("/api/v1/projects", { token: bob.accessToken }), 200)).toEqual({
      items: [],
      nextCursor: null,
    });
    const byWorkspace = await call(`/api/v1/projects?workspaceId=${project.workspaceId}`, { token: bob.accessToken });
    expect(await read(byWorkspace, 200)).toEqual({ items: [], nextCursor: null });
  });

  it("cannot reach a version or compare with one through a project of their own", async () => {
    const own = await createProject(bob.accessToken);
    await writeVersion(own, { number: 1, files: { "a.ts": "1" } });
    const base = `/api/v1/projects/${own.id}`;
    for (const path of [
      `${base}/versions/${versionId}`,
      `${base}/versions/${versionId}/files/src/main.ts`,
      `${base}/versions/${versionId}/checks`,
      `${base}/versions/${versionId}/checks/types/report`,
      `${base}/versions/1/diff?against=${versionId}`,
      `${base}/assets/${assetId}`,
      `${base}/assets/${assetId}/content`,
      `${base}/export?format=source&version=${versionId}`,
    ]) {
      expect((await call(path, { token: bob.accessToken })).status, path).toBe(404);
    }
  });
});

/** Of a version without a plan there is no picture yet, and before the first preview there is no data. */
function answerWithoutPreview(path: string): number {
  if (path.endsWith("/picture")) return 204;
  return path.includes("/data/") ? 409 : 200;
}

describe("the owner", () => {
  const reads = memberRoutes.filter(({ method }) => method === "GET");
  it.each(reads)("reads $path, so that the refusals above mean something", async (route) => {
    const response = await request(route, ada.accessToken);
    await response.arrayBuffer();
    expect(response.status).toBe(answerWithoutPreview(route.path));
  });

  it("still has the project unchanged", async () => {
    expect(await read(await call(`/api/v1/projects/${project.id}`, { token: ada.accessToken }), 200)).toMatchObject({
      name: "Ada's",
    });
  });
});
