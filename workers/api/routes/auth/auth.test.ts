import { describe, expect, it } from "vitest";
import { SignJWT } from "jose";
import { call, cookieOf, env, origin, password, read, readError, signUp } from "../../test-client.ts";
import type { SignedIn, TokenView } from "../../schemas/auth.ts";

const post = (path: string, options: Parameters<typeof call>[1] = {}) =>
  call(`/api/auth/${path}`, { method: "POST", ...options });

const audited = async (actorId: string) => {
  const { results } = await env.DB.prepare("SELECT action FROM audit_log WHERE actor_id = ? ORDER BY id")
    .bind(actorId)
    .all<{ action: string }>();
  return results.map(({ action }) => action);
};

describe("registration", () => {
  it("answers with the user, an access token for 15 minutes and a cookie that scripts cannot read", async () => {
    const response = await post("register", { body: { email: "Ada@Example.com ", password, name: "Ada" } });
    const cookie = response.headers.get("set-cookie") ?? "";
    const body = await read<SignedIn>(response, 201);
    expect(body).toMatchObject({ user: { email: "ada@example.com", name: "Ada" }, expiresIn: 900 });
    expect(body.accessToken).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(cookie).toMatch(/^nexusgen_refresh=fam_/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\/api(;|$)/);
    expect(cookie).not.toMatch(/Secure/);
    expect(JSON.stringify(body)).not.toContain("scrypt");
  });

  it("makes a personal workspace owned by the user", async () => {
    const { user } = await signUp();
    const row = await env.DB.prepare(
      "SELECT w.kind, m.role FROM workspaces w JOIN workspace_members m ON m.workspace_id = w.id WHERE m.user_id = ?",
    )
      .bind(user.id)
      .first();
    expect(row).toEqual({ kind: "personal", role: "owner" });
    expect(await audited(user.id)).toEqual(["auth.registered"]);
  });

  it("stores the password as scrypt with its parameters", async () => {
    const { user } = await signUp();
    const row = await env.DB.prepare("SELECT password_hash FROM users WHERE id = ?").bind(user.id).first();
    expect(row?.["password_hash"]).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  });

  it("refuses an address that has an account, in any case", async () => {
    await signUp("twice@example.com");
    const response = await post("register", { body: { email: "TWICE@example.com", password } });
    expect(await readError(response, 409)).toMatchObject({ code: "CONFLICT" });
  });

  it.each([
    { what: "a short password", body: { email: "a@example.com", password: "short" }, field: "password" },
    { what: "a long password", body: { email: "a@example.com", password: "ab1".repeat(100) }, field: "password" },
    { what: "a common password", body: { email: "a@example.com", password: "Password123" }, field: "password" },
    {
      what: "the address as password",
      body: { email: "ada@example.com", password: "ada@example.com" },
      field: "password",
    },
    {
      what: "one character again and again",
      body: { email: "a@example.com", password: "aaaaaaaaaaaa" },
      field: "password",
    },
    { what: "no address", body: { password }, field: "email" },
    { what: "a malformed address", body: { email: "ada", password }, field: "email" },
    { what: "a role", body: { email: "a@example.com", password, role: "admin" }, field: "role" },
    { what: "a name of the wrong type", body: { email: "a@example.com", password, name: 7 }, field: "name" },
  ])("refuses $what, naming the field $field", async ({ body, field }) => {
    const error = await readError(await post("register", { body }), 400);
    expect(error.code).toBe("VALIDATION_ERROR");
    expect(error.message).toContain(field);
    expect(error.details?.map(({ path }) => path)).toContain(field);
  });
});

describe("signing in", () => {
  it("answers as registration does", async () => {
    const { user } = await signUp("bob@example.com");
    const response = await post("login", { body: { email: " BOB@example.com", password } });
    expect(cookieOf(response)).toMatch(/^nexusgen_refresh=/);
    expect((await read<SignedIn>(response, 200)).user.id).toBe(user.id);
    expect(await audited(user.id)).toEqual(["auth.registered", "auth.signed_in"]);
  });

  it("says the same of a wrong password and of an unknown address", async () => {
    await signUp("carol@example.com");
    const countFailures = () =>
      env.DB.prepare("SELECT count(*) FROM audit_log WHERE action = 'auth.sign_in_failed'").first<number>("count(*)");
    const before = (await countFailures()) ?? 0;
    const wrong = await readError(
      await post("login", { body: { email: "carol@example.com", password: "not it at all" } }),
      401,
    );
    const unknown = await readError(await post("login", { body: { email: "nobody@example.com", password } }), 401);
    expect(wrong.code).toBe("AUTHENTICATION_ERROR");
    expect(unknown).toEqual({ ...wrong, requestId: unknown.requestId });
    expect(await countFailures()).toBe(before + 2);
  });

  it("is refused with Retry-After once one account was tried too often", async () => {
    const body = { email: "guessed@example.com", password: "wrong-guess-1" };
    let response = await post("login", { body });
    for (let tries = 1; tries < 15 && response.status === 401; tries++) response = await post("login", { body });
    expect(response.headers.get("retry-after")).toBe("60");
    expect(await readError(response, 429)).toMatchObject({ code: "RATE_LIMITED" });
  });
});

