import { describe, expect, test } from "vitest";
import { inverseReferences, linkSides, modelOf } from "../src/shared/lookup.ts";
import type {
  ApiErrorBody,
  ApiPage,
  Dashboard,
  FieldMeta,
  ModelMeta,
  RecordLabel,
  TrashPage,
} from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";
import { startApp, type TestApp } from "./app.ts";
import { createSample, sampleValues } from "./sample.ts";

const one = (model: ModelMeta, id: string): string => `/${model.slug}/${id}`;

const trashOf = async (app: TestApp, model: ModelMeta): Promise<TrashPage> =>
  (await app.call<TrashPage>("GET", `/${model.slug}/trash`)).body;

const isThere = async (app: TestApp, model: ModelMeta, id: string): Promise<boolean> =>
  (await app.call("GET", one(model, id))).status === 200;

describe.each(models.map((model) => ({ name: model.label, model })))("a deleted $name", ({ model }) => {
  test("is found in the trash alone, and comes back as it was", async () => {
    const app = startApp();
    const id = await createSample(app, model);
    const before = (await app.call("GET", one(model, id))).body;
    expect((await app.call("DELETE", one(model, id))).status).toBe(204);

    expect((await app.call("GET", one(model, id))).status).toBe(404);
    expect((await app.call("PATCH", one(model, id), {})).status).toBe(404);
    expect((await app.call("DELETE", one(model, id))).status).toBe(404);
    expect((await app.call<ApiPage>("GET", `/${model.slug}`)).body.total).toBe(0);
    expect((await app.call<{ items: RecordLabel[] }>("GET", `/${model.slug}/options`)).body.items).toEqual([]);
    const { body: dashboard } = await app.call<Dashboard>("GET", "/dashboard");
    expect(dashboard.models.find((entry) => entry.model === model.key)?.count).toBe(0);
    expect(dashboard.recent.map((entry) => entry.id)).not.toContain(id);

    const { items, total } = await trashOf(app, model);
    expect([items.map((item) => item.id), total]).toEqual([[id], 1]);
    expect(items[0]?._label).not.toBe("");
    const counts = await app.call<{ models: { model: string; count: number }[] }>("GET", "/trash");
    expect(counts.body.models).toContainEqual({ model: model.key, count: 1 });

    expect((await app.call("POST", `${one(model, id)}/restore`)).body).toEqual(before);
    // Twice is once.
    expect((await app.call("POST", `${one(model, id)}/restore`)).status).toBe(200);
    expect((await app.call("GET", one(model, id))).body).toEqual(before);
    expect((await trashOf(app, model)).total).toBe(0);
  });

  test("takes along what belongs to it, leaves the rest, and both return with it", async () => {
    for (const { model: child, field } of inverseReferences(model)) {
      const app = startApp();
      const parentId = await createSample(app, model);
      const make = async (): Promise<string> => {
        const values = { ...(await sampleValues(app, child)), [field.key]: parentId };
        return (await app.call("POST", `/${child.slug}`, values)).body.id;
      };
      const kept = await make();
      // One-to-one: a second child has no place.
      const gone = field.unique ? undefined : await make();
      if (gone !== undefined) await app.call("DELETE", one(child, gone));
      await app.call("DELETE", one(model, parentId));

      if (field.reference?.onDelete === "cascade") {
        expect(await isThere(app, child, kept)).toBe(false);
        expect((await trashOf(app, model)).items[0]?._deletedToo).toBeGreaterThan(0);
        const early = await app.call<ApiErrorBody>("POST", `${one(child, kept)}/restore`);
        expect([early.status, early.body.error.code]).toEqual([409, "CONFLICT"]);
      } else {
        const { body } = await app.call("GET", one(child, kept));
        expect([body[field.key], body._refs[field.key]]).toEqual([null, undefined]);
      }
      const values = { ...(await sampleValues(app, child)), [field.key]: parentId };
      expect((await app.call("POST", `/${child.slug}`, values)).status).toBe(400);

      expect((await app.call("POST", `${one(model, parentId)}/restore`)).status).toBe(200);
      expect((await app.call("GET", one(child, kept))).body[field.key]).toBe(parentId);
      if (gone !== undefined) expect(await isThere(app, child, gone)).toBe(false);
    }
  });

  test("stays away while something else that it belongs to is in the trash", async () => {
    const owners = model.fields.filter(({ reference }) => reference?.onDelete === "cascade");
    const [first, second] = owners;
    if (!first?.reference || !second?.reference) return;
    const app = startApp();
    const { body } = await app.call("POST", `/${model.slug}`, await sampleValues(app, model));
    const addressOf = ({ key, reference }: FieldMeta): string =>
      one(modelOf(reference?.model ?? ""), String(body[key]));
    const [a, b] = [addressOf(first), addressOf(second)];
    await app.call("DELETE", a);
    await app.call("DELETE", b);
    // The second may be gone with the first; then there is nothing to hold it back.
    if ((await app.call("POST", `${a}/restore`)).status === 200 && (await app.call("GET", b)).status === 404)
      expect(await isThere(app, model, body.id)).toBe(false);
    await app.call("POST", `${b}/restore`);
    await app.call("POST", `${a}/restore`);
    expect(await isThere(app, model, body.id)).toBe(true);
  });

  test("gives its unique values free, and cannot come back while another has them", async () => {
    for (const field of model.fields.filter(({ unique, reference }) => unique && !reference)) {
      const app = startApp();
      const first = await app.call("POST", `/${model.slug}`, await sampleValues(app, model));
      await app.call("DELETE", one(model, first.body.id));
      const values = { ...(await sampleValues(app, model)), [field.key]: first.body[field.key] };
      const second = await app.call("POST", `/${model.slug}`, values);
      expect(second.status).toBe(201);

      const clash = await app.call<ApiErrorBody>("POST", `${one(model, first.body.id)}/restore`);
      expect(clash.status).toBe(409);
      expect(Object.keys(clash.body.error.fields ?? {})).toEqual([field.key]);
      await app.call("DELETE", one(model, second.body.id));
      expect((await app.call("POST", `${one(model, first.body.id)}/restore`)).status).toBe(200);
    }
  });

  test("is gone for good when asked, by itself or with the whole trash", async () => {
    const app = startApp();
    const [id, other, kept] = [
      await createSample(app, model),
      await createSample(app, model),
      await createSample(app, model),
    ];
    await app.call("DELETE", one(model, id));
    expect((await app.call("DELETE", `${one(model, id)}?permanent=true`)).status).toBe(204);
    expect((await app.call("POST", `${one(model, id)}/restore`)).status).toBe(404);
    expect((await app.call("DELETE", `${one(model, id)}?permanent=true`)).status).toBe(404);

    await app.call("DELETE", one(model, other));
    expect((await app.call("DELETE", `/${model.slug}/trash`)).body).toEqual({ erased: 1, left: 0 });
    expect((await trashOf(app, model)).total).toBe(0);
    expect(await isThere(app, model, kept)).toBe(true);
  });

  test("leaves the lists of what it was linked to, and returns to them", async () => {
    for (const { link, side, other } of linkSides(model)) {
      const app = startApp();
      const [id, otherId] = [await createSample(app, model), await createSample(app, other)];
      await app.call("POST", `${one(model, id)}/links/${link.slug}?side=${side}`, { id: otherId });
      const back = `${one(other, otherId)}/links/${link.slug}?side=${side === "from" ? "to" : "from"}`;
      await app.call("DELETE", one(model, id));
      expect((await app.call<ApiPage>("GET", back)).body).toMatchObject({ items: [], total: 0 });
      await app.call("POST", `${one(model, id)}/restore`);
      expect((await app.call<ApiPage>("GET", back)).body.total).toBe(1);
    }
  });
});
