import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "./app.ts";
import { operations } from "./routes/index.ts";
import { errorBodySchema } from "./schemas/errors.ts";
import { call, createProject, env, origin, read, readError, signUp, type SignedUp } from "./test-client.ts";

let ada: SignedUp;
beforeAll(async () => {
  ada = await signUp();
});

describe("every route", () => {
  const routed = createApp()
    .routes.filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
  const declared = operations.map(
    ({ route }) => `${route.method.toUpperCase()} ${route.path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
  );
  // Hono's own notation of a parameter that spans segments has braces too.
  const normalise = (route: string) => route.replaceAll(/:path\S*/g, ":path");

  it("comes from an operation, so that it has a guard", () => {
    expect([...new Set(routed.map(normalise))].toSorted()).toEqual([...new Set(declared.map(normalise))].toSorted());
  });

  it("declares one of the known guards", () => {
    for (const { guard, route } of operations) {
      expect(["public", "authenticated", "ticket", "member", "workspace"], route.path).toContain(guard.kind);
    }
  });

  it("is public only when it is in this list", () => {
    const open = operations
      .filter(({ guard }) => guard.kind === "public")
      .map(({ route }) => `${route.method} ${route.path}`);
    expect(open.toSorted()).toEqual([
      "get /api/v1/badges/{project}/{environment}/{key}",
      "get /api/v1/deploy-archives/{project}/{version}/{format}/{expires}/{key}",
      "get /api/v1/docs",
      "get /api/v1/docs/start.js",
      "get /api/v1/health",
      "get /api/v1/health/ready",
      "get /api/v1/openapi.json",
      "get /api/v1/templates",
      "get /api/v1/templates/{id}/picture",
      "post /api/v1/auth/login",
      "post /api/v1/auth/logout",
      "post /api/v1/auth/refresh",
      "post /api/v1/auth/register",
      "post /api/v1/deploy-reports/{deployment}/{key}",
    ]);
  });

  const closed = operations.filter(({ guard }) => guard.kind !== "public" && guard.kind !== "ticket");
  it.each(closed.map(({ route }) => ({ method: route.method.toUpperCase(), path: route.path })))(
    "refuses $method $path without an access token",
    async ({ method, path }) => {
      const response = await call(fill(path), { method });
      expect(await readError(response, 401)).toMatchObject({ code: "AUTHENTICATION_ERROR" });
    },
  );
});

/** A path with every parameter replaced. */
function fill(path: string, id = "prj_x"): string {
  return path
    .replace("{id}", id)
    .replace("{version}", "1")
    .replace(/:path\{.+?\}\}?/, "src/main.ts");
}

describe("errors", () => {
  it.each([
    { what: "an unknown path", path: "/api/v1/nothing", status: 404, code: "NOT_FOUND_ERROR" },
    { what: "an unknown path without a version", path: "/api/nothing", status: 404, code: "NOT_FOUND_ERROR" },
    { what: "the bare prefix", path: "/api", status: 404, code: "NOT_FOUND_ERROR" },
    { what: "another version", path: "/api/v2/projects", status: 404, code: "NOT_FOUND_ERROR" },
    { what: "an unknown method", path: "/api/v1/users/me", method: "PUT", status: 404, code: "NOT_FOUND_ERROR" },
  ])("answer $what in the contract's shape", async ({ path, method, status, code }) => {
    const response = await call(path, { method: method ?? "GET", token: ada.accessToken });
    expect(response.headers.get("content-type")).toContain("application/json");
    const body = errorBodySchema.parse(await read(response, status));
    expect(body.error.code).toBe(code);
    expect(body.error.requestId).toBe(response.headers.get("x-request-id"));
  });

  const send = (body: BodyInit, headers: Record<string, string>) =>
    createApp().fetch(
      new Request(`${origin}/api/v1/projects`, {
        method: "POST",
        headers: { authorization: `Bearer ${ada.accessToken}`, ...headers },
        body,
      }),
      env,
    );

  it("say that malformed JSON is malformed", async () => {
    const error = await readError(await send("{", { "content-type": "application/json" }), 400);
    expect(error).toMatchObject({ code: "VALIDATION_ERROR", message: "The body is not valid JSON." });
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "refuse a body of type %s",
    async (type) => {
      const error = await readError(await send('{"name":"A"}', { "content-type": type }), 415);
      expect(error.code).toBe("UNSUPPORTED_MEDIA_TYPE");
    },
  );

  it("refuse a body without a type", async () => {
    const error = await readError(await send(new TextEncoder().encode('{"name":"A"}'), {}), 415);
    expect(error.code).toBe("UNSUPPORTED_MEDIA_TYPE");
  });

  it.each(["[]", "null", '"text"', "7"])("refuse the body %s, which is no object", async (body) => {
    expect(await readError(await send(body, { "content-type": "application/json" }), 400)).toMatchObject({
      code: "VALIDATION_ERROR",
    });
  });

  it("refuse a long body, announced or streamed", async () => {
    const long = JSON.stringify({ name: "A", description: "x".repeat(70_000) });
    const type = { "content-type": "application/json" };
    expect(await readError(await send(long, type), 413)).toMatchObject({ code: "PAYLOAD_TOO_LARGE" });
    const stream = new Blob([long]).stream();
    expect(await readError(await send(stream, type), 413)).toMatchObject({ code: "PAYLOAD_TOO_LARGE" });
  });

  it("answer a prompt of 100,000 characters of any script with its limit, and leave nothing behind", async () => {
    const { id } = await createProject(ada.accessToken);
    const body = { projectId: id, prompt: "在".repeat(100_000), mode: "supervised" };
    const response = await call("/api/v1/generations", { method: "POST", token: ada.accessToken, body });
    const error = await readError(response, 400);
    expect(error.code).toBe("VALIDATION_ERROR");
    expect(JSON.stringify(error)).toContain("at most 20000 characters");
    const { items } = await (
      await call(`/api/v1/projects/${id}/generations`, { token: ada.accessToken })
    ).json<{ items: [] }>();
    expect(items).toEqual([]);
    const tooLong = { projectId: id, prompt: "在".repeat(200_000) };
    const refused = await call("/api/v1/generations", { method: "POST", token: ada.accessToken, body: tooLong });
    expect(refused.status).toBe(413);
  });

  it("never show an unknown error's message", async () => {
    const app = createApp();
    const broken = { ...env, DB: undefined } as unknown as typeof env;
    const request = new Request(`${origin}/api/v1/users/me`, {
      headers: { authorization: `Bearer ${ada.accessToken}` },
    });
    const error = await readError(await app.fetch(request, broken), 500);
    expect(error.code).toBe("SYSTEM_ERROR");
    expect(error.message).not.toMatch(/undefined|prepare|TypeError/);
  });
});

describe("the prefix", () => {
  it.each(["/api/users/me", "/api/v1/users/me"])("answers at %s", async (path) => {
    expect(await read(await call(path, { token: ada.accessToken }), 200)).toMatchObject({ id: ada.user.id });
  });
});

describe("rate limits", () => {
  it("answer RATE_LIMITED with Retry-After once a user calls too often", async () => {
    const { accessToken } = await signUp();
    const spent = { ...env, API_LIMIT: { limit: async () => ({ success: false }) } };
    const request = () =>
      new Request(`${origin}/api/v1/users/me`, { headers: { authorization: `Bearer ${accessToken}` } });
    const response = await createApp().fetch(request(), spent);
    expect(response.headers.get("retry-after")).toBe("60");
    expect(await readError(response, 429)).toMatchObject({ code: "RATE_LIMITED" });
    expect((await createApp().fetch(request(), spent)).status).toBe(429);
  });

  it("ask once for a block of calls", async () => {
    const { accessToken } = await signUp();
    let asked = 0;
    const counting = { ...env, API_LIMIT: { limit: async () => ({ success: ++asked > 0 }) } };
    const headers = { authorization: `Bearer ${accessToken}` };
    for (let calls = 0; calls < 41; calls++) {
      await (await createApp().fetch(new Request(`${origin}/api/v1/users/me`, { headers }), counting)).text();
    }
    expect(asked).toBe(3);
  });

  it("count what changes something apart from what reads", async () => {
    const spent = { ...env, WRITE_LIMIT: { limit: async () => ({ success: false }) } };
    const headers = { authorization: `Bearer ${ada.accessToken}`, "content-type": "application/json" };
    const me = `${origin}/api/v1/users/me`;
    expect((await createApp().fetch(new Request(me, { headers }), spent)).status).toBe(200);
    expect((await createApp().fetch(new Request(me, { headers, method: "PATCH", body: "{}" }), spent)).status).toBe(
      429,
    );
  });
});

describe("headers", () => {
  it("of an answer forbid sniffing, framing, caching and running it", async () => {
    const { headers } = await call("/api/v1/users/me", { token: ada.accessToken });
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("referrer-policy")).toBeTruthy();
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("strict-transport-security")).toBeNull();
  });

  it("demand https where the platform is served by it", async () => {
    const secure = { ...env, APP_ORIGIN: "https://nexusgen.example.com" };
    const { headers } = await createApp().fetch(new Request("https://nexusgen.example.com/api/v1/docs"), secure);
    expect(headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
  });

  it("let a listed origin call the API with its cookie, and no other", async () => {
    const listed = { ...env, CORS_ORIGINS: "https://app.example.com, https://other.example.com" };
    const preflight = async (from: string) => {
      const request = new Request(`${origin}/api/v1/projects`, {
        method: "OPTIONS",
        headers: { origin: from, "access-control-request-method": "POST" },
      });
      return (await createApp().fetch(request, listed)).headers;
    };
    const allowed = await preflight("https://app.example.com");
    expect(allowed.get("access-control-allow-origin")).toBe("https://app.example.com");
    expect(allowed.get("access-control-allow-credentials")).toBe("true");
    expect((await preflight("https://evil.example")).get("access-control-allow-origin")).toBeNull();
  });
});
