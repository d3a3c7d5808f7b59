import { describe, expect, test } from "vitest";
import type { ApiErrorBody } from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";
import { startApp } from "./app.ts";
import { createSample, sampleValues } from "./sample.ts";

const edited = models.filter(({ fields }) => fields.length > 0);

describe.each(edited.map((model) => ({ name: model.label, model })))("two people who edit one $name", ({ model }) => {
  test("do not overwrite each other: the later one is shown what the first one stored", async () => {
    const app = startApp();
    const path = `/${model.slug}/${await createSample(app, model)}`;
    const version = (await app.send("GET", path)).headers.get("ETag") ?? "";
    expect(version).toMatch(/^".+"$/);

    const first = await app.send("PUT", path, await sampleValues(app, model), { "If-Match": version });
    expect(first.status).toBe(200);
    expect(first.headers.get("ETag")).not.toBe(version);

    const late = await app.send("PATCH", path, await sampleValues(app, model), { "If-Match": version });
    const { error } = (await late.json()) as ApiErrorBody;
    expect([late.status, error.code]).toEqual([409, "CONFLICT"]);
    expect(error.current).toEqual(await (await app.send("GET", path)).json());

    const again = await app.send("PATCH", path, await sampleValues(app, model), {
      "If-Match": first.headers.get("ETag") ?? "",
    });
    expect(again.status).toBe(200);
  });

  test("may say that they do not care", async () => {
    const app = startApp();
    const path = `/${model.slug}/${await createSample(app, model)}`;
    await app.call("PUT", path, await sampleValues(app, model));
    expect((await app.send("PUT", path, await sampleValues(app, model), { "If-Match": "*" })).status).toBe(200);
    expect((await app.call("PUT", path, await sampleValues(app, model))).status).toBe(200);
  });
});
