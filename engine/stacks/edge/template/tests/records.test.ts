import { describe, expect, test } from "vitest";
import { inverseReferences, linkSides, modelOf } from "../src/shared/lookup.ts";
import type { ApiErrorBody, ApiPage, ApiRecord, FieldMeta, RecordLabel } from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";
import { startApp } from "./app.ts";
import { createSample, sampleValues } from "./sample.ts";

/** Values that no field of the type accepts. */
const refused: Partial<Record<FieldMeta["type"], unknown>> = {
  integer: "1.5",
  decimal: "a lot",
  money: "1.005",
  boolean: "perhaps",
  date: "2026-02-30",
  dateTime: "tomorrow",
  email: "nobody",
  url: "javascript:alert(1)",
  phone: "call me",
  color: "reddish",
  enum: "none of these",
  image: "data:image/svg+xml;base64,AAAA",
  file: "data:nothing",
  json: "{",
  reference: "missing",
};

describe.each(models.map((model) => ({ name: model.label, model })))("$name", ({ model }) => {
  const path = `/${model.slug}`;

  test("is created, read, changed and deleted", async () => {
    const app = startApp();
    const values = await sampleValues(app, model);
    const created = await app.call("POST", path, values);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject(values);
    expect(created.body._label).not.toBe("");

    const one = `${path}/${created.body.id}`;
    expect((await app.call("GET", one)).body).toEqual(created.body);

    const others = await sampleValues(app, model);
    expect((await app.call("PUT", one, others)).body).toMatchObject(others);
    expect((await app.call("PATCH", one, {})).body).toMatchObject(others);

    expect((await app.call("DELETE", one)).status).toBe(204);
    expect((await app.call("GET", one)).status).toBe(404);
  });

  test("refuses missing, unknown and wrong values field by field", async () => {
    const app = startApp();
    const required = model.fields
      .filter((field) => field.required && field.initial === undefined)
      .map((field) => field.key);
    if (required.length > 0) {
      const empty = await app.call<ApiErrorBody>("POST", path, {});
      expect(Object.keys(empty.body.error.fields ?? {}).sort()).toEqual([...required].sort());
    }

    const values = await sampleValues(app, model);
    const unknown = await app.call<ApiErrorBody>("POST", path, { ...values, notAField: 1 });
    expect(unknown.status).toBe(400);
    expect(unknown.body.error.fields).toHaveProperty("notAField");

    for (const field of model.fields.filter(({ type }) => type in refused)) {
      const { status, body } = await app.call<ApiErrorBody>("POST", path, {
        ...values,
        [field.key]: refused[field.type],
      });
      expect(status, field.label).toBe(400);
      expect(Object.keys(body.error.fields ?? {}), field.label).toEqual([field.key]);
    }
    expect((await app.call<ApiPage>("GET", path)).body.total).toBe(0);
  });

  test("keeps unique values unique and says which one is taken", async () => {
    const app = startApp();
    for (const field of model.fields.filter(({ unique, reference }) => unique && !reference)) {
      const first = await sampleValues(app, model);
      expect((await app.call("POST", path, first)).status).toBe(201);
      const second = { ...(await sampleValues(app, model)), [field.key]: first[field.key] };
      const { status, body } = await app.call<ApiErrorBody>("POST", path, second);
      expect(status).toBe(409);
      expect(Object.keys(body.error.fields ?? {})).toEqual([field.key]);
    }
  });

  test("is found by search, filtered, sorted and paged", async () => {
    const app = startApp();
    const ids = [await createSample(app, model), await createSample(app, model), await createSample(app, model)];
    const list = async (query: string): Promise<ApiPage> => (await app.call<ApiPage>("GET", `${path}?${query}`)).body;

    expect((await list("pageSize=2")).items).toHaveLength(2);
    expect(await list("pageSize=2&page=2")).toMatchObject({ total: 3, page: 2 });
    expect((await list("q=surely-not-in-any-record")).total).toBe(0);

    const [first] = (await list("")).items;
    for (const field of model.fields) {
      const value = first?.[field.key];
      if (field.type === "text" && typeof value === "string") {
        // Search folds the case of ASCII letters.
        const typed = value.replace(/[a-z]/g, (letter) => letter.toUpperCase());
        expect((await list(`${new URLSearchParams({ q: typed })}`)).items.map(({ id }) => id)).toContain(first?.id);
      }
      if (field.type === "enum" || field.type === "boolean") {
        const { items } = await list(`${new URLSearchParams({ [field.key]: String(value) })}`);
        expect(items.every((item) => item[field.key] === value)).toBe(true);
        expect(items.map(({ id }) => id)).toContain(first?.id);
      }
      const up = (await list(`sort=${field.key}`)).items.map(({ id }) => id);
      expect([...up].sort()).toEqual([...ids].sort());
    }
    const inOrder = (await list(`sort=${model.order ?? "-createdAt"}`)).items.map(({ id }) => id);
    expect((await list("")).items.map(({ id }) => id)).toEqual(inOrder);
    const byTime = (await list("sort=createdAt")).items.map(({ createdAt }) => createdAt);
    expect(byTime).toEqual([...byTime].sort());
  });

  test("names the records it points to, and goes or stays with them", async () => {
    const app = startApp();
    for (const field of model.fields) {
      if (!field.reference) continue;
      const target = modelOf(field.reference.model);
      const targetId = await createSample(app, target);
      const { body } = await app.call("POST", path, { ...(await sampleValues(app, model)), [field.key]: targetId });
      expect(body._refs[field.key]?.id).toBe(targetId);
      expect(
        (await app.call<ApiPage>("GET", `${path}?${field.key}=${targetId}`)).body.items.map(({ id }) => id),
      ).toEqual([body.id]);
      const { items } = (await app.call<{ items: RecordLabel[] }>("GET", `/${target.slug}/options`)).body;
      expect(items.map(({ id }) => id)).toContain(targetId);

      const dependents = await app.call<{ items: { model: string }[] }>(
        "GET",
        `/${target.slug}/${targetId}/dependents`,
      );
      expect(dependents.body.items.map((item) => item.model)).toContain(model.key);
      await app.call("DELETE", `/${target.slug}/${targetId}`);
      const left = await app.call<Partial<ApiRecord>>("GET", `${path}/${body.id}`);
      if (field.reference.onDelete === "cascade") expect(left.status).toBe(404);
      else expect(left.body[field.key]).toBeNull();
    }
    expect(inverseReferences(model).every(({ field }) => field.reference?.model === model.key)).toBe(true);
  });

  test("is linked to many others and back", async () => {
    const app = startApp();
    for (const { link, side, other } of linkSides(model)) {
      const [id, otherId] = [await createSample(app, model), await createSample(app, other)];
      const links = `${path}/${id}/links/${link.slug}`;
      expect((await app.call("POST", `${links}?side=${side}`, { id: "missing" })).status).toBe(400);
      expect((await app.call("POST", `${links}?side=${side}`, { id: otherId })).status).toBe(204);
      // Twice is once.
      expect((await app.call("POST", `${links}?side=${side}`, { id: otherId })).status).toBe(204);
      expect((await app.call<ApiPage>("GET", `${links}?side=${side}`)).body.items.map((item) => item.id)).toEqual([
        otherId,
      ]);

      const back = side === "from" ? "to" : "from";
      const reverse = await app.call<ApiPage>("GET", `/${other.slug}/${otherId}/links/${link.slug}?side=${back}`);
      expect(reverse.body.items.map((item) => item.id)).toEqual([id]);

      expect((await app.call("DELETE", `${links}/${otherId}?side=${side}`)).status).toBe(204);
      expect((await app.call<ApiPage>("GET", `${links}?side=${side}`)).body.total).toBe(0);
    }
  });
});
