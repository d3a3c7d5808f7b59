import { describe, expect, it } from "vitest";
import { createApp } from "../../app.ts";
import { call, env, origin, read } from "../../test-client.ts";
import { eventually } from "../../../../tests/eventually.ts";

describe("health", () => {
  it.each(["/api/health", "/api/health/ready", "/api/v1/health"])("%s says that every part answers", async (path) => {
    expect(await read(await call(path), 200)).toEqual({
      status: "ok",
      checks: { d1: "ok", r2: "ok", queue: "ok", builder: "ok" },
      docs: "none",
    });
  });

  it.each([
    { part: "builder", broken: { BUILDER_URL: "http://127.0.0.1:9" } },
    { part: "r2", broken: { BLOBS: { head: () => Promise.reject(new Error("down")) } } },
    { part: "d1", broken: { DB: { prepare: () => ({ first: () => Promise.reject(new Error("down")) }) } } },
  ])("is 503 and names the $part when it is down", async ({ part, broken }) => {
    const crippled = { ...env, ...broken } as unknown as typeof env;
    // An answer may be a second old.
    await eventually(async () => {
      const response = await createApp().fetch(new Request(`${origin}/api/health`), crippled);
      expect(await read(response, 503)).toMatchObject({ status: "unavailable", checks: { [part]: "down" } });
    });
  });
});
