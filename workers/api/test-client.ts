// For tests: speaks to the whole Worker as a client on the platform's host does.
import { env as boundEnv, exports as workerExports } from "cloudflare:workers";
import { newId, randomBase32 } from "#db/ids.ts";
import type { Env } from "../env.ts";
import type { ErrorBody } from "./schemas/errors.ts";
import type { SignedIn } from "./schemas/auth.ts";
import type { ProjectView } from "./schemas/projects.ts";

export const env = boundEnv as unknown as Env;
export const origin = "http://localhost:8787";

export interface Call {
  method?: string;
  token?: string | undefined;
  cookie?: string | undefined;
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
}

export function call(
  path: string,
  { method = "GET", token, cookie, body, headers = {} }: Call = {},
): Promise<Response> {
  const { default: worker } = workerExports as unknown as { default: Fetcher };
  return worker.fetch(`${origin}${path}`, {
    method,
    redirect: "manual",
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(cookie !== undefined && { cookie }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** The answer's body, once its status is the expected one; otherwise fails showing both. */
export async function read<T>(response: Response, status: number): Promise<T> {
  const text = await response.text();
  if (response.status !== status) throw new Error(`Expected ${status}, got ${response.status}: ${text}`);
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

export async function readError(response: Response, status: number): Promise<ErrorBody["error"]> {
  return (await read<ErrorBody>(response, status)).error;
}

export const password = "correct horse battery";

export interface SignedUp extends SignedIn {
  /** `name=value`, ready to send back. */
  cookie: string;
}

export async function signUp(email = `${randomBase32(12)}@example.com`): Promise<SignedUp> {
  const response = await call("/api/auth/register", { method: "POST", body: { email, password } });
  const cookie = cookieOf(response);
  return { ...(await read<SignedIn>(response, 201)), cookie };
}

export function cookieOf(response: Response): string {
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

export async function createProject(token: string, fields: Record<string, unknown> = {}): Promise<ProjectView> {
  const body = { name: "Inventory", ...fields };
  return read(await call("/api/v1/projects", { method: "POST", token, body }), 201);
}

/** Files as the loop would have left them: blobs in storage, a version and its manifest in the database. */
export async function writeVersion(
  project: { id: string; createdBy: string },
  version: { number: number; files: Record<string, string>; status?: string; artefactSha?: string; parentId?: string },
): Promise<string> {
  const id = newId("version");
  const manifest: Record<string, { sha256: string; size: number }> = {};
  for (const [path, text] of Object.entries(version.files)) manifest[path] = await writeBlob(text);
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO project_versions (id, project_id, number, parent_id, message, status, artefact_sha, file_count, total_size, created_by, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`,
    ).bind(
      id,
      project.id,
      version.number,
      version.parentId ?? null,
      `Version ${version.number}`,
      version.status ?? "green",
      version.artefactSha ?? null,
      Object.keys(manifest).length,
      project.createdBy,
      new Date().toISOString(),
    ),
    env.DB.prepare("INSERT INTO version_manifests (version_id, files) VALUES (?, ?)").bind(
      id,
      JSON.stringify(manifest),
    ),
  ]);
  return id;
}

export async function writeBlob(text: string): Promise<{ sha256: string; size: number }> {
  const bytes = new TextEncoder().encode(text);
  const sha256 = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
  await env.BLOBS.put(`blobs/${sha256}`, bytes);
  return { sha256, size: bytes.byteLength };
}
