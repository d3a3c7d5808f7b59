import { parseSync } from "vite";
import { expect, test } from "vitest";
import { emitShell } from "./emit-shell.ts";
import type { ShellPart } from "./shell-part.ts";

const slots = "src/client/shell/slots.ts";
const routes = "src/client/shell/routes.ts";

const account: ShellPart = {
  more: [{ to: "/users", icon: "users", title: "text.users" }],
  tools: [{ module: "account/menu.tsx", name: "AccountMenu" }],
  beginnings: [{ module: "account/session.ts", name: "loadSession" }],
  routes: [{ module: "account/routes.ts", name: "accountRoutes" }],
  bareRoutes: [{ module: "account/routes.ts", name: "signInRoutes" }],
  imports: [{ module: "text.ts", name: "text" }],
};

test("every part's entries, tools and pages stand in the order of the parts", () => {
  const files = emitShell(
    [account, { last: [{ to: "/", icon: "external", title: '"View the site"', isOutside: true }] }],
    "/manage",
  );
  for (const [path, text] of files) expect(parseSync(path, text).errors).toEqual([]);
  expect(files.get(slots)).toContain('import { AccountMenu } from "../account/menu.tsx";');
  expect(files.get(slots)).toContain("export const tools: readonly Tool[] = [AccountMenu];");
  expect(files.get(slots)).toContain("export const beginnings: readonly Beginning[] = [loadSession];");
  expect(files.get(slots)).toContain('{ to: "/users", icon: "users", title: () => text.users },');
  expect(files.get(slots)).toContain('title: () => "View the site", isOutside: true },');
  expect(files.get(slots)).toContain('export const basename: string = "/manage";');
  expect(files.get(routes)).toContain('import { accountRoutes, signInRoutes } from "../account/routes.ts";');
  expect(files.get(routes)).toContain("export const partRoutes: readonly PageRoute[] = [...accountRoutes];");
  expect(files.get(routes)).toContain("export const bareRoutes: readonly PageRoute[] = [...signInRoutes];");
});

test("an app without parts gets empty lists and no imports beyond their types", () => {
  const files = emitShell([], "/");
  for (const [path, text] of files) {
    expect(parseSync(path, text).errors).toEqual([]);
    expect(text.match(/^import /gm)).toHaveLength(1);
  }
  expect(files.get(slots)).toContain("export const overlays: readonly Overlay[] = [];");
});
