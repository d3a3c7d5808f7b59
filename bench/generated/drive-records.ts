// Creates, reads, changes and deletes a record of every model over an app's API. Valid values come from the app's own
// tests, which know what its fields take.
import { isDeepStrictEqual } from "node:util";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ShownApp } from "../preview/preview-process.ts";

interface Model {
  label: string;
  slug: string;
}

interface AppModules {
  models: readonly Model[];
  sampleValues(app: object, model: Model): Promise<Record<string, unknown>>;
}

/** What went wrong, model by model. `folder`: the app's files with its dependencies; its database holds no rows yet. */
export async function driveRecords(app: ShownApp, folder: string): Promise<string[]> {
  await signUp(app);
  const load = (path: string): Promise<unknown> => import(pathToFileURL(join(folder, path)).href);
  const { models } = (await load("src/shared/models.ts")) as Pick<AppModules, "models">;
  const { sampleValues } = (await load("tests/sample.ts")) as Pick<AppModules, "sampleValues">;
  const api = { call: (method: string, path: string, body?: unknown) => app.call(method, `/api${path}`, body) };
  const problems: string[] = [];
  for (const model of models) {
    const values = (): Promise<Record<string, unknown>> => sampleValues(api, model);
    // One app, one database: a model's records may be those another one refers to.
    // oxlint-disable-next-line no-await-in-loop
    const problem = await driveModel(api, model, values).catch((error: unknown) => String(error));
    if (problem !== null) problems.push(`${model.label}: ${problem}`);
  }
  return problems;
}

async function driveModel(
  api: Pick<ShownApp, "call">,
  model: Model,
  sample: () => Promise<Record<string, unknown>>,
): Promise<string | null> {
  const values = await sample();
  const created = await api.call("POST", `/${model.slug}`, values);
  if (created.status !== 201) return `create answered ${describe(created)}`;
  const { id } = created.body as { id: string };
  const one = `/${model.slug}/${id}`;
  const read = await api.call("GET", one);
  if (read.status !== 200 || !holds(read.body, values)) return `read answered ${describe(read)}`;
  const others = await sample();
  const changed = await api.call("PUT", one, others);
  if (changed.status !== 200 || !holds(changed.body, others)) return `change answered ${describe(changed)}`;
  const list = await api.call("GET", `/${model.slug}?limit=1`);
  if (list.status !== 200 || (list.body as { total: number }).total < 1) return `list answered ${describe(list)}`;
  const deleted = await api.call("DELETE", one);
  if (deleted.status !== 204) return `delete answered ${describe(deleted)}`;
  const gone = await api.call("GET", one);
  return gone.status === 404 ? null : `after its deletion it answered ${describe(gone)}`;
}

/** Where the app asks who one is: the first to sign up may do everything. */
async function signUp(app: ShownApp): Promise<void> {
  if ((await app.call("GET", "/api/session")).status !== 200) return;
  const person = { name: "Ada", email: "ada@example.com", password: "a long enough password" };
  const answer = await app.call("POST", "/api/access/sign-up", person);
  if (answer.status !== 201) throw new Error(`Signing up answered ${describe(answer)}`);
}

const holds = (body: unknown, values: Record<string, unknown>): boolean =>
  Object.entries(values).every(([key, value]) => isDeepStrictEqual((body as Record<string, unknown>)[key], value));

const describe = ({ status, body }: { status: number; body: unknown }): string =>
  `${status}: ${JSON.stringify(body).slice(0, 400)}`;
