// Vercel's API on loopback, as far as deploying files needs it. It builds nothing: what it would build is remembered.
import { createHash } from "node:crypto";
import { serveRest, type RestServer } from "../serve-rest.ts";

export interface VercelDeployment {
  id: string;
  project: string;
  target: string | null;
  files: Record<string, string>;
  /** How often it was asked for: the first answer is that it builds. */
  asked: number;
}

export interface StandInVercel extends RestServer {
  deployments: Map<string, VercelDeployment>;
  /** Project → the deployment that its production address serves. */
  production: Map<string, string>;
  /** Project → name → value. */
  variables: Map<string, Record<string, string>>;
  failBuilds(message: string | null): void;
}

const host = (id: string) => `${id}.vercel.app`;

export async function startVercel(token: string): Promise<StandInVercel> {
  const projects = new Set<string>();
  const blobs = new Map<string, Buffer>();
  const deployments = new Map<string, VercelDeployment>();
  const production = new Map<string, string>();
  const variables = new Map<string, Record<string, string>>();
  let failure: string | null = null;
  const refuse = (status: number, code: string, message: string) => ({ status, body: { error: { code, message } } });
  const view = ({ id, project, asked }: VercelDeployment) => ({
    id,
    url: host(id),
    projectId: project,
    readyState: asked < 1 ? "QUEUED" : asked < 2 ? "BUILDING" : failure === null ? "READY" : "ERROR",
    ...(asked > 1 && failure !== null && { errorMessage: failure }),
    alias: [`${project}.vercel.app`],
  });
  const server = await serveRest(
    {
      "GET /v2/user": () => ({ body: { user: { id: "u1", username: "ada" } } }),
      "POST /v2/files": ({ headers, bytes }) => {
        const sha = createHash("sha1").update(bytes).digest("hex");
        if (headers["x-vercel-digest"] !== sha) return refuse(400, "bad_request", "The digest does not match");
        blobs.set(sha, bytes);
        return { body: { urls: [] } };
      },
      "GET /v9/projects/:name": ({ params }) =>
        projects.has(params["name"] ?? "")
          ? { body: { id: params["name"], name: params["name"] } }
          : refuse(404, "not_found", "Project not found"),
      "POST /v11/projects": (call) => {
        const { name } = call.json<{ name: string }>();
        projects.add(name);
        return { body: { id: name, name } };
      },
      "POST /v10/projects/:name/env": (call) => {
        const name = call.params["name"] ?? "";
        const entries = call.json<{ key: string; value: string }[]>();
        const set = Object.fromEntries(entries.map(({ key, value }) => [key, value]));
        variables.set(name, { ...variables.get(name), ...set });
        return { status: 201, body: { created: entries, failed: [] } };
      },
      "POST /v13/deployments": (call) => {
        const asked = call.json<{ project: string; target?: string; files: { file: string; sha: string }[] }>();
        if (asked.files.some(({ sha }) => !blobs.has(sha))) return refuse(400, "missing_files", "Missing files");
        const files = Object.fromEntries(
          asked.files.map(({ file, sha }) => [file, blobs.get(sha)?.toString("utf8") ?? ""]),
        );
        const id = `dpl_${deployments.size + 1}`;
        const made = { id, project: asked.project, target: asked.target ?? null, files, asked: 0 };
        deployments.set(id, made);
        return { body: view(made) };
      },
      "GET /v13/deployments/:id": ({ params }) => {
        const found = deployments.get(params["id"] ?? "");
        if (!found) return refuse(404, "not_found", "The deployment cannot be found");
        found.asked += 1;
        if (found.asked > 1 && failure === null && found.target === "production")
          production.set(found.project, found.id);
        return { body: view(found) };
      },
      "POST /v10/projects/:name/promote/:id": ({ params }) => {
        if (!deployments.has(params["id"] ?? "")) return refuse(404, "not_found", "The deployment cannot be found");
        production.set(params["name"] ?? "", params["id"] ?? "");
        return { status: 201, body: {} };
      },
    },
    ({ headers }) =>
      headers["authorization"] === `Bearer ${token}` ? null : refuse(403, "forbidden", "Not authorized"),
  );
  return { ...server, deployments, production, variables, failBuilds: (message) => void (failure = message) };
}
