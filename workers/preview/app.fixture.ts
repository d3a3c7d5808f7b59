// Deploys small apps for tests: rows in D1, blobs in R2, and the way in.
import { createExecutionContext } from "cloudflare:test";
import { env as testEnv } from "cloudflare:workers";
import { openDatabase } from "#db/client.ts";
import { newId, randomBase32 } from "#db/ids.ts";
import { deployments, projects, projectVersions, users, workspaces } from "#db/schema/index.ts";
import type { DeploymentEnvironment, ProjectVisibility } from "#db/vocabulary.ts";
import type { Env } from "../env.ts";
import { variables } from "../env.ts";
import { BlobStore } from "../storage/blobs.ts";
import { signPreviewUrl, type PreviewTarget } from "./access.ts";
import type { AppView } from "./app-id.ts";
import { forgetFoundApps } from "./find-app.ts";
import { handlePreviewRequest } from "./gate.ts";
import { createRevision, storeRevision } from "./revision.ts";

export const env = testEnv as unknown as Env;

const layout = {
  serverEntry: "dist/server/index.js",
  assetsDir: "dist/client",
  migrationsDir: "migrations",
  seedFile: "seed.sql",
};

export interface TestApp extends WaysIn {
  projectId: string;
  label: string;
  environment: DeploymentEnvironment;
  /** Shows another build at the same address. */
  deploy(files: Record<string, string>): Promise<void>;
  /** The same app looked at in another way. */
  as(view: AppView): WaysIn;
}

interface WaysIn {
  /** A signed address, as the API hands it out. */
  link(path?: string): Promise<string>;
  /** Through the gate, with the cookie that a redeemed link gives. */
  visit(path: string, init?: RequestInit): Promise<Response>;
  /** As a stranger. */
  knock(path: string, init?: RequestInit): Promise<Response>;
}

interface Options {
  environment?: DeploymentEnvironment;
  visibility?: ProjectVisibility;
  isDeleted?: boolean;
}

/** The body of a server module's `fetch(request, env)`. */
export function server(body: string): Record<string, string> {
  return { [layout.serverEntry]: `export default { async fetch(request, env) { ${body} } };` };
}

export async function createApp(files: Record<string, string> | null, options: Options = {}): Promise<TestApp> {
  const environment = options.environment ?? "preview";
  const db = openDatabase(env.DB);
  const owner = newId("user");
  const workspaceId = newId("workspace");
  const projectId = newId("project");
  const label = `app-${randomBase32(10)}`;
  await db.insert(users).values({ id: owner, name: "Ada", email: `${owner}@example.com` });
  await db.insert(workspaces).values({ id: workspaceId, slug: label, name: "Lab", kind: "personal", createdBy: owner });
  await db.insert(projects).values({
    id: projectId,
    workspaceId,
    name: "App",
    slug: label,
    hostLabel: label,
    visibility: options.visibility ?? "private",
    createdBy: owner,
    ...(options.isDeleted ? { deletedAt: new Date().toISOString() } : {}),
  });

  let number = 0;
  const deploy = async (build: Record<string, string>): Promise<void> => {
    const artefactSha = await storeBuild(build);
    const versionId = newId("version");
    const readyAt = new Date(Date.now() + (number += 1)).toISOString();
    await db.insert(projectVersions).values({
      id: versionId,
      projectId,
      number,
      message: "Build",
      status: "green",
      artefactSha,
      createdBy: owner,
    });
    await db.insert(deployments).values({
      id: newId("deployment"),
      projectId,
      versionId,
      environment,
      status: "ready",
      createdBy: owner,
      readyAt,
    });
    forgetFoundApps();
  };
  if (files) await deploy(files);

  const as = (view: AppView) => waysIn({ label, projectId, environment, view });
  return { projectId, label, environment, deploy, as, ...waysIn({ label, projectId, environment }) };
}

function waysIn(target: PreviewTarget): WaysIn {
  const link = (path = "/"): Promise<string> => signPreviewUrl(variables(env), { ...target, path });
  const knock = async (path: string, init?: RequestInit): Promise<Response> => {
    const origin = new URL(await link()).origin;
    return gate(new Request(`${origin}${path}`, { redirect: "manual", ...init }));
  };
  let cookie: string | undefined;
  const visit = async (path: string, init: RequestInit = {}): Promise<Response> => {
    cookie ??= cookieOf(await gate(new Request(await link(), { redirect: "manual" })));
    const headers = new Headers(init.headers);
    headers.set("cookie", [cookie, headers.get("cookie")].filter(Boolean).join("; "));
    return knock(path, { ...init, headers });
  };
  return { link, visit, knock };
}

export function gate(request: Request): Promise<Response> {
  return handlePreviewRequest(request, env, createExecutionContext());
}

/** What a client that refuses Secure cookies over http sends back. */
export function cookieOf(response: Response): string {
  const [cookie] = response.headers.getSetCookie().filter((line) => !/;\s*secure/i.test(line));
  return cookie?.split(";")[0] ?? "";
}

export async function storeBuild(build: Record<string, string>): Promise<string> {
  const blobs = new BlobStore(env.BLOBS);
  const files = await Promise.all(
    Object.entries(build).map(async ([path, text]) => ({ path, ...(await blobs.put(text)) })),
  );
  return storeRevision(blobs, createRevision(files, layout));
}
