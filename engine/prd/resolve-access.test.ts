import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryPrd } from "./arbitrary.ts";
import { inventoryPrd } from "./fixtures/inventory.ts";
import { resolvePrd } from "./resolve.ts";
import type { Prd, PrdAccess } from "./schema.ts";

const withAccess = (access: Partial<PrdAccess>, roles: readonly string[] = ["Clerk"]): Prd => ({
  ...inventoryPrd,
  roles: roles.map((name) => ({ name, description: "" })),
  access: { signUp: "invited", rules: [], ...access },
});

describe("the access of a resolved app", () => {
  test("is absent without the PRD's word", () => {
    expect(resolvePrd(inventoryPrd).access).toBeUndefined();
  });

  test("has an administrator first, whether one is named or not", () => {
    const keys = (roles: readonly string[]) => resolvePrd(withAccess({}, roles)).access?.roles.map(({ key }) => key);
    expect(keys(["Clerk"])).toEqual(["admin", "clerk"]);
    expect(keys(["Clerk", "Administrator"])).toEqual(["administrator", "clerk"]);
    expect(keys([])).toEqual(["admin"]);
  });

  test("adds rules up, and lets nobody change what they cannot see", () => {
    const rules: PrdAccess["rules"] = [
      { role: "clerks", model: "*", actions: ["read"], own: true },
      { role: "Clerk", model: "products", actions: ["update"] },
    ];
    const clerk = resolvePrd(withAccess({ rules })).access?.roles[1];
    expect(clerk?.may["product"]).toEqual({ read: "all", update: "all" });
    expect(clerk?.may["supplier"]).toEqual({ read: "own" });
  });

  test("drops rules of unknown roles and models, and says so", () => {
    const rules: PrdAccess["rules"] = [
      { role: "Ghost", model: "*", actions: ["read"] },
      { role: "Clerk", model: "Spaceship", actions: ["read"] },
    ];
    const { access, notes } = resolvePrd(withAccess({ rules, publicRead: ["Spaceship"] }));
    expect(access?.roles.map(({ may }) => may)).toEqual([{}, {}]);
    expect(access?.publicModels).toEqual([]);
    expect(notes.filter((note) => /Ghost|Spaceship/.test(note))).toHaveLength(3);
  });

  test("never lets a stranger sign up as an administrator", () => {
    const { access, notes } = resolvePrd(withAccess({ signUp: "open", defaultRole: "Admin" }, ["Admin"]));
    expect(access?.signUp).toBe("invited");
    expect(notes.join(" ")).toMatch(/invitation/);
    expect(resolvePrd(withAccess({ signUp: "open", defaultRole: "Admin" })).access?.defaultRole).toBe("clerk");
  });

  test("keeps its promises for any PRD", () => {
    fc.assert(
      fc.property(arbitraryPrd, (prd) => {
        const { access, models } = resolvePrd(prd);
        expect(access === undefined).toBe(prd.access === undefined);
        if (!access) return;
        const keys = access.roles.map(({ key }) => key);
        expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length);
        expect(access.roles.filter(({ isAdmin }) => isAdmin)).toEqual([access.roles[0]]);
        const known = new Set(models.map(({ key }) => key));
        const named = [...access.publicModels, ...access.roles.flatMap(({ may }) => Object.keys(may))];
        expect(named.filter((key) => !known.has(key))).toEqual([]);
        for (const { may } of access.roles)
          for (const permissions of Object.values(may))
            if (permissions.update ?? permissions.delete) expect(permissions.read).toBeDefined();
        const joining = access.roles.find(({ key }) => key === access.defaultRole);
        expect(joining).toBeDefined();
        if (access.signUp === "open") expect(joining?.isAdmin).toBe(false);
      }),
      { numRuns: 200, seed: 20_261_121 },
    );
  });
});
