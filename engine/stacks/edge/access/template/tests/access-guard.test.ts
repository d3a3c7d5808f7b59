import { describe, expect, test } from "vitest";
import { type Action, reachOf } from "../src/shared/access/access.ts";
import { publicModels, roles, visitorsCreate } from "../src/shared/access/roles.ts";
import { publishedState } from "../src/shared/published.ts";
import { inverseReferences, linkSides } from "../src/shared/lookup.ts";
import type { ApiErrorBody, ApiPage, Dashboard, FieldMeta, ModelMeta } from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";
import { guardOf } from "../src/server/access/policy.ts";
import { createApp } from "../src/server/app.ts";
import { startApp } from "./app.ts";
import { someone } from "./credentials.ts";
import { createSample, sampleValues } from "./sample.ts";

const routes = createApp()
  .routes.filter(({ method }) => method !== "ALL")
  .map((route) => ({ name: `${route.method} ${route.path}`, route }));

/** Two databases would be two apps: the same one, asked by another person. */
function asRole(role: string) {
  const app = startApp();
  const person = someone(app.database, role);
  return { app, person, other: app.as(person.headers) };
}

describe("every route stands behind a guard:", () => {
  const visitor = startApp({ as: {} });

  test.each(routes)("$name", async ({ route }) => {
    const guard = guardOf(route);
    const path = route.path.replace(/^\/api/, "").replaceAll(/:\w+/g, "x");
    const { status, body } = await visitor.call<ApiErrorBody>(
      route.method,
      path,
      route.method === "GET" ? undefined : {},
    );
    const isOpen =
      guard.kind === "public" ||
      (guard.kind === "records" &&
        ((guard.action === "read" && publicModels.includes(guard.model.key)) ||
          (guard.action === "create" && visitorsCreate.includes(guard.model.key))));
    if (isOpen) expect([401, 403]).not.toContain(status);
    else expect([status, body.error.code]).toEqual([401, "AUTHENTICATION_ERROR"]);
  });
});

const actions: readonly Action[] = ["read", "create", "update", "delete"];

/** What a role gets for a record that somebody else made. */
async function attempt(role: string, model: ModelMeta, action: Action): Promise<number> {
  const { app, other } = asRole(role);
  const path = `/${model.slug}`;
  if (action === "create") {
    const values = await sampleValues(app, model);
    const { status, body } = await other.call<Partial<ApiErrorBody>>("POST", path, values);
    const wrong = Object.keys(body.error?.fields ?? {});
    if (status !== 400 || wrong.length === 0) return status;
    const isWrong = (field: FieldMeta): boolean => wrong.includes(field.key);
    // What the new record points to was made by the administrator, and may be out of this person's sight.
    if (model.fields.filter(isWrong).every(({ reference }) => reference)) return 201;
    // A name that is not their own, in a discussion.
    for (const { key, required } of model.fields.filter(isWrong)) if (!required) delete values[key];
    return (await other.call("POST", path, values)).status;
  }
  const id = await createSample(app, model);
  if (action === "read") return (await other.call("GET", `${path}/${id}`)).status;
  if (action === "update") return (await other.call("PATCH", `${path}/${id}`, {})).status;
  return (await other.call("DELETE", `${path}/${id}`)).status;
}

const allowed: Readonly<Record<Action, number>> = { read: 200, create: 201, update: 200, delete: 204 };

const matrix = roles.flatMap((role) =>
  models.map((model) => ({ name: `${role.label}, ${model.pluralLabel}`, role, model })),
);

describe("a role may what the table says, and nothing else:", () => {
  test.each(matrix)("$name", async ({ role, model }) => {
    for (const action of actions) {
      const reach = reachOf(role, model.key, action);
      const status = await attempt(role.key, model, action);
      const isPublic = publicModels.includes(model.key) && !publishedState(model);
      if (action === "read" && reach !== "all")
        expect(status, action).toBe(isPublic ? 200 : reach === "own" ? 404 : 403);
      else if (reach === "all" || (action === "create" && visitorsCreate.includes(model.key))) {
        expect(status, action).toBe(allowed[action]);
      } else expect([403, 404], action).toContain(status);
    }
  });
});

const owning = matrix.filter(
  ({ role, model }) => reachOf(role, model.key, "read") === "own" && !publicModels.includes(model.key),
);

// Without such a rule there is nothing to test.
describe.runIf(owning.length > 0)("who reaches their own records alone", () => {
  test.each(owning)("$name: sees them, and no trace of the others", async ({ role, model }) => {
    const { app, person, other } = asRole(role.key);
    const [theirs, foreign] = [await createSample(app, model), await createSample(app, model)];
    const path = `/${model.slug}`;
    const handed = await app.call("PUT", `/access/records/${model.slug}/${theirs}/owner`, { user: person.id });
    expect(handed.status).toBe(200);

    const list = (await other.call<ApiPage>("GET", path)).body;
    expect([list.items.map(({ id }) => id), list.total]).toEqual([[theirs], 1]);
    const options = (await other.call<{ items: { id: string }[] }>("GET", `${path}/options`)).body;
    expect(options.items.map(({ id }) => id)).toEqual([theirs]);
    expect((await other.call("GET", `${path}/${theirs}`)).status).toBe(200);

    for (const [method, address] of [
      ["GET", foreign],
      ["PATCH", foreign],
      ["DELETE", foreign],
      ["GET", `${foreign}/dependents`],
    ] as const) {
      const { status } = await other.call(method, `${path}/${address}`, method === "PATCH" ? {} : undefined);
      expect([403, 404], `${method} ${address}`).toContain(status);
    }
    expect([403, 404]).toContain((await other.call("GET", `/access/records/${model.slug}/${foreign}`)).status);

    const dashboard = (await other.call<Dashboard>("GET", "/dashboard")).body;
    expect(dashboard.models.find((entry) => entry.model === model.key)?.count).toBe(1);
    expect(dashboard.recent.map(({ id }) => id)).not.toContain(foreign);
    expect(
      (await app.call<Dashboard>("GET", "/dashboard")).body.models.find((entry) => entry.model === model.key)?.count,
    ).toBeGreaterThan(1);
  });

  test.each(owning)("$name: others are no names on records they may read", async ({ role, model }) => {
    for (const { model: source, field } of inverseReferences(model)) {
      if (reachOf(role, source.key, "read") !== "all" || source.key === model.key) continue;
      const { app, other } = asRole(role.key);
      const foreign = await createSample(app, model);
      const values = { ...(await sampleValues(app, source)), [field.key]: foreign };
      const { id } = (await app.call("POST", `/${source.slug}`, values)).body;
      const record = (await other.call("GET", `/${source.slug}/${id}`)).body;
      expect(record._refs[field.key]).toBeUndefined();
    }
    for (const { link, side, other: far } of linkSides(model)) {
      if (reachOf(role, far.key, "read") !== "all" || far.key === model.key) continue;
      const { app, other } = asRole(role.key);
      const [foreign, id] = [await createSample(app, model), await createSample(app, far)];
      await app.call("POST", `/${model.slug}/${foreign}/links/${link.slug}?side=${side}`, { id: id });
      const back = side === "from" ? "to" : "from";
      const linked = await other.call<ApiPage>("GET", `/${far.slug}/${id}/links/${link.slug}?side=${back}`);
      expect([linked.status, linked.body.items, linked.body.total]).toEqual([200, [], 0]);
    }
  });
});
