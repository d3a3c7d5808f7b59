// A generation's release to another place: here a webhook, whose receiver answers as told.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openDatabase } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { listDeploymentLines, listDeployments } from "#db/queries/deployments.ts";
import { call, createProject, env, read, signUp, writeVersion } from "../../../workers/api/test-client.ts";
import type { ProjectView } from "../../../workers/api/schemas/projects.ts";
import { server, storeBuild } from "../../../workers/preview/app.fixture.ts";
import { release } from "../effects/deploy.ts";
import type { WorkContext, WorkResult } from "../effects/work.ts";
import { newLoopContext } from "../machine/context.ts";

const db = openDatabase(env.DB);
const app = "https://shop.example.com/";
let project: ProjectView;
let token: string;
let number: number;
/** Of the receiver, and of the app that it deploys. */
let answers: { hook: () => Response; app: () => Response };
/** Types of messages that the receiver got. */
let got: string[];

beforeEach(async () => {
  token = (await signUp()).accessToken;
  project = await createProject(token);
  number = 0;
  got = [];
  answers = { hook: () => Response.json({ url: app, id: `run-${number}` }), app: () => new Response("the app") };
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const url = String(input instanceof Request ? input.url : input);
    if (url === app) return answers.app();
    got.push((JSON.parse(String(init?.body)) as { type: string }).type);
    return got.at(-1) === "connection.tested" ? new Response(null, { status: 204 }) : answers.hook();
  });
  const secret = `whsec_${btoa("a signing secret of thirty bytes")}`;
  const body = { secret, account: { url: "https://hooks.example.com/" } };
  const connection = `/api/v1/workspaces/${project.workspaceId}/connections/webhook`;
  await read(await call(connection, { method: "PUT", token, body }), 200);
  const production = `/api/v1/projects/${project.id}/environments/production`;
  await read(await call(production, { method: "PUT", token, body: { provider: "webhook" } }), 200);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** The release of a new green version. */
async function released(): Promise<WorkResult> {
  number += 1;
  const artefactSha = await storeBuild(server(`return new Response("${number}");`));
  const versionId = await writeVersion(project, { number, files: { "a.ts": String(number) }, artefactSha });
  const input = { projectId: project.id, actorId: project.createdBy };
  const record = { id: newId("generation"), input, context: { ...newLoopContext("auto"), versionId } };
  const quiet = { emit: () => {}, log: () => {}, signal: new AbortController().signal };
  const effect = { token: newId("deployment").slice("dep_".length) };
  return release({ env, db, record, effect, ...quiet } as unknown as WorkContext);
}

const rows = () => listDeployments(db, { projectId: project.id, environment: "production", limit: 10 });

it("goes to the place that production is deployed to", async () => {
  expect((await released()).event).toEqual({ type: "released" });
  const [row] = await rows();
  expect(row).toMatchObject({
    provider: "webhook",
    status: "ready",
    url: app,
    trigger: "generation",
    externalId: "run-1",
  });
  expect(row?.generationId).not.toBeNull();
  const log = await listDeploymentLines(db, row?.id ?? "");
  expect(log.map(({ text }) => text)).toContain("Version 1 goes to production at Webhook.");
});

it("goes to healing when the app does not answer there, after going back to what did", async () => {
  await released();
  let asked = 0;
  answers.app = () => ((asked += 1) > 3 ? new Response("fine") : new Response("prices is undefined", { status: 500 }));
  const { event } = await released();
  expect(event.type).toBe("broke");
  expect(got).toEqual([
    "connection.tested",
    "deployment.requested",
    "deployment.requested",
    "deployment.restore_requested",
  ]);
  const [recovery, failed, first] = await rows();
  expect(failed).toMatchObject({ status: "failed", versionNumber: 2 });
  expect(recovery).toMatchObject({ status: "ready", trigger: "recovery", sourceId: first?.id, versionNumber: 1 });
});

it("ends well, and says why, when the place says no", async () => {
  answers.hook = () => Response.json({ status: "failed", error: "The quota is used up." });
  const { event } = await released();
  expect(event).toMatchObject({ type: "released", withheld: expect.stringContaining("The quota is used up.") });
  expect(await rows()).toMatchObject([{ status: "failed", error: expect.stringContaining("quota") }]);
  const connection = `/api/v1/workspaces/${project.workspaceId}/connections/webhook`;
  await call(connection, { method: "DELETE", token });
  expect((await released()).event).toMatchObject({ withheld: expect.stringContaining("Webhook is not connected") });
});
