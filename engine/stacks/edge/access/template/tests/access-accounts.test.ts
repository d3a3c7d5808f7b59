import { describe, expect, test } from "vitest";
import type { ChangePage, Invitation, KeyView, RecordAccess, Session, UserView } from "../src/shared/access/access.ts";
import { adminRole, defaultRole, roles, signUp } from "../src/shared/access/roles.ts";
import type { ApiErrorBody, ModelMeta } from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";
import { startApp } from "./app.ts";
import { credentials, someone } from "./credentials.ts";
import { createSample, sampleValues } from "./sample.ts";

const ada = { name: "Ada", email: "ada@example.com", password: "correct horse" };
const bob = { name: "Bob", email: "Bob@Example.com", password: "battery staple" };
const model = models[0] as ModelMeta;

/** What a browser does with the cookie. */
const cookieOf = (headers: Headers): Record<string, string> => {
  const cookie = headers.getSetCookie().at(-1) ?? "";
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  return { Cookie: cookie.split(";")[0] ?? "" };
};

describe("an account", () => {
  test("is made by the first person, who administrates, and then as the app allows", async () => {
    const app = startApp({ as: {} });
    expect((await app.call<Session>("GET", "/session")).body).toMatchObject({ user: null, signUp: "first" });
    const first = await app.call<Session>("POST", "/access/sign-up", ada);
    expect([first.status, first.body.user?.role.key, first.body.user?.isAdmin]).toEqual([201, adminRole, true]);
    const second = await app.call<Session & ApiErrorBody>("POST", "/access/sign-up", bob);
    if (signUp === "open") expect([second.status, second.body.user?.role.key]).toEqual([201, defaultRole]);
    else expect([second.status, second.body.error.code]).toEqual([403, "AUTHORIZATION_ERROR"]);
    expect((await app.call<Session>("GET", "/session")).body.signUp).toBe(signUp);
  });

  test("wants a real address, a name and a password that is not guessed at once", async () => {
    const app = startApp({ as: {} });
    for (const wrong of [{ email: "ada" }, { name: " " }, { password: "short" }, { password: "aaaaaaaaaaaa" }]) {
      const { status, body } = await app.call<ApiErrorBody>("POST", "/access/sign-up", { ...ada, ...wrong });
      expect([status, Object.keys(body.error.fields ?? {})]).toEqual([400, Object.keys(wrong)]);
    }
  });

  test("is signed in to and out of, with a new token each time", async () => {
    const app = startApp({ as: {} });
    await app.call("POST", "/access/sign-up", ada);
    const { email, password } = ada;
    const first = await app.call<Session>("POST", "/session", { email: email.toUpperCase(), password });
    const second = await app.call<Session>("POST", "/session", { email, password });
    const [one, other] = [cookieOf(first.headers), cookieOf(second.headers)];
    expect(one).not.toEqual(other);
    expect((await app.as(one).call<Session>("GET", "/session")).body.user?.name).toBe("Ada");
    await app.as(one).call("DELETE", "/session");
    expect((await app.as(one).call<Session>("GET", "/session")).body.user).toBeNull();
    expect((await app.as(other).call<Session>("GET", "/session")).body.user?.name).toBe("Ada");
    const stored = JSON.stringify(await app.database.prepare("select * from _sessions").all());
    expect(stored).not.toContain(other["Cookie"]?.split("=")[1]);
  });

  test("says nothing about who has one, and is not guessed at for long", async () => {
    const app = startApp({ as: {} });
    await app.call("POST", "/access/sign-up", ada);
    const answers = [];
    for (const email of [ada.email, "nobody@example.com"]) {
      const { status, body } = await app.call<ApiErrorBody>("POST", "/session", { email, password: "wrong password" });
      answers.push([status, body.error.code, body.error.message]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(401);
    const statuses: number[] = [];
    for (let count = 0; count < 5; count += 1)
      statuses.push((await app.call("POST", "/session", { email: ada.email, password: "wrong password" })).status);
    const late = await app.call<ApiErrorBody>("POST", "/session", { email: ada.email, password: ada.password });
    expect([statuses, late.status, late.body.error.code]).toEqual([[401, 401, 401, 401, 429], 429, "RATE_LIMITED"]);
    expect(Number(late.headers.get("Retry-After"))).toBeGreaterThan(0);
  });

  test("does not write for another site's page", async () => {
    const app = startApp();
    const foreign = { ...credentials(app.database), Origin: "https://elsewhere.example" };
    for (const site of ["cross-site", "same-site"]) {
      const { status } = await app.as({ ...foreign, "Sec-Fetch-Site": site }).call("POST", `/${model.slug}`, {});
      expect([401, 403]).toContain(status);
    }
    expect((await app.as(foreign).call("POST", `/${model.slug}`, {})).status).toBe(401);
  });

  test("changes its name, address and password, and signs the other devices out", async () => {
    const app = startApp({ as: {} });
    const mine = app.as(cookieOf((await app.call("POST", "/access/sign-up", ada)).headers));
    const { email, password } = ada;
    const elsewhere = app.as(cookieOf((await app.call("POST", "/session", { email, password })).headers));
    expect((await mine.call<Session>("PATCH", "/access/profile", { name: "Ada L." })).body.user?.name).toBe("Ada L.");
    const wrong = await mine.call<ApiErrorBody>("PATCH", "/access/profile", {
      currentPassword: "wrong",
      password: "a new long one",
    });
    expect(Object.keys(wrong.body.error.fields ?? {})).toEqual(["currentPassword"]);
    const right = { currentPassword: password, email: "new@example.com", password: "a new long one" };
    expect((await mine.call<Session>("PATCH", "/access/profile", right)).body.user?.email).toBe("new@example.com");
    expect((await elsewhere.call<Session>("GET", "/session")).body.user).toBeNull();
    expect((await mine.call<Session>("GET", "/session")).body.user?.email).toBe("new@example.com");
    expect((await app.call("POST", "/session", { email, password })).status).toBe(401);
    await app.call("POST", "/session", { email: "new@example.com", password: "a new long one" });
    expect((await mine.call<{ items: unknown[] }>("GET", "/access/sessions")).body.items).toHaveLength(2);
    expect((await mine.call("DELETE", "/access/sessions")).status).toBe(204);
    expect((await mine.call<{ items: unknown[] }>("GET", "/access/sessions")).body.items).toHaveLength(1);
  });
});

describe("deleting one's own account", () => {
  test("takes the password, ends every session, and leaves the last administrator in place", async () => {
    const app = startApp({ as: {} });
    const first = app.as(cookieOf((await app.call("POST", "/access/sign-up", ada)).headers));
    const right = { currentPassword: ada.password };
    expect((await first.call("POST", "/access/profile/deletion", { currentPassword: "wrong" })).status).toBe(400);
    expect((await first.call("POST", "/access/profile/deletion", right)).status).toBe(409);
    // Somebody else who administrates.
    someone(app.database, adminRole);
    expect((await first.call("POST", "/access/profile/deletion", right)).status).toBe(204);
    expect((await first.call<Session>("GET", "/session")).body.user).toBeNull();
    expect((await app.call("POST", "/session", { email: ada.email, password: ada.password })).status).toBe(401);
  });
});

describe("an administrator", () => {
  test("invites people, whose link works once", async () => {
    const app = startApp();
    const { name, email, password } = bob;
    const role = roles.at(-1)?.key;
    const invited = await app.call<Invitation>("POST", "/access/users", { name, email, role });
    expect([invited.status, invited.body.user.state, invited.body.user.email]).toEqual([
      201,
      "invited",
      "bob@example.com",
    ]);
    const { token } = invited.body;
    const visitor = app.as({});
    expect((await visitor.call("GET", `/access/invitations/${token}`)).body).toEqual({
      name,
      email: "bob@example.com",
    });
    const accepted = await visitor.call<Session>("POST", "/access/sign-up", { token, name, password });
    expect([accepted.status, accepted.body.user?.role.key]).toEqual([201, role]);
    expect((await visitor.call("POST", "/access/sign-up", { token, name, password })).status).toBe(404);
    expect((await visitor.call("POST", "/session", { email, password })).status).toBe(200);
    expect((await app.call("POST", "/access/users", { name, email, role })).status).toBe(409);
  });

  test("changes roles and deactivates, which counts at once, and stays the last one", async () => {
    const app = startApp();
    const person = someone(app.database, roles.at(-1)?.key ?? "");
    const other = app.as(person.headers);
    const change = (id: string, values: object) => app.call<UserView>("PATCH", `/access/users/${id}`, values);
    expect((await change(person.id, { role: adminRole })).body.role).toBe(adminRole);
    expect((await other.call<Session>("GET", "/session")).body.user?.isAdmin).toBe(true);
    expect((await change(person.id, { isActive: false })).body.state).toBe("inactive");
    expect((await other.call<Session>("GET", "/session")).body.user).toBeNull();
    const self = (await app.call<Session>("GET", "/session")).body.user?.id ?? "";
    expect((await change(self, { isActive: false })).status).toBe(409);
    if (roles.length > 1) expect((await change(self, { role: roles.at(-1)?.key })).status).toBe(409);
  });
});

describe("the audit trail", () => {
  test("tells who changed which field of a record, and whose it is", async () => {
    const app = startApp();
    const values = await sampleValues(app, model);
    const { id } = (await app.call("POST", `/${model.slug}`, values)).body;
    const next = await sampleValues(app, model);
    await app.call("PUT", `/${model.slug}/${id}`, next);
    const { body } = await app.call<RecordAccess>("GET", `/access/records/${model.slug}/${id}`);
    expect(body.owner?.name).toMatch(/^Person/);
    expect(body.changes.every(({ actor }) => actor === body.owner?.name)).toBe(true);
    const changed = model.fields.filter(({ key }) => JSON.stringify(values[key]) !== JSON.stringify(next[key]));
    // Some models allow one value alone, and a change of nothing leaves no trace.
    const expected = changed.length > 0 ? ["update", "create"] : ["create"];
    expect(body.changes.map(({ action }) => action)).toEqual(expected);
    if (changed.length > 0)
      expect(body.changes[0]?.fields.map(({ field }) => field)).toEqual(changed.map(({ key }) => key));
    await app.call("DELETE", `/${model.slug}/${id}`);
    const all = (await app.call<ChangePage>("GET", `/access/changes?model=${model.key}&action=delete`)).body;
    expect(all.items.map(({ recordId, exists }) => [recordId, exists])).toContainEqual([id, false]);
  });
});

describe("an API key", () => {
  test("acts in its role until it is revoked, and manages no accounts", async () => {
    const app = startApp();
    await createSample(app, model);
    const made = await app.call<{ key: KeyView; token: string }>("POST", "/access/keys", { name: "Import" });
    const program = app.as({ Authorization: `Bearer ${made.body.token}` });
    expect((await program.call("GET", `/${model.slug}`)).status).toBe(200);
    expect((await program.call("GET", "/access/users")).status).toBe(403);
    expect((await program.call("POST", "/access/keys", { name: "Another" })).status).toBe(403);
    expect(JSON.stringify((await app.call("GET", "/access/keys")).body)).not.toContain(made.body.token);
    expect((await app.call("DELETE", `/access/keys/${made.body.key.id}`)).status).toBe(204);
    expect((await program.call("GET", `/${model.slug}`)).status).toBe(401);
  });
});

describe("the example people", () => {
  test("are one for each role, and sign in without a password until they are removed", async () => {
    const app = startApp({ seeded: true, as: {} });
    const { examples, signUp: first } = (await app.call<Session>("GET", "/session")).body;
    expect([examples.map(({ role }) => role.key), first]).toEqual([roles.map(({ key }) => key), "first"]);
    for (const { id, role } of examples) {
      const { body } = await app.call<Session>("POST", "/session/example", { user: id });
      expect(body.user?.role).toEqual(role);
    }
    const example = await app.call<Session>("POST", "/session/example", { user: examples[0]?.id });
    expect((await app.as(cookieOf(example.headers)).call("DELETE", "/access/examples")).status).toBe(409);
    const { body, headers } = await app.call<Session>("POST", "/access/sign-up", ada);
    expect([body.user?.isAdmin, body.examples.length]).toEqual([true, roles.length]);
    expect((await app.call("POST", "/session/example", { user: body.user?.id })).status).toBe(404);
    expect((await app.as(cookieOf(headers)).call("DELETE", "/access/examples")).status).toBe(204);
    expect((await app.call("POST", "/session/example", { user: examples[0]?.id })).status).toBe(404);
  });
});
