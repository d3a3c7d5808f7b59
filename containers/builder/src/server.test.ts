// The HTTP edge: who may call, what is refused, and how errors look.
import { afterAll, beforeAll, expect, test } from "vitest";
import { scriptBuild, startTestBuilder, testSecret, type TestBuilder } from "./builder.fixture.ts";
import { startBuilder } from "./server.ts";

let builder: TestBuilder;
beforeAll(async () => {
  builder = await startTestBuilder();
});
afterAll(() => builder.close());

test("health needs no secret and says how well builds are kept apart", async () => {
  const response = await fetch(`${builder.url}/health`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    status: "ok",
    sandbox: { isolation: expect.any(String), networkClosed: expect.any(Boolean) },
    builds: { running: 0, queued: 0, most: 2 },
  });
});

test.each([
  ["no secret", undefined],
  ["a wrong secret", "Bearer wrong"],
  ["the secret without its scheme", testSecret],
  ["the secret with more behind it", `Bearer ${testSecret}x`],
  ["another scheme", `Basic ${testSecret}`],
])("%s is refused on every call but health", async (_what, authorization) => {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  for (const [method, path] of [
    ["POST", "/builds"],
    ["DELETE", "/builds/x"],
    ["GET", "/builds/x/artefact/a"],
    ["POST", "/stores"],
    ["GET", "/nowhere"],
  ] as const) {
    const response = await fetch(builder.url + path, { method, headers });
    expect(response.status, path).toBe(401);
    expect(await response.json()).toEqual({
      error: { code: "AUTHENTICATION_ERROR", message: "The builder's secret is missing or wrong." },
    });
  }
});

const valid = scriptBuild("valid", "");
const [step] = valid.steps;

test.each([
  ["text that is not JSON", "{"],
  ["an empty object", "{}"],
  ["an id with a path in it", JSON.stringify({ ...valid, buildId: "../x" })],
  ["no steps", JSON.stringify({ ...valid, steps: [] })],
  ["the same step twice", JSON.stringify({ ...valid, steps: [step, step] })],
  ["a step that waits for itself", JSON.stringify({ ...valid, steps: [{ ...step, after: ["build"] }] })],
  ["a step that waits for one that is not there", JSON.stringify({ ...valid, steps: [{ ...step, after: ["lint"] }] })],
  ["a step without a command", JSON.stringify({ ...valid, steps: [{ ...step, command: [] }] })],
  ["an unbounded step", JSON.stringify({ ...valid, steps: [{ ...step, limits: { timeoutMs: 1000 } }] })],
])("%s is refused with a reason and no stack", async (_what, body) => {
  const response = await builder.call("/builds", { method: "POST", body });
  expect(response.status).toBe(400);
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  expect(error.code).toBe("VALIDATION_ERROR");
  expect(error.message).not.toMatch(/\bat .*:\d+/);
});

test("a body above the limit is refused before it is read whole", async () => {
  const body = new Blob([new Uint8Array(65 * 1024 * 1024)]);
  const response = await builder.call("/builds", { method: "POST", body }).catch(() => undefined);
  // The server may close the connection while the client still sends; either way nothing was taken.
  if (response !== undefined) expect(response.status).toBe(413);
});

test("dropping what is not there is fine; asking for it is not", async () => {
  expect((await builder.call("/builds/none", { method: "DELETE" })).status).toBe(204);
  expect((await builder.call("/builds/none/artefact/a")).status).toBe(404);
  expect((await builder.call("/nowhere")).status).toBe(404);
});

test("an empty secret is refused at the start", async () => {
  await expect(startBuilder({ secret: "", stateDir: builder.stateDir })).rejects.toThrow(/BUILDER_SECRET/);
});
