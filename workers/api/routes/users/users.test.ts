import { beforeAll, describe, expect, it } from "vitest";
import { call, read, readError, signUp, type SignedUp } from "../../test-client.ts";
import type { UserView } from "../../schemas/users.ts";

let ada: SignedUp;
beforeAll(async () => {
  ada = await signUp();
});

const patch = (body: unknown, { accessToken } = ada) =>
  call("/api/v1/users/me", { method: "PATCH", token: accessToken, body });

describe("the signed-in user", () => {
  it("is shown without anything secret", async () => {
    const me = await read<UserView>(await call("/api/v1/users/me", { token: ada.accessToken }), 200);
    expect(Object.keys(me).toSorted()).toEqual(
      [
        "createdAt",
        "email",
        "id",
        "image",
        "lastLoginAt",
        "name",
        "preferences",
        "role",
        "username",
        "website",
      ].toSorted(),
    );
    expect(me).toMatchObject({ id: ada.user.id, role: "user" });
  });

  it("changes what they name, and merges preferences", async () => {
    await read(await patch({ name: "Ada", website: "https://ada.example", preferences: { theme: "dark" } }), 200);
    const me = await read<UserView>(await patch({ preferences: { defaultStack: "next" } }), 200);
    expect(me).toMatchObject({
      name: "Ada",
      website: "https://ada.example",
      preferences: { theme: "dark", defaultStack: "next" },
    });
    expect(await read(await patch({ website: null }), 200)).toMatchObject({ website: null, name: "Ada" });
  });

  it("takes a username nobody has", async () => {
    expect(await read(await patch({ username: "Ada-L" }), 200)).toMatchObject({ username: "ada-l" });
    const bob = await signUp();
    expect(await readError(await patch({ username: "ada-l" }, bob), 409)).toMatchObject({ code: "CONFLICT" });
  });

  it.each([
    { what: "a role", body: { role: "admin" }, field: "role" },
    { what: "an e-mail address", body: { email: "b@example.com" }, field: "email" },
    { what: "a script as website", body: { website: "javascript:alert(1)" }, field: "website" },
    { what: "a username with spaces", body: { username: "a b c" }, field: "username" },
    { what: "an unknown preference", body: { preferences: { font: "x" } }, field: "preferences.font" },
  ])("cannot set $what", async ({ body, field }) => {
    expect(await readError(await patch(body), 400)).toMatchObject({ details: [{ path: field }] });
  });
});