describe("refreshing", () => {
  it("gives a new access token and replaces the cookie", async () => {
    const { cookie, user } = await signUp();
    const response = await post("refresh", { cookie });
    const next = cookieOf(response);
    const { accessToken, expiresIn } = await read<TokenView>(response, 200);
    expect(expiresIn).toBe(900);
    expect(next).toMatch(/^nexusgen_refresh=fam_/);
    expect(next).not.toBe(cookie);
    expect(await read(await call("/api/v1/users/me", { token: accessToken }), 200)).toMatchObject({ id: user.id });
    expect((await post("refresh", { cookie: next })).status).toBe(200);
  });

  it("ends the whole family when a used cookie comes back", async () => {
    const { cookie, user } = await signUp();
    const next = cookieOf(await post("refresh", { cookie }));
    expect(await readError(await post("refresh", { cookie }), 401)).toMatchObject({ code: "AUTHENTICATION_ERROR" });
    expect(await readError(await post("refresh", { cookie: next }), 401)).toMatchObject({
      code: "AUTHENTICATION_ERROR",
    });
    expect(await audited(user.id)).toContain("auth.refresh_reused");
  });

  it("leaves the user's other sessions alone when one family ends", async () => {
    const { cookie, user } = await signUp();
    const other = cookieOf(await post("login", { body: { email: user.email, password } }));
    await post("refresh", { cookie });
    await post("refresh", { cookie });
    expect((await post("refresh", { cookie: other })).status).toBe(200);
  });

  it("lets one of two requests with the same cookie win", async () => {
    const { cookie } = await signUp();
    const answers = await Promise.all([post("refresh", { cookie }), post("refresh", { cookie })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });

  it.each([
    { what: "no cookie", cookie: undefined },
    { what: "a cookie of another form", cookie: "nexusgen_refresh=abc" },
    { what: "a family nobody has", cookie: `nexusgen_refresh=fam_${"0".repeat(26)}.${"A".repeat(43)}` },
  ])("refuses $what", async ({ cookie }) => {
    expect(await readError(await post("refresh", { cookie }), 401)).toMatchObject({ code: "AUTHENTICATION_ERROR" });
  });

  it("refuses an expired family", async () => {
    const { cookie, user } = await signUp();
    await env.DB.prepare("UPDATE sessions SET expires_at = '2020-01-01T00:00:00.000Z' WHERE user_id = ?")
      .bind(user.id)
      .run();
    expect((await post("refresh", { cookie })).status).toBe(401);
  });

  it("refuses a request that another site's page sent, and keeps the session", async () => {
    const { cookie } = await signUp();
    const foreign = await post("refresh", { cookie, headers: { origin: "https://evil.example" } });
    expect(await readError(foreign, 403)).toMatchObject({ code: "AUTHORIZATION_ERROR" });
    expect((await post("refresh", { cookie, headers: { origin } })).status).toBe(200);
  });
});

describe("signing out", () => {
  it("ends the family and clears the cookie", async () => {
    const { cookie, user } = await signUp();
    const response = await post("logout", { cookie });
    expect(response.status).toBe(204);
    expect(response.headers.get("set-cookie")).toMatch(/^nexusgen_refresh=;.*Max-Age=0/);
    expect((await post("refresh", { cookie })).status).toBe(401);
    expect(await audited(user.id)).toContain("auth.signed_out");
  });

  it("works with the access token alone, and without either", async () => {
    const { cookie, accessToken } = await signUp();
    expect((await post("logout", { token: accessToken })).status).toBe(204);
    expect((await post("refresh", { cookie })).status).toBe(401);
    expect((await post("logout")).status).toBe(204);
  });
});

describe("an access token", () => {
  const me = (token?: string) => call("/api/v1/users/me", { token });
  const sign = (claims: { aud?: string; exp?: string; typ?: string; secret?: string }) =>
    new SignJWT({ sid: "fam_x" })
      .setProtectedHeader({ alg: "HS256", typ: claims.typ ?? "at+jwt" })
      .setSubject("usr_x")
      .setAudience(claims.aud ?? "nexusgen-api")
      .setExpirationTime(claims.exp ?? "15m")
      .sign(new TextEncoder().encode(claims.secret ?? env.AUTH_SECRET));

  it.each([
    { what: "is missing", token: async () => undefined },
    { what: "is not a token", token: async () => "abc" },
    { what: "has expired", token: () => sign({ exp: "-1s" }) },
    { what: "was made for something else", token: () => sign({ aud: "preview-link" }) },
    { what: "is of another type", token: () => sign({ typ: "JWT" }) },
    { what: "was signed with another secret", token: () => sign({ secret: "another-secret-of-at-least-32-chars" }) },
    { what: "is unsigned", token: async () => "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c3JfeCJ9." },
  ])("is refused when it $what", async ({ token }) => {
    const response = await me(await token());
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    expect(await readError(response, 401)).toMatchObject({ code: "AUTHENTICATION_ERROR" });
  });
});
